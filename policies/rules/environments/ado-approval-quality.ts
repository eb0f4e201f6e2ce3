import { map } from "../../../model/known";
import { approvalCheck, approvalType } from "../../../model/views/devOpsCheck";
import { defineRule } from "../../lib/defineRule";
import { judgeDemands } from "../../lib/demands";
import { wholeNumber } from "../../lib/settings";

/**
 * Stops approvals that nobody else gives. One approver is enough by default, in production too: Azure DevOps
 * counts a group as one, so two would ask for two groups, where GitHub asks for one of a team.
 *
 * The catalogue's bound on the waiting time is the provider's own: it takes no longer one.
 *
 * Blind spot: who is in a group, and that one person is not in two.
 */
export const adoApprovalQuality = defineRule({
    id: "ado-approval-quality",
    code: "G04",
    title: "An approval on Azure DevOps comes from somebody else than who asked for the run",
    attack:
        "A developer, or whoever stole their account, starts the run that deploys and approves it. The " +
        "check is there, and asks nobody else.",
    blindSpot:
        "Does not see who is in a group, nor that one person is in two of them. Azure DevOps calls a run " +
        "that a push started that of whoever pushed: another author's change may be approved by that author.",
    severity: "critical",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "name approvers and leave requesterCanApprove false (components with checks: leave allowSelfApproval out)",
        code: "approvers: [release.originId], requesterCanApprove: false",
    },
    controls: ["ncsc:10", "ncsc:7", "owasp:cicd-sec-1", "cis:5.2.3"],
    tags: ["azure-devops", "environment", "approval"],
    types: [approvalType],
    settings: {
        minimumApprovers: wholeNumber(
            "How many people or groups have to approve; a group counts once.",
            1,
            1,
            10,
        ),
    },
    examples: {
        denied: `new CheckApproval("production", {
    projectId: project.id,
    targetResourceId: production.id,
    targetResourceType: "environment",
    approvers: [release.originId],
    requesterCanApprove: true,
});`,
        allowed: `new CheckApproval("production", {
    projectId: project.id,
    targetResourceId: production.id,
    targetResourceType: "environment",
    approvers: [release.originId],
});`,
    },
    judge(resource, { config }) {
        const { approvers, minimum, requesterApproves } = approvalCheck(resource);
        const { minimumApprovers } = config;
        return judgeDemands([
            {
                property: "approvers",
                seen: map(approvers, (count) => `${count} approvers`),
                met: map(approvers, (count) => count >= minimumApprovers),
                wanted: `at least ${minimumApprovers}`,
            },
            {
                property: "minimumRequiredApprovers",
                seen: minimum,
                met: map(minimum, (count) => count === 0 || count >= minimumApprovers),
                wanted: `at least ${minimumApprovers}, or left out: then all approve`,
            },
            {
                property: "requesterCanApprove",
                seen: requesterApproves,
                met: map(requesterApproves, (may) => !may),
                wanted: "false",
            },
        ]);
    },
});
