import type { PropertyTree } from "../../model/known";

export const environmentType = "github:index/repositoryEnvironment:RepositoryEnvironment";
export const deploymentPolicyType =
    "github:index/repositoryEnvironmentDeploymentPolicy:RepositoryEnvironmentDeploymentPolicy";

/** A production environment that every rule accepts; each case spoils one thing. */
export const soundEnvironment = {
    repository: "web",
    environment: "production",
    reviewers: [{ teams: [17] }],
    preventSelfReview: true,
    canAdminsBypass: false,
    waitTimer: 0,
    deploymentBranchPolicy: { protectedBranches: false, customBranchPolicies: true },
} satisfies PropertyTree;

/** The sound environment with some properties changed; null leaves one out. */
export function environmentWith(changed: PropertyTree) {
    return { type: environmentType, props: { ...soundEnvironment, ...changed } as PropertyTree };
}
