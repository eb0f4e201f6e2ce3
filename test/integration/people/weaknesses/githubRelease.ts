import { guardsLeftAlone } from "../../../support/people/coalitions";
import { changed, plus, without } from "../../../support/people/deployed";
import { environment, here, idOf, ownJobs, repository } from "./githubChanges";
import type { Weakness } from "./weakness";

const release = { goal: "release", repository, from: 2 } as const;

export const gitHubReleaseWeaknesses: readonly Weakness[] = [
    {
        ...release,
        title: "the shared workflow gone, from two who change it to two who merge and one who approves",
        to: 3,
        weaken: ownJobs,
    },
    {
        ...release,
        title: "approved by those who push (L7)",
        to: 2,
        weaken: (standing) =>
            environment({ reviewers: [{ teams: [Number(idOf(standing))] }] })(ownJobs(standing)),
    },
    {
        ...release,
        title: "an environment without reviewers (L7)",
        to: 2,
        weaken: (standing) => environment({ reviewers: [] })(ownJobs(standing)),
    },
    {
        ...release,
        title: "an environment nobody made (D1)",
        to: 1,
        weaken: (standing) => without(standing, "RepositoryEnvironment", here),
    },
    {
        ...release,
        title: "any branch deploys, and those who push approve (D1)",
        to: 1,
        weaken: (standing) =>
            environment({
                deploymentBranchPolicy: null,
                reviewers: [{ teams: [Number(idOf(standing))] }],
            })(standing),
    },
    {
        ...release,
        title: "protected branches deploy, where no classic protection is (U3)",
        to: 2,
        weaken: (standing) =>
            environment({
                deploymentBranchPolicy: { protectedBranches: true, customBranchPolicies: false },
            })(standing),
    },
    {
        ...release,
        title: "administrators skip the approval, one of those who push being one (L7)",
        reading: guardsLeftAlone,
        to: 1,
        weaken: (standing) =>
            plus(
                environment({ canAdminsBypass: true, deploymentBranchPolicy: null })(standing),
                "RepositoryCollaborator",
                "x",
                { repository, username: "edsger", permission: "admin" },
            ),
    },
    {
        ...release,
        title: "a tag deploys that anybody makes (B3)",
        to: 2,
        weaken: (standing) =>
            plus(standing, "RepositoryEnvironmentDeploymentPolicy", "x", {
                repository,
                environment: "production",
                tagPattern: "v*",
            }),
    },
    {
        goal: "secret",
        repository,
        title: "a secret of the repository (K1)",
        from: 2,
        to: 1,
        weaken: (standing) =>
            plus(standing, "ActionsSecret", "x", { repository, secretName: "KEY" }),
    },
    {
        goal: "secret",
        repository,
        title: "a secret of the organisation (K3)",
        from: 2,
        to: 1,
        weaken: (standing) =>
            plus(standing, "ActionsOrganizationSecret", "x", {
                secretName: "KEY",
                visibility: "all",
            }),
    },
    {
        goal: "fork",
        repository,
        title: "forks allowed and given secrets (C3)",
        from: undefined,
        to: 1,
        weaken: (standing) => {
            const forkable = changed(
                standing,
                "Repository",
                (is) => is.name === repository,
                () => ({ allowForking: true }),
            );
            const members = changed(
                forkable,
                "OrganizationSettings",
                () => true,
                () => ({
                    membersCanForkPrivateRepositories: true,
                }),
            );
            return changed(members, "GitHubForkApproval", here, () => ({
                runWorkflowsFromForkPullRequests: true,
                sendSecretsAndVariables: true,
            }));
        },
    },
    {
        goal: "fork",
        repository,
        title: "forks given secrets, but none allowed (C3)",
        from: undefined,
        to: undefined,
        weaken: (standing) =>
            changed(standing, "GitHubForkApproval", here, () => ({
                runWorkflowsFromForkPullRequests: true,
                sendSecretsAndVariables: true,
            })),
    },
    {
        ...release,
        title: "everybody of the organisation may push (A2), those who release among them",
        to: 2,
        weaken: (standing) =>
            changed(
                ownJobs(standing),
                "OrganizationSettings",
                () => true,
                () => ({
                    defaultRepositoryPermission: "write",
                }),
            ),
    },
];
