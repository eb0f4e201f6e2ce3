import assert from "node:assert/strict";
import { describe, it } from "mocha";
import {
    githubFeatures,
    planHas,
    planNameProblems,
    planProblems,
    type GitHubFeature,
} from "../../../components/shared/githubPlans";

/** Feature, visibility and the plans that have it, written a second time from GitHub's pages. */
const known: readonly (readonly [GitHubFeature, string, string])[] = [
    ["rulesets", "public", "free team enterprise"],
    ["rulesets", "private", "team enterprise"],
    ["branchProtection", "private", "team enterprise"],
    ["pushRulesets", "public", ""],
    ["pushRulesets", "internal", "team enterprise"],
    ["metadataRules", "public", "enterprise"],
    ["mergeQueue", "public", "free team enterprise"],
    ["mergeQueue", "private", "enterprise"],
    ["codeOwners", "private", "team enterprise"],
    ["environments", "private", "team enterprise"],
    ["environmentReviewers", "private", "enterprise"],
    ["environmentReviewers", "public", "free team enterprise"],
    ["environmentWaitTimers", "internal", "enterprise"],
    ["deploymentBranchPolicies", "private", "team enterprise"],
    ["customDeploymentRules", "private", "enterprise"],
    ["secretScanning", "public", "free team enterprise"],
    ["secretScanning", "private", "team enterprise"],
    ["codeScanning", "private", "team enterprise"],
    ["organizationRulesets", "private", "team enterprise"],
    ["requiredWorkflows", "private", "enterprise"],
    ["internalRepositories", "internal", "enterprise"],
    ["runnerGroups", "private", "team enterprise"],
    ["runnerGroupWorkflows", "private", "enterprise"],
    ["customRoles", "private", "enterprise"],
    ["privateOnlyRepositories", "private", "enterprise"],
    ["advancedSecurity", "private", "team enterprise"],
    ["enterpriseAccount", "private", "enterprise"],
];

describe("GitHub's plans", () => {
    for (const [feature, visibility, wanted] of known) {
        it(`know who has ${feature} in ${visibility}`, () => {
            const having = ["free", "team", "enterprise"].filter((plan) =>
                planHas(feature, { plan, visibility }),
            );
            assert.equal(having.join(" "), wanted);
        });
    }

    it("are tested for every feature", () => {
        const tested = new Set(known.map(([feature]) => feature));
        assert.deepEqual(
            githubFeatures.filter((feature) => !tested.has(feature)),
            [],
        );
    });

    it("are enterprise and private when nothing else is said", () => {
        for (const feature of githubFeatures) {
            assert.deepEqual(planProblems("x", feature, {}), []);
        }
    });
});

describe("what a plan lacks", () => {
    it("is told with feature, plan, least plan and alternative", () => {
        const facts = { plan: "team", visibility: "private" };
        const [found] = planProblems("reviewers", "environmentReviewers", facts);
        assert.equal(found?.path, "reviewers");
        assert.equal(
            found.seen,
            'required reviewers of environments in private repositories on plan "team"',
        );
        assert.match(found.allowed, /^plan "enterprise"; otherwise take the reviewers away and /);
    });

    it("is told for what no plan has", () => {
        const facts = { plan: "enterprise", visibility: "public" };
        const [found] = planProblems("pushRules", "pushRulesets", facts);
        assert.match(found?.allowed ?? "", /^no plan has it in public repositories; otherwise /);
    });

    it("has an alternative for every feature", () => {
        for (const feature of githubFeatures) {
            const found = planProblems("x", feature, { plan: "free", visibility: "private" });
            assert.match(found[0]?.allowed ?? "", /; otherwise [a-z]+ .{20,}/, feature);
        }
    });

    it("is not told for a plan that does not exist: its name is the problem", () => {
        assert.deepEqual(planProblems("x", "rulesets", { plan: "gold" }), []);
        assert.equal(planNameProblems("githubPlan", "gold").length, 1);
        assert.deepEqual(planNameProblems("githubPlan", "team"), []);
        assert.deepEqual(planNameProblems("githubPlan", undefined), []);
    });
});
