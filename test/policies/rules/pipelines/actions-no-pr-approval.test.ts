import { UNKNOWN } from "../../../../model/known";
import { actionsNoPrApproval } from "../../../../policies/rules/pipelines/actions-no-pr-approval";
import { organizationToken, tokenWith } from "../../../support/actionsCases";
import { describeRule } from "../../../support/describeRule";

const findings = ["canApprovePullRequestReviews"];

describeRule(actionsNoPrApproval, {
    denied: [
        {
            name: "workflows that approve",
            ...tokenWith({ canApprovePullRequestReviews: true }),
            findings,
        },
        {
            name: "workflows that approve in an organization",
            ...tokenWith({ canApprovePullRequestReviews: true }, organizationToken),
            findings,
        },
    ],
    allowed: [
        { name: "workflows that do not", ...tokenWith({}) },
        {
            name: "nothing said of it",
            ...tokenWith({ canApprovePullRequestReviews: null }),
        },
    ],
    undecidable: [
        {
            name: "a flag that is not known yet",
            ...tokenWith({ canApprovePullRequestReviews: UNKNOWN }),
        },
    ],
    tokens: ["github:index:WorkflowRepositoryPermissions"],
});
