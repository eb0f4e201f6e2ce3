import type { PropertyTree } from "../../model/known";

/** "CheckApproval" -> "azuredevops:index/checkApproval:CheckApproval". */
export function devOpsToken(name: string): string {
    return `azuredevops:index/${name.charAt(0).toLowerCase()}${name.slice(1)}:${name}`;
}

const target = {
    projectId: "11111111-2222-3333-4444-555555555555",
    targetResourceId: "7",
    targetResourceType: "environment",
};

/** An approval that every rule accepts, some properties changed; null leaves one out. */
export function approvalWith(changed: PropertyTree) {
    const sound = {
        ...target,
        approvers: ["aaaaaaaa-0000-4000-8000-000000000001"],
        minimumRequiredApprovers: 1,
        requesterCanApprove: false,
        timeout: 43200,
    };
    return { type: devOpsToken("CheckApproval"), props: { ...sound, ...changed } };
}

/** A check of the branch that every rule accepts, some properties changed; null leaves one out. */
export function branchControlWith(changed: PropertyTree) {
    const sound = {
        ...target,
        displayName: "Only main",
        allowedBranches: "refs/heads/main",
        verifyBranchProtection: true,
        ignoreUnknownProtectionStatus: false,
    };
    return { type: devOpsToken("CheckBranchControl"), props: { ...sound, ...changed } };
}
