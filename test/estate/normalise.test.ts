import assert from "node:assert/strict";
import { describe, it } from "mocha";

import { loadEstate } from "../../estate";
import { sample, withProduction, withRepository } from "./sample";

function firstRepository(raw: unknown) {
    return loadEstate(raw).repositories[0] ?? assert.fail("no repository");
}

describe("estate: normalising", () => {
    it("gives a repository of three lines everything", () => {
        assert.deepEqual(loadEstate(sample({ environments: undefined })), {
            organization: "acme-dev",
            azure: {
                tenantId: "11111111-2222-3333-4444-555555555555",
                subscriptionId: "66666666-7777-8888-9999-000000000000",
                location: "uksouth",
            },
            teams: [
                { name: "platform", members: ["ada", "grace"] },
                { name: "release", members: ["barbara", "katherine"] },
                { name: "web", members: ["linus", "margaret"] },
            ],
            vault: {
                name: "kv-acme-dev",
                allowPurge: false,
                allowPublicNetwork: false,
                allowAccessPolicies: false,
            },
            contacts: ["security@acme.example"],
            auditDays: 365,
            appliedBy: { azure: [], aws: [] },
            breakGlass: { azure: [], aws: [] },
            githubPlan: "enterprise",
            developerDevices: "trusted",
            signingKeys: [],
            secrets: [],
            repositories: [
                {
                    name: "web",
                    host: "github",
                    team: "web",
                    codeOwners: "platform",
                    description: "",
                    visibility: "private",
                    subjectFormat: "id",
                    reviews: 2,
                    checks: [{ context: "build", integrationId: 15368 }],
                    allowedActions: [],
                    environments: [],
                    branches: [],
                    adopt: false,
                    plan: false,
                    allowBypass: false,
                    allowStaleReviews: false,
                },
            ],
            allowDestroy: false,
        });
    });

    it("gives an environment of two words everything", () => {
        const environments = [{ name: "staging", tier: "staging" }];
        assert.deepEqual(firstRepository(sample({ environments })).environments, [
            {
                name: "staging",
                tier: "staging",
                reviewers: [],
                waitMinutes: 0,
                branches: ["main"],
                roles: [{ role: "Website Contributor" }],
                allowSelfReview: false,
                allowAdminBypass: false,
                allowAnyBranch: false,
            },
        ]);
    });

    for (const [key, estate, own, estateFull, ownFull] of [
        ["reviews", 3, 1, 3, 1],
        ["reviews", 3, 0, 3, 0],
        ["codeOwners", "web", "release", "web", "release"],
        ["allowedActions", ["a/b@*"], [], ["a/b@*"], []],
        [
            "checks",
            ["unit"],
            [{ context: "scan", integrationId: 57789 }],
            [{ context: "unit", integrationId: 15368 }],
            [{ context: "scan", integrationId: 57789 }],
        ],
    ] as const) {
        it(`takes ${key} ${JSON.stringify(own)} of a repository before the estate's`, () => {
            const environments: unknown[] = [];
            const raw = { ...sample({ environments }), [key]: estate };
            assert.deepEqual(firstRepository(raw)[key], estateFull);
            const repositories = [{ name: "web", host: "github", team: "web", [key]: own }];
            assert.deepEqual(firstRepository({ ...raw, repositories })[key], ownFull);
        });
    }

    it("takes a repository's environments in place of the estate's, none if it has none", () => {
        const environments = [{ name: "lab", tier: "development" }];
        const names = (raw: unknown) => firstRepository(raw).environments.map(({ name }) => name);
        assert.deepEqual(names(withRepository({})), ["staging", "production"]);
        assert.deepEqual(names(withRepository({ environments })), ["lab"]);
        assert.deepEqual(names(withRepository({ environments: [] })), []);
    });

    it("hands every weakening on, under its own name", () => {
        const vault = {
            name: "kv-a",
            allowPurge: true,
            allowPublicNetwork: true,
            allowAccessPolicies: true,
        };
        assert.deepEqual(loadEstate(sample({ vault })).vault, vault);
        assert.equal(loadEstate(sample({ allowDestroy: true })).allowDestroy, true);
        const lax = { allowBypass: true, allowStaleReviews: true };
        const { allowBypass, allowStaleReviews } = firstRepository(withRepository(lax));
        assert.deepEqual({ allowBypass, allowStaleReviews }, lax);
        const open = { allowSelfReview: true, allowAdminBypass: true, allowAnyBranch: true };
        const [environment] = firstRepository(withProduction(open)).environments;
        assert.deepEqual({ ...environment, ...open }, environment);
    });

    it("gives the same estate whatever the order of the keys: engines differ in it", () => {
        const raw = sample();
        const turned = Object.fromEntries(Object.entries(raw).reverse());
        const teams = Object.fromEntries(Object.entries(raw.teams as object).reverse());
        assert.equal(
            JSON.stringify(loadEstate({ ...turned, teams })),
            JSON.stringify(loadEstate(raw)),
        );
    });

    it("leaves what it was given as it was", () => {
        const raw = sample();
        const before = structuredClone(raw);
        loadEstate(raw);
        assert.deepEqual(raw, before);
    });
});
