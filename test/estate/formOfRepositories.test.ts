import assert from "node:assert/strict";
import { describe, it } from "mocha";

import { problems, refuses, sample, withProduction, withRepository, type FormCase } from "./sample";

const cases: FormCase[] = [
    [
        "repositories that are no list",
        sample({ repositories: {} }),
        "repositories",
        "an object",
        /list/,
    ],
    [
        "a repository that is no object",
        sample({ repositories: ["web"] }),
        "repositories[0]",
        '"web"',
        /host: github/,
    ],
    [
        "a repository with its owner",
        withRepository({ name: "acme/web" }),
        "repositories[0].name",
        '"acme/web"',
        /without its owner/,
    ],
    [
        "a repository without a team",
        withRepository({ team: undefined }),
        "repositories[0].team",
        "nothing",
        /team/,
    ],
    [
        "a repository on a host that is none",
        withRepository({ host: "gitlab" }),
        "repositories[0].host",
        '"gitlab"',
        /one of github, azureDevOps/,
    ],
    [
        "a public repository",
        withRepository({ visibility: "public" }),
        "repositories[0].visibility",
        '"public"',
        /private, internal/,
    ],
    [
        "an unknown subject format",
        withRepository({ subjectFormat: "ids" }),
        "repositories[0].subjectFormat",
        '"ids"',
        /id, name/,
    ],
    ["eleven reviews", withRepository({ reviews: 11 }), "repositories[0].reviews", "11", /0 to 10/],
    ["reviews as text", sample({ reviews: "2" }), "reviews", '"2"', /whole number/],
    ["half a review", sample({ reviews: 0.5 }), "reviews", "0.5", /whole number/],
    ["a check without a name", sample({ checks: [""] }), "checks[0]", '""', /name of a check/],
    [
        "a check of no app",
        sample({ checks: [{ context: "build", integrationId: 0 }] }),
        "checks[0].integrationId",
        "0",
        /whole number/,
    ],
    [
        "every action",
        sample({ allowedActions: ["*"] }),
        "allowedActions[0]",
        '"*"',
        /owner\/repository@\*/,
    ],
    [
        "every action of an owner",
        sample({ allowedActions: ["docker/*"] }),
        "allowedActions[0]",
        '"docker/*"',
        /owner\/repository@\*/,
    ],
    [
        "an action by tag",
        sample({ allowedActions: ["docker/login-action@v3"] }),
        "allowedActions[0]",
        '"docker/login-action@v3"',
        /commit id/,
    ],
    [
        "an unknown tier",
        withProduction({ tier: "live" }),
        "environments[0].tier",
        '"live"',
        /production/,
    ],
    [
        "a wildcard as environment",
        withProduction({ name: "*" }),
        "environments[0].name",
        '"*"',
        /wildcards/,
    ],
    [
        "an environment that shares its subject with Production:V1",
        withProduction({ name: "Production%3aV1" }),
        "environments[0].name",
        '"Production%3aV1"',
        /escapes such as %3A/,
    ],
    [
        "a wait longer than thirty days",
        withProduction({ waitMinutes: 43_201 }),
        "environments[0].waitMinutes",
        "43201",
        /43200/,
    ],
    [
        "a negative wait",
        withProduction({ waitMinutes: -1 }),
        "environments[0].waitMinutes",
        "-1",
        /43200/,
    ],
    [
        "no branch at all",
        withProduction({ branches: [] }),
        "environments[0].branches",
        "a list of 0",
        /allowAnyBranch/,
    ],
    [
        "every branch",
        withProduction({ branches: ["main", "**/*"] }),
        "environments[0].branches[1]",
        '"**/*"',
        /not every branch/,
    ],
    [
        "seven reviewing teams",
        withProduction({ reviewers: ["a", "b", "c", "d", "e", "f", "g"] }),
        "environments[0].reviewers",
        "a list of 7",
        /at most 6/,
    ],
    [
        "an unknown key",
        withRepository({ color: "red" }),
        "repositories[0].color",
        'an unknown key, its value "red"',
        /allowStaleReviews/,
    ],
];

describe("estate: form of repositories and environments", () => {
    refuses(cases);

    it("accepts what GitHub and Azure accept", () => {
        const widest = sample({
            organization: "a",
            teams: { platform: ["octo-cat_acme"], web: ["A-1"], "on_call-2": [], release: ["b"] },
            vault: { name: "Kv1-2" },
            allowedActions: [`a/b/c@${"0".repeat(40)}`, "a.b/c_d@*"],
            environments: [
                {
                    name: "eu/production 1",
                    tier: "production",
                    branches: ["release/*"],
                    waitMinutes: 43_200,
                },
            ],
            repositories: [{ name: ".github", host: "github", team: "web", reviews: 10 }],
        });
        assert.deepEqual(problems(widest), []);
    });

    it("leaves weak settings to the policy pack", () => {
        const weak = sample({
            vault: {
                name: "kv-a",
                allowPurge: true,
                allowPublicNetwork: true,
                allowAccessPolicies: true,
            },
            reviews: 0,
            checks: [],
            environments: [
                {
                    name: "production",
                    tier: "production",
                    reviewers: [],
                    roles: [],
                    allowSelfReview: true,
                    allowAdminBypass: true,
                    allowAnyBranch: true,
                },
            ],
            repositories: [
                {
                    name: "web",
                    host: "github",
                    team: "web",
                    allowBypass: true,
                    allowStaleReviews: true,
                },
            ],
        });
        assert.deepEqual(problems(weak), []);
    });
});
