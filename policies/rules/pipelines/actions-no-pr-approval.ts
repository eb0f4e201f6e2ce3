import { workflowToken, workflowTokenTypes } from "../../../model/views/githubActions";
import { defineRule } from "../../lib/defineRule";
import { judgeDemands, off } from "../../lib/demands";

/**
 * Stops a workflow from being the second person. Its approval counts as a review, and whoever can push
 * a branch can write the workflow.
 *
 * Blind spot: approvals by the token of an app or a person that a workflow holds as a secret.
 */
export const actionsNoPrApproval = defineRule({
    id: "actions-no-pr-approval",
    code: "H04",
    title: "Workflows approve no pull requests",
    attack:
        "A developer pushes a branch with a workflow that approves their own pull request. One of the reviews that " +
        "the rules ask for is there, and no second person has read anything.",
    blindSpot: "Approvals with a token of an app or a person that a workflow holds.",
    severity: "critical",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "set canApprovePullRequestReviews to false",
        code: `canApprovePullRequestReviews: false`,
    },
    controls: ["ncsc:7", "owasp:cicd-sec-1"],
    tags: ["actions", "review"],
    types: workflowTokenTypes,
    settings: {},
    examples: {
        denied: `new WorkflowRepositoryPermissions("web", {
    repository: "web",
    canApprovePullRequestReviews: true,
});`,
        allowed: `new WorkflowRepositoryPermissions("web", {
    repository: "web",
    canApprovePullRequestReviews: false,
});`,
    },
    judge(resource) {
        return judgeDemands([off(workflowToken(resource).approves)]);
    },
});
