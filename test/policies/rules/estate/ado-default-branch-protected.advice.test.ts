import assert from "node:assert/strict";
import { describe, it } from "mocha";

import { UNKNOWN } from "../../../../model/known";
import { adoDefaultBranchProtected } from "../../../../policies/rules/estate/ado-default-branch-protected";
import { wire } from "../../../support/describeRule";
import { devOps, repository } from "../../../support/devOpsPlaceCases";
import { runRule } from "../../../support/ruleCases";

const one = repository("one");

describe("ado-default-branch-protected, which refuses and warns", () => {
    it("refuses for reviews and checks, and warns of comments and work items", () => {
        const { type, name, props } = one;
        const answers = runRule(adoDefaultBranchProtected, {
            resources: [{ type, name, props: wire(props) }],
        });
        assert.deepEqual(
            answers.map(({ level }) => level),
            ["mandatory", "mandatory", "advisory", "advisory"],
        );
    });

    it("warns of comments beside reviews that cannot be told", () => {
        const unclear = devOps("reviews", "BranchPolicyMinReviewers", { settings: UNKNOWN });
        const resources = [one, unclear].map(({ type, name, props }) => ({
            type,
            name,
            props: wire(props),
        }));
        const [first, second] = runRule(adoDefaultBranchProtected, {
            resources,
            config: { checks: false, workItems: false },
        });
        assert.match(first?.message ?? "", /^undecidable.*reviews/s);
        assert.match(second?.message ?? "", /comments are resolved/);
    });
});
