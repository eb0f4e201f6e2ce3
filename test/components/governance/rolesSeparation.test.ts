import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { separateDuties } from "../../../components/governance/roleDuties";
import { roleNames, roleTable, type RoleName } from "../../../components/governance/roleTable";
import { separated } from "../../../components/governance/separation";
import { record } from "../../support/mocks";
import { Roles } from "../../../components/index";
import { breakGlass, developers, groupId, platform, refused, releasers, security } from "./holders";

/** What each role must be apart from, written down a second time. */
const apart: Record<RoleName, RoleName[]> = {
    developer: ["releaseManager", "security", "breakGlass"],
    reviewer: ["releaseManager", "security", "breakGlass"],
    teamLead: ["releaseManager", "security", "breakGlass"],
    releaseManager: ["developer", "reviewer", "teamLead", "platform", "breakGlass"],
    security: ["developer", "reviewer", "teamLead", "platform", "breakGlass"],
    platform: ["releaseManager", "security", "breakGlass"],
    breakGlass: ["developer", "reviewer", "teamLead", "releaseManager", "security", "platform"],
};

const holderOf = (role: RoleName, members: string[] = []) => ({
    role,
    name: role.toLowerCase(),
    members,
});

describe("separation of Roles", () => {
    it("keeps the roles apart that it has to, both ways", () => {
        for (const role of roleNames) {
            const others = roleNames.filter((other) => separated(role, other) !== undefined);
            assert.deepEqual(others.sort(), [...apart[role]].sort(), role);
        }
    });

    it("no role both writes production code and approves its release, and no team or group carries two such roles", async () => {
        for (const [role, { duties }] of Object.entries(roleTable)) {
            const own: readonly string[] = duties;
            const both = separateDuties.filter(
                ({ one, other }) => own.includes(one) && own.includes(other),
            );
            assert.deepEqual(both, [], role);
        }
        const team = { slug: "everybody", id: "1" };
        const shared = { team, entraGroupId: groupId(1) };
        const lines = await refused({
            holders: [
                { ...developers, ...shared },
                { ...releasers, ...shared, entraGroupId: groupId(1).toUpperCase() },
            ],
        });
        assert.deepEqual(
            lines.map((line) => line.split(":")[0]),
            ["holders[1].team.slug", "holders[1].entraGroupId"],
        );
    });

    it("nobody holds two roles that must be separate: one error names every such person and pair, before anything is created", async () => {
        const lines = await refused({
            holders: [
                developers,
                { ...releasers, members: ["barbara", "Linus"] },
                { ...security, members: ["ada", "margaret"] },
                platform,
            ],
        });
        assert.deepEqual(lines, [
            'holders[1].members[1]: got "Linus", which is both developer (web) and releaseManager (release), allowed: a person of one of the two roles',
            'holders[2].members[1]: got "margaret", which is both developer (web) and security (security), allowed: a person of one of the two roles',
            'holders[3].members[0]: got "ada", which is both security (security) and platform (platform), allowed: a person of one of the two roles',
        ]);
    });

    it("lets one person be developer and lead, or release manager and security", async () => {
        const holders = [
            developers,
            { role: "teamLead", name: "leads", members: ["linus"] },
            releasers,
            { ...security, members: ["barbara"] },
            breakGlass,
        ];
        const { recording } = await record(
            () => new Roles("people", { organization: "acme", holders }),
        );
        assert.equal(recording.all("Team").length, holders.length);
    });

    it("tells of two people exactly when their roles are apart", async () => {
        const role = fc.constantFrom(...roleNames.filter((one) => one !== "breakGlass"));
        await fc.assert(
            fc.asyncProperty(role, role, async (one, other) => {
                const holders = [
                    { ...holderOf(one, ["Ada"]), name: "first" },
                    { ...holderOf(other, ["ada"]), name: "second" },
                ];
                const isApart = apart[one].includes(other);
                const lines = isApart
                    ? await refused({ holders })
                    : await record(
                          () => new Roles("people", { organization: "acme", holders }),
                      ).then(() => []);
                assert.equal(lines.length, isApart ? 1 : 0);
            }),
            { numRuns: 30 },
        );
    });
});
