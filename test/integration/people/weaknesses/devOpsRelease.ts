import { lenient } from "../../../support/people/coalitions";
import { changed, object, plus, text } from "../../../support/people/deployed";
import { check, connection, noLeads, owners, repository } from "./devOpsChanges";
import type { Weakness } from "./weakness";

const release = { goal: "release", repository, from: 3 } as const;

export const devOpsReleaseWeaknesses: readonly Weakness[] = [
    { ...release, title: "no lead (L9)", to: 2, weaken: noLeads },
    {
        ...release,
        title: "approved by those who push (L8)",
        to: 2,
        weaken: (standing) => check("CheckApproval", { approvers: [owners(standing)] })(standing),
    },
    {
        ...release,
        title: "approved before the environment only, which a job need not name (L8)",
        to: 2,
        weaken: (standing) =>
            standing.filter(
                ({ kind, is }) =>
                    !(
                        kind === "CheckApproval" &&
                        text(is.targetResourceId) === connection(standing)
                    ),
            ),
    },
    {
        ...release,
        title: "any branch (L8)",
        to: 2,
        weaken: check("CheckBranchControl", {
            allowedBranches: "*",
            verifyBranchProtection: false,
        }),
    },
    {
        ...release,
        title: "branches nobody checks for protection (L8)",
        to: 2,
        weaken: check("CheckBranchControl", { verifyBranchProtection: false }),
    },
    {
        ...release,
        title: "any branch, and those who push approve (L8)",
        to: 1,
        weaken: (standing) =>
            check("CheckApproval", { approvers: [owners(standing)] })(
                check("CheckBranchControl", { verifyBranchProtection: false })(standing),
            ),
    },
    {
        ...release,
        title: "any branch, those who push approve, and not their own runs (L7)",
        reading: lenient,
        to: 2,
        weaken: (standing) =>
            check("CheckApproval", { approvers: [owners(standing)] })(
                check("CheckBranchControl", { verifyBranchProtection: false })(standing),
            ),
    },
    {
        ...release,
        title: "any branch, those who push approve, their own runs as well (L7)",
        reading: lenient,
        to: 1,
        weaken: (standing) =>
            check("CheckApproval", { approvers: [owners(standing)], requesterCanApprove: true })(
                check("CheckBranchControl", { verifyBranchProtection: false })(standing),
            ),
    },
    {
        ...release,
        title: "every pipeline of the project let in, one of a repository with two votes among them (D2)",
        to: 2,
        weaken: (standing) =>
            plus(standing, "PipelineAuthorization", "x", {
                type: "endpoint",
                resourceId: connection(standing),
            }),
    },
    {
        ...release,
        title: "everybody may edit pipelines, those who release among them (L10)",
        to: 1,
        weaken: (standing) =>
            changed(
                standing,
                "BuildDefinitionPermissions",
                () => true,
                (is) => ({
                    permissions: { ...object(is.permissions), EditBuildDefinition: "Allow" },
                }),
            ),
    },
    {
        goal: "secret",
        repository,
        title: "variables that every pipeline may use (D2)",
        from: 3,
        to: 1,
        weaken: (standing) =>
            plus(standing, "VariableGroup", "x", { name: "keys", allowAccess: true }),
    },
    {
        goal: "fork",
        repository,
        title: "forks are built and given secrets (C3)",
        from: undefined,
        to: 1,
        weaken: (standing) => {
            const built = changed(
                standing,
                "AzureDevOpsPipelineSettings",
                () => true,
                () => ({
                    buildsEnabledForForks: true,
                    enforceNoAccessToSecretsFromForks: false,
                }),
            );
            return changed(
                built,
                "BuildDefinition",
                () => true,
                () => ({
                    pullRequestTrigger: { forks: { enabled: true, shareSecrets: true } },
                }),
            );
        },
    },
    {
        goal: "fork",
        repository,
        title: "forks are built, but the project gives them no secrets (C3)",
        from: undefined,
        to: undefined,
        weaken: (standing) =>
            changed(
                standing,
                "BuildDefinition",
                () => true,
                () => ({
                    pullRequestTrigger: { forks: { enabled: true, shareSecrets: true } },
                }),
            ),
    },
];
