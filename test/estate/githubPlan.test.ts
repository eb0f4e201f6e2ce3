import assert from "node:assert/strict";
import { describe, it } from "mocha";

import { loadEstate } from "../../estate";
import { onDevOps as onDevOpsWith } from "./devOpsSample";
import { refuses, sample, type Raw } from "./sample";

const onDevOps = onDevOpsWith({}, { githubPlan: "free" });

describe("estate: what the GitHub plan does not have", () => {
    const onPlan = (githubPlan: string, changes: Raw = {}): Raw =>
        sample({ githubPlan, environments: [], ...changes });

    it("takes a private repository without reviewers in the plan team", () => {
        assert.equal(loadEstate(onPlan("team")).githubPlan, "team");
    });

    it("takes anything on Azure DevOps in the plan free", () => {
        assert.equal(loadEstate(onDevOps).githubPlan, "free");
    });

    refuses([
        [
            "rules in the plan free",
            onPlan("free"),
            "repositories[0].host",
            '"github"',
            /Azure DevOps, .*; or the plan team: rules for branches and tags .* not in the plan free/,
        ],
        [
            "reviewers in the plan team",
            onPlan("team", {
                environments: [{ name: "production", tier: "production", reviewers: ["release"] }],
            }),
            "environments[0].reviewers",
            "a list of 1",
            /the plan enterprise: reviewers of an environment/,
        ],
        [
            "a wait in the plan team",
            onPlan("team", {
                environments: [{ name: "staging", tier: "staging", waitMinutes: 5 }],
            }),
            "environments[0].waitMinutes",
            "5",
            /^0; or the plan enterprise/,
        ],
        [
            "internal repositories in the plan team",
            onPlan("team", {
                repositories: [
                    { name: "web", host: "github", team: "web", visibility: "internal" },
                ],
            }),
            "repositories[0].visibility",
            '"internal"',
            /^private; or the plan enterprise/,
        ],
        [
            "required workflows in the plan team",
            onPlan("team", {
                github: {
                    billingEmail: "bills@acme.example",
                    requiredWorkflows: [{ repository: "web", path: ".github/workflows/a.yml" }],
                },
            }),
            "github.requiredWorkflows",
            "a list of 1",
            /the plan enterprise: required workflows/,
        ],
    ]);
});
