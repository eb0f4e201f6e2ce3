import assert from "node:assert/strict";
import { describe, it } from "mocha";

import { EstateError, loadEstate } from "../../estate";
import { refusal, sample } from "./sample";

describe("estate: the error", () => {
    it("is one, names every problem with path, value and what is allowed, and how to go on", () => {
        const error = refusal(
            sample({
                vault: { name: "kv", alowPurge: true },
                reviews: "2",
                repositories: [{ name: "web", host: "github", team: "wbe" }],
            }),
        );
        assert.equal(
            error?.message,
            `gatehouse:estate has 4 problems:

  vault.name
    found:   "kv"
    allowed: 3 to 24 letters, digits and single hyphens, starting with a letter and ending with a letter or digit

  vault.alowPurge
    found:   an unknown key, its value true
    allowed: one of the keys name, allowPurge, allowPublicNetwork, allowAccessPolicies
    Did you mean allowPurge?

  reviews
    found:   "2"
    allowed: a whole number from 0 to 10

  repositories[0].team
    found:   "wbe"
    allowed: a team of this estate: platform, web, release
    Did you mean web?

Nothing was changed. docs/configuration.md describes every key.`,
        );
    });

    it("is an EstateError with the problems as data", () => {
        assert.throws(
            () => loadEstate(null),
            (error) => error instanceof EstateError && error.problems.length === 1,
        );
    });

    it("reports twenty different mistakes at once, each at its own path", () => {
        const error = refusal({
            organisation: "acme",
            azure: { tenantId: "x", subscriptionId: "y", location: "UK South" },
            teams: {
                platform: ["ada", "ada"],
                Web: ["linus"],
                web: ["@b"],
                empty: [],
                release: ["r"],
            },
            contacts: ["security@acme.example"],
            vault: { name: "1", allowPurge: "no", color: "red" },
            reviews: -1,
            checks: [7],
            allowedActions: ["*"],
            environments: [
                { name: "p", tier: "prod", reviewers: ["empty"], waitMinutes: 1e6 },
                {
                    name: "P",
                    tier: "production",
                    reviewers: ["nobody", "platform"],
                    roles: ["Owner"],
                },
            ],
            repositories: [
                { name: "a", host: "gitlab", team: "web" },
                { name: "A", host: "github", team: "none" },
            ],
        });
        const places = error?.problems.map(({ where }) => where) ?? [];
        assert.deepEqual(
            [...places].sort(),
            [
                "allowedActions[0]",
                "azure.location",
                "azure.subscriptionId",
                "azure.tenantId",
                "checks[0]",
                "environments[0].reviewers[0]",
                "environments[0].tier",
                "environments[0].waitMinutes",
                "environments[1].name",
                "environments[1].reviewers[0]",
                "environments[1].reviewers[1]",
                "environments[1].roles[0]",
                "organisation",
                "repositories[0].host",
                "repositories[1].name",
                "repositories[1].team",
                "reviews",
                "teams.Web",
                "teams.platform[1]",
                "teams.web[0]",
                "vault.allowPurge",
                "vault.color",
                "vault.name",
            ].sort(),
        );
    });
});
