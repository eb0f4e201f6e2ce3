import assert from "node:assert/strict";
import { describe, it } from "mocha";

import { loadEstate } from "../../estate";
import { aws, azureDevOps } from "./cloudSamples";
import { problems, refuses, sample, seenAt, type Raw } from "./sample";

const group = (i: number): string => `0000000${i}-1111-4222-8333-444444444444`;

const inDays = (days: number): string =>
    new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const arn = "arn:aws:iam::123456789012:saml-provider/entra";

/** The sample with a role for each team, changed, and with what else is said. */
function withRoles(changes: Raw = {}, more: Raw = {}): Raw {
    const roles = { releaseManagers: ["release"], platform: ["platform"], ...changes };
    return sample({ roles, ...more });
}

const emergency = { entraGroup: group(9), until: inDays(30) };
const watched = { breakGlass: { azure: [group(8)] } };

describe("estate: roles", () => {
    it("leaves people alone when nothing is said of roles", () => {
        assert.equal(loadEstate(sample()).roles, undefined);
    });

    it("takes roles in two lines, and writes out the others", () => {
        assert.deepEqual(loadEstate(withRoles()).roles, {
            releaseManagers: ["release"],
            security: [],
            platform: ["platform"],
            leads: [],
        });
    });

    it("takes everything there is to say", () => {
        const roles = { leads: ["web"], breakGlass: emergency, samlProvider: arn };
        assert.deepEqual(loadEstate(withRoles(roles, { ...watched, aws })).roles, {
            releaseManagers: ["release"],
            security: [],
            platform: ["platform"],
            leads: ["web"],
            breakGlass: { groupId: group(9), until: emergency.until },
            samlProviderArn: arn,
        });
    });

    it("knows a team's Entra group from either place", () => {
        const groups = { azureDevOps: { ...azureDevOps, groups: { platform: group(1) } } };
        const entraGroups = { platform: group(1), web: group(2) };
        assert.deepEqual(
            loadEstate(withRoles({ entraGroups }, groups)).teams.map(({ groupId }) => groupId),
            [group(1), undefined, group(2)],
        );
    });

    it("accepts people in two teams whose roles go together", () => {
        const teams = {
            platform: ["ada", "grace"],
            web: ["linus", "ada"],
            release: ["barbara"],
            security: ["barbara", "radia"],
        };
        assert.deepEqual(problems(withRoles({ security: ["security"] }, { teams })), []);
    });

    it("accepts a role for emergencies that has ended, which the components empty", () => {
        const breakGlass = { ...emergency, until: inDays(-3) };
        assert.deepEqual(problems(withRoles({ breakGlass }, watched)), []);
    });

    it("says nothing of who is apart while a team is misspelt", () => {
        const found = problems(withRoles({ releaseManagers: ["relase"] }));
        assert.deepEqual(
            found.map(({ where, meant }) => [where, meant]),
            [["roles.releaseManagers[0]", "release"]],
        );
    });

    it("says nothing of who is apart while a list is wrong in form", () => {
        assert.deepEqual(seenAt(withRoles({ releaseManagers: [7] })), [
            "roles.releaseManagers[0]: 7",
        ]);
    });

    it("lists every mistake at once", () => {
        const roles = {
            releaseManagers: ["release"],
            security: ["nobody"],
            breakGlass: { ...emergency, until: inDays(91) },
            samlProvider: arn,
        };
        assert.deepEqual(
            problems(sample({ roles })).map(({ where }) => where),
            [
                "roles.breakGlass.until",
                "roles.security[0]",
                "breakGlass.azure",
                "roles.samlProvider",
            ],
        );
    });

    refuses([
        [
            "a person in two teams whose roles must be apart",
            withRoles(
                {},
                {
                    teams: { platform: ["ada"], web: ["linus"], release: ["barbara", "Linus"] },
                    repositories: [],
                },
            ),
            "teams.release[1]",
            '"Linus", who is in both web (developer) and release (releaseManager)',
            /in one of the two/,
        ],
        [
            "an Entra group of two teams",
            withRoles({ entraGroups: { web: group(1), release: group(1) } }),
            "roles.entraGroups.release",
            `"${group(1)}"`,
            /other than that of the team web/,
        ],
        [
            "a team with two roles",
            withRoles({ leads: ["release"] }),
            "roles.leads[0]",
            '"release"',
            /other than that of roles\.releaseManagers\[0\]: each has one role/,
        ],
        [
            "a production environment released by developers",
            withRoles({ releaseManagers: [] }),
            "environments[1].reviewers[0]",
            '"release", whose role is developer',
            /release managers or of security/,
        ],
        [
            "a release manager's team that pushes",
            withRoles({ releaseManagers: ["release", "web"] }),
            "repositories[0].team",
            '"web", whose role is releaseManager',
            /it pushes/,
        ],
        [
            "a group of a team that is none",
            withRoles({ entraGroups: { wbe: group(1) } }),
            "roles.entraGroups.wbe",
            '"wbe"',
            /a team of this estate/,
        ],
        [
            "a group that is another on Azure DevOps",
            withRoles(
                { entraGroups: { web: group(2) } },
                { azureDevOps: { ...azureDevOps, groups: { web: group(1) } } },
            ),
            "roles.entraGroups.web",
            `"${group(2)}"`,
            /azureDevOps\.groups\.web is another/,
        ],
        [
            "a role for emergencies without an account to be watched",
            withRoles({ breakGlass: emergency }),
            "breakGlass.azure",
            "nothing",
            /an account for emergencies/,
        ],
        [
            "a role for emergencies that lasts",
            withRoles({ breakGlass: { ...emergency, until: inDays(91) } }, watched),
            "roles.breakGlass.until",
            `"${inDays(91)}"`,
            /at most 90 days ahead/,
        ],
        [
            "a role for emergencies of a team",
            withRoles(
                {
                    breakGlass: { ...emergency, entraGroup: group(2) },
                    entraGroups: { web: group(2) },
                },
                watched,
            ),
            "roles.breakGlass.entraGroup",
            `"${group(2)}"`,
            /other than that of the team web/,
        ],
        [
            "a team called as the one for emergencies",
            withRoles(
                { breakGlass: emergency },
                {
                    ...watched,
                    teams: {
                        platform: ["ada"],
                        web: ["linus"],
                        release: ["barbara"],
                        "break-glass": [],
                    },
                },
            ),
            "teams.break-glass",
            "a list of 0",
            /another name/,
        ],
        [
            "a SAML provider without an account",
            withRoles({ samlProvider: arn }),
            "roles.samlProvider",
            `"${arn}"`,
            /an estate with aws/,
        ],
        [
            "a SAML provider of another account",
            withRoles({ samlProvider: arn.replace("123", "321") }, { aws }),
            "roles.samlProvider",
            `"${arn.replace("123", "321")}"`,
            /of the account 123456789012/,
        ],
    ]);

    it("accepts reviewers who write where the environment does", () => {
        const environments = [
            {
                name: "production",
                tier: "production",
                reviewers: ["web"],
                allowReviewersWhoCanPush: true,
            },
        ];
        assert.deepEqual(problems(withRoles({}, { environments })), []);
    });
});
