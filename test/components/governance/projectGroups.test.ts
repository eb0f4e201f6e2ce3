import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { theOne } from "../../../components/governance/projectGroups";
import { known, type Recording } from "../../support/mocks";
import { args, born, build, entra, standard } from "./projectCases";

function memberships(recording: Recording): Record<string, unknown> {
    return Object.fromEntries(
        recording.all("GroupMembership").map(({ inputs }) => {
            assert.equal(inputs.mode, "overwrite");
            return [String(inputs.group), inputs.members];
        }),
    );
}

describe("the groups of AzureDevOpsProject", () => {
    it("each group holds the Entra groups and the people listed, and the built-in groups Readers, Contributors, Build Administrators and Project Administrators hold these groups and nobody else", async () => {
        const { recording, result } = await standard();
        const scope = await known(result.projectId);
        const own = recording.all("Group").filter(({ inputs }) => inputs.displayName);
        assert.deepEqual(
            own.map(({ inputs }) => inputs),
            [
                {
                    scope,
                    displayName: "developers",
                    description: "",
                    members: [`aadgp.${entra.developers}`],
                },
                {
                    scope,
                    displayName: "platform",
                    description: "",
                    members: [`aadgp.${entra.platform}`],
                },
                {
                    scope,
                    displayName: "releasers",
                    description: "",
                    members: [`aadgp.${entra.releasers}`, "aad.ada@acme.example"],
                },
            ],
        );
        assert.deepEqual(memberships(recording), {
            [born.readers]: ["vssgp.platform", "vssgp.releasers"],
            [born.contributors]: ["vssgp.developers"],
            [born.buildAdministrators]: [],
            [born.administrators]: [],
        });
    });

    it("may be empty: nobody is in them then", async () => {
        const groups = [{ name: "break glass", access: "operate", description: "For the worst." }];
        const { recording } = await build({ groups });
        const { inputs } = recording.one("Group");
        assert.deepEqual([inputs.members, inputs.description], [[], "For the worst."]);
    });

    it("make an Entra group known once, however many of them it is in and however it is written", async () => {
        const groups = args.groups.map((group, i) => ({
            ...group,
            entraGroups: [i === 0 ? entra.platform.toUpperCase() : entra.platform],
        }));
        const { recording } = await build({ groups });
        const made = recording.all("Group").filter(({ inputs }) => inputs.originId !== undefined);
        assert.deepEqual(
            made.map(({ inputs }) => inputs),
            [{ originId: entra.platform }],
        );
    });

    it("refuse a person without access to the organisation", () => {
        assert.equal(theOne("ada@acme.example", [{ descriptor: "aad.x" }]), "aad.x");
        assert.throws(() => theOne("eve@acme.example", []), /eve@acme\.example has no access/);
    });

    it("leave Project Administrators alone with allowProjectAdministrators", async () => {
        const { recording } = await build({ allowProjectAdministrators: true });
        assert.deepEqual(Object.keys(memberships(recording)).sort(), [
            born.buildAdministrators,
            born.contributors,
            born.readers,
        ]);
    });
});
