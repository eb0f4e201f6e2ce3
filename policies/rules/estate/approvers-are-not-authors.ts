import { conclude, type Finding, type Judgement } from "../../../model/finding";
import { known } from "../../../model/known";
import { Principals, type Principal } from "../../../model/devOpsPrincipals";
import { approvalType } from "../../../model/views/devOpsCheck";
import { defineStackRule } from "../../lib/defineRule";
import { texts } from "../../lib/settings";

/**
 * Warns where one person or group decides alone what is deployed and what stands in the branch: the
 * second pair of eyes is the first.
 *
 * The catalogue asks the same of GitHub, whose code owners are lines of a file; this judges Azure DevOps only.
 *
 * Blind spot: who is in the groups: two groups may have the same members.
 */
export const approversAreNotAuthors = defineStackRule({
    id: "approvers-are-not-authors",
    code: "S15",
    title: "Who alone approves deployments on Azure DevOps does not alone decide on the code",
    attack:
        "The one group that approves deployments may also go round the policies of the branch, or is its only " +
        "required reviewer. Whoever is in it, or took over one account of it, brings a change to production alone.",
    blindSpot:
        "Does not see who is in the groups, nor what was granted by hand or by another stack. Says nothing of GitHub.",
    severity: "medium",
    enforcement: "advisory",
    confidence: "medium",
    remediation: {
        change: "let another group approve, or a second one besides; and take the right to go round policies from the one that approves",
        code: "approvers: [release.originId, operations.originId]",
    },
    controls: ["ncsc:7", "owasp:cicd-sec-1"],
    tags: ["azure-devops", "approval", "access"],
    types: [approvalType],
    settings: {
        broadGroups: texts("Names of groups in which everybody is who works in a project.", [
            "Contributors",
            "Project Valid Users",
            "Readers",
        ]),
    },
    examples: {
        denied: `new CheckApproval("production", { /* … */ approvers: [web.originId] });
new GitPermissions("web", {
    projectId: project.id,
    principal: web.descriptor,
    permissions: { PullRequestBypassPolicy: "Allow" },
});`,
        allowed: `new CheckApproval("production", { /* … */ approvers: [release.originId] });
new GitPermissions("web", {
    projectId: project.id,
    principal: web.descriptor,
    permissions: { PullRequestBypassPolicy: "Allow" },
});`,
    },
    judge(stack, context) {
        const principals = new Principals(stack, (urn) => context.declarationOf(urn));
        return principals.soleApprovals().map(({ check, approver }): Judgement => {
            const verdict =
                approver === undefined
                    ? conclude([], ["approvers"])
                    : conclude(findingsOf(approver, principals, context.config.broadGroups));
            return { urn: check.urn, verdict };
        });
    },
});

function findingsOf(
    approver: Principal,
    principals: Principals,
    broadGroups: readonly string[],
): Finding[] {
    const finding = (id: string, wanted: string): Finding => {
        return { id, property: "approvers", seen: known(approver.shown), wanted };
    };
    return [
        ...(approver.names.some((name) => isAmong(name, broadGroups))
            ? [finding("broad group", "a group in which not everybody is")]
            : []),
        ...principals
            .bypassing(approver)
            .map((right) => finding(`bypass ${right}`, `somebody else than who has ${right}`)),
        ...(principals.reviewsAlone(approver)
            ? [finding("reviewer", "somebody else than the only required reviewer")]
            : []),
    ];
}

function isAmong(name: string, names: readonly string[]): boolean {
    return names.some((one) => one.toLowerCase() === name.toLowerCase());
}
