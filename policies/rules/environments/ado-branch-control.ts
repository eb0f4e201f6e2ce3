import { map } from "../../../model/known";
import { admitsAnyBranch, branchCheck, branchControlType } from "../../../model/views/devOpsCheck";
import { defineRule } from "../../lib/defineRule";
import { judgeDemands } from "../../lib/demands";

/**
 * Stops checks of the branch that let unreviewed branches pass. A pattern such as refs/heads/releases/*
 * is what Azure DevOps documents, and harmless while the branches it finds have to be protected; one
 * that finds every branch, or what pull requests propose, is refused.
 *
 * Blind spot: what the policies of a branch ask for, and of which repository it is.
 */
export const adoBranchControl = defineRule({
    id: "ado-branch-control",
    code: "G05",
    title: "Checks of the branch on Azure DevOps let chosen, protected branches pass only",
    attack:
        "A developer pushes a branch, or opens a pull request, whose pipeline uses the resource. Where any " +
        "branch passes, or one that no policy protects, nobody has reviewed what then runs with it.",
    blindSpot:
        "Does not see what the policies of a branch ask for. Whether every resource has such a check is judged " +
        "by protected-resource-has-checks.",
    severity: "high",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "list the branches and have their protection verified (components with checks: leave allowAnyBranch and allowUnprotectedBranches out)",
        code: `allowedBranches: "refs/heads/main",
verifyBranchProtection: true`,
    },
    controls: ["ncsc:3", "ncsc:8", "owasp:cicd-sec-1", "cis:5.1.4"],
    tags: ["azure-devops", "environment", "branch"],
    types: [branchControlType],
    settings: {},
    examples: {
        denied: `new CheckBranchControl("production", {
    projectId: project.id,
    targetResourceId: production.id,
    targetResourceType: "environment",
});`,
        allowed: `new CheckBranchControl("production", {
    projectId: project.id,
    targetResourceId: production.id,
    targetResourceType: "environment",
    allowedBranches: "refs/heads/main",
    verifyBranchProtection: true,
});`,
    },
    judge(resource) {
        const { branches, verifiesProtection, acceptsUnknownProtection } = branchCheck(resource);
        return judgeDemands([
            {
                property: "allowedBranches",
                seen: map(branches, (names) => names.join(", ")),
                met: map(branches, (names) => !names.some(admitsAnyBranch)),
                wanted: "branches in full, or patterns that leave branches out",
            },
            {
                property: "verifyBranchProtection",
                seen: verifiesProtection,
                met: verifiesProtection,
                wanted: "true",
            },
            {
                property: "ignoreUnknownProtectionStatus",
                seen: acceptsUnknownProtection,
                met: map(acceptsUnknownProtection, (accepts) => !accepts),
                wanted: "false",
            },
        ]);
    },
});
