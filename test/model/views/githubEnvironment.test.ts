import assert from "node:assert/strict";
import { describe, it } from "mocha";

import {
    known,
    unknown,
    UNKNOWN,
    type PropertyTree,
    type PropertyValue,
} from "../../../model/known";
import {
    deploymentPolicy,
    deploymentPolicyTypes,
    environmentType,
    githubEnvironment,
    matchesEveryRef,
} from "../../../model/views/githubEnvironment";
import { modelResource } from "../../support/modelResource";

function gate(props: PropertyTree) {
    return githubEnvironment(modelResource(environmentType, props));
}

describe("githubEnvironment", () => {
    it("counts users and teams", () => {
        const reviewers: PropertyValue = [{ teams: [1, 2] }, { users: [3] }];
        assert.deepEqual(gate({ reviewers }).reviewers, known(3));
        assert.deepEqual(gate({ reviewers: { teams: [1] } }).reviewers, known(1));
    });

    it("counts reviewers whose ids are unknown", () => {
        assert.deepEqual(gate({ reviewers: [{ teams: [UNKNOWN, UNKNOWN] }] }).reviewers, known(2));
    });

    it("does not count what may be empty", () => {
        const open: PropertyValue[] = [UNKNOWN, [UNKNOWN], [{ teams: UNKNOWN }]];
        for (const reviewers of open) {
            assert.deepEqual(gate({ reviewers }).reviewers, unknown);
        }
        const mixed: PropertyValue = [{ teams: UNKNOWN }, { users: [1] }];
        assert.deepEqual(gate({ reviewers: mixed }).reviewers, known(1));
    });

    it("has nobody, self-review, admin bypass and every branch by default", () => {
        const { reviewers, preventsSelfReview, adminsBypass, limitsBranches } = gate({});
        assert.deepEqual(reviewers, known(0));
        assert.deepEqual(preventsSelfReview, known(false));
        assert.deepEqual(adminsBypass, known(true));
        assert.deepEqual(limitsBranches, known(false));
    });

    it("limits branches as soon as one way of limiting is on", () => {
        const limited = (deploymentBranchPolicy: PropertyTree) =>
            gate({ deploymentBranchPolicy }).limitsBranches;
        assert.deepEqual(
            limited({ protectedBranches: true, customBranchPolicies: false }),
            known(true),
        );
        assert.deepEqual(
            limited({ protectedBranches: UNKNOWN, customBranchPolicies: true }),
            known(true),
        );
        assert.deepEqual(
            limited({ protectedBranches: false, customBranchPolicies: false }),
            known(false),
        );
        assert.deepEqual(
            limited({ protectedBranches: false, customBranchPolicies: UNKNOWN }),
            unknown,
        );
        assert.deepEqual(gate({ deploymentBranchPolicy: UNKNOWN }).limitsBranches, unknown);
    });
});

describe("deploymentPolicy", () => {
    const [newer, older] = deploymentPolicyTypes;

    it("reads the patterns of both resources", () => {
        const tag = deploymentPolicy(
            modelResource(newer, { environment: "prod", tagPattern: "v*" }),
        );
        assert.deepEqual(tag.patterns, [{ path: "tagPattern", value: known("v*") }]);
        const branch = deploymentPolicy(
            modelResource(older, { environmentName: "prod", name: "main" }),
        );
        assert.deepEqual(branch.environment, known("prod"));
        assert.deepEqual(branch.patterns, [{ path: "name", value: known("main") }]);
    });
});

describe("matchesEveryRef", () => {
    it("is true for patterns that leave nothing out", () => {
        for (const pattern of ["*", "**", "**/*", "*/*", "refs/heads/*", "[a-z]*", "?*"]) {
            assert.ok(matchesEveryRef(pattern), pattern);
        }
    });

    it("is false for names and for patterns with a name in them", () => {
        for (const pattern of ["main", "release/*", "v*", "*-release", "?", "", "[ab]"]) {
            assert.equal(matchesEveryRef(pattern), false, pattern);
        }
    });
});
