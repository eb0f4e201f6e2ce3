import assert from "node:assert/strict";
import { describe, it } from "mocha";

import { known, unknown, UNKNOWN } from "../../../model/known";
import {
    admitsAnyBranch,
    approvalCheck,
    branchCheck,
    requiredTemplates,
} from "../../../model/views/devOpsCheck";

describe("checks of Azure DevOps", () => {
    it("has the provider's defaults: every branch, none verified, all approvers", () => {
        const { branches, verifiesProtection, acceptsUnknownProtection } = branchCheck({
            props: {},
        });
        assert.deepEqual(branches, known(["*"]));
        assert.deepEqual(verifiesProtection, known(false));
        assert.deepEqual(acceptsUnknownProtection, known(false));
        const { approvers, minimum, requesterApproves } = approvalCheck({ props: {} });
        assert.deepEqual([approvers, minimum], [known(0), known(0)]);
        assert.deepEqual(requesterApproves, known(false));
    });

    it("takes no unknown list for an empty one", () => {
        assert.deepEqual(branchCheck({ props: { allowedBranches: UNKNOWN } }).branches, unknown);
        assert.deepEqual(approvalCheck({ props: { approvers: UNKNOWN } }).approvers, unknown);
        assert.deepEqual(requiredTemplates({ props: { requiredTemplates: UNKNOWN } }), unknown);
    });

    it("tells patterns that find every branch from those that leave some out", () => {
        const wide = ["*", "**", "refs/*", "refs/heads/*", "REFS/heads/**/*", "refs/pull/1/merge"];
        const narrow = ["refs/heads/main", "refs/heads/releases/*", "refs/heads/*-stable"];
        assert.deepEqual(
            wide.filter((one) => !admitsAnyBranch(one)),
            [],
        );
        assert.deepEqual(narrow.filter(admitsAnyBranch), []);
    });
});
