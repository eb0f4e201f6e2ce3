import { UNKNOWN } from "../../../../model/known";
import { actionsTokenReadOnly } from "../../../../policies/rules/pipelines/actions-token-read-only";
import { organizationToken, tokenWith } from "../../../support/actionsCases";
import { describeRule } from "../../../support/describeRule";

const findings = ["defaultWorkflowPermissions"];

describeRule(actionsTokenReadOnly, {
    denied: [
        {
            name: "a token that writes",
            ...tokenWith({ defaultWorkflowPermissions: "write" }),
            findings,
        },
        {
            name: "a token that writes in an organization",
            ...tokenWith({ defaultWorkflowPermissions: "write" }, organizationToken),
            findings,
        },
    ],
    allowed: [
        { name: "a token that reads", ...tokenWith({}) },
        {
            name: "the provider's default in an organization",
            ...tokenWith({ defaultWorkflowPermissions: null }, organizationToken),
        },
        {
            name: "a repository that has what its organization says",
            ...tokenWith({ defaultWorkflowPermissions: null }),
        },
    ],
    undecidable: [
        {
            name: "permissions that are not known yet",
            ...tokenWith({ defaultWorkflowPermissions: UNKNOWN }),
        },
    ],
    tokens: ["github:index:WorkflowRepositoryPermissions"],
});
