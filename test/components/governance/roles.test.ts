import assert from "node:assert/strict";
import { describe, it } from "mocha";
import * as pulumi from "@pulumi/pulumi";
import { roleDevOpsGroup, roleTeam } from "../../../components/index";
import { known } from "../../support/mocks";
import {
    breakGlass,
    build,
    developers,
    everybody,
    everybodyInEntra,
    groupId,
    releasers,
} from "./holders";

describe("teams of Roles", () => {
    it("teams made here are part of no other team and hold exactly the people given", async () => {
        const { recording } = await build();
        const teams = recording.all("Team").map(({ inputs }) => inputs);
        assert.deepEqual(
            teams,
            everybody.map(({ name }) => ({ name, privacy: "closed" })),
        );
        const members = recording
            .all("TeamMembers")
            .map(({ name, inputs }) => [
                name,
                (inputs.members as { username: string; role: string }[]).map((one) => one.username),
            ]);
        assert.deepEqual(
            members,
            everybody.map(({ name, members: people }) => [`people-members/${name}`, people]),
        );
    });

    it("take people with mail addresses for people, not for logins", async () => {
        const holders = [{ ...developers, members: ["linus", "margaret@acme.example"] }];
        const { recording } = await build({ holders });
        assert.deepEqual(recording.one("TeamMembers").inputs.members, [
            { username: "linus", role: "member" },
        ]);
    });

    it("that stand already are left to their maker, and given out", async () => {
        const team = { slug: "frontend", id: pulumi.output("77") };
        const holder = { ...developers, team };
        const { recording, result } = await build({ holders: [holder] });
        assert.deepEqual(recording.all("Team"), []);
        assert.deepEqual(recording.all("TeamMembers"), []);
        const given = roleTeam(result, holder);
        assert.equal(given.slug, "frontend");
        assert.equal(await known(pulumi.output(given.id)), "77");
        assert.deepEqual(await known(result.teamSlugs), { web: "frontend" });
    });

    it("made here are given out by the name of their holders", async () => {
        const { result } = await build();
        assert.deepEqual(
            Object.keys(await known(result.teamIds)),
            everybody.map(({ name }) => name),
        );
        const given = roleTeam(result, releasers);
        assert.equal(given.slug, "release");
        assert.equal(await known(pulumi.output(given.id)), (await known(result.teamIds)).release);
    });
});

describe("groups of Roles on Azure DevOps", () => {
    it("are the Entra groups, made known there, break-glass left out", async () => {
        const { recording } = await build({
            holders: everybodyInEntra,
            azureDevOps: true,
            breakGlassUntil: undefined,
        });
        assert.deepEqual(
            recording.all("Group").map(({ name, inputs }) => [name, inputs]),
            everybodyInEntra
                .filter(({ role }) => role !== "breakGlass")
                .map(({ name, entraGroupId }) => [
                    `people-group/${name}`,
                    { originId: entraGroupId },
                ]),
        );
    });

    it("are not touched unless asked for", async () => {
        const { recording, result } = await build({ holders: everybodyInEntra });
        assert.deepEqual(recording.all("Group"), []);
        assert.deepEqual(await known(result.devOpsDescriptors), {});
    });

    it("may stand already", async () => {
        const devOpsGroup = { name: "Releasers", descriptor: "vssgp.x", originId: groupId(7) };
        const holder = { ...releasers, devOpsGroup };
        const { recording, result } = await build({ holders: [holder], azureDevOps: true });
        assert.deepEqual(recording.all("Group"), []);
        const given = roleDevOpsGroup(result, holder);
        assert.equal(given.name, "Releasers");
        assert.equal(await known(pulumi.output(given.descriptor)), "vssgp.x");
        assert.equal(await known(pulumi.output(given.originId)), groupId(7));
    });
});

describe("an empty role", () => {
    it("the break-glass role has no members, and nobody can take it in AWS", async () => {
        const { recording } = await build({
            holders: [breakGlass],
            aws: {
                accountId: "123456789012",
                samlProviderArn: "arn:aws:iam::123456789012:saml-provider/entra",
            },
        });
        assert.deepEqual(recording.one("TeamMembers").inputs.members, []);
        assert.deepEqual(recording.all("Role"), []);
    });
});
