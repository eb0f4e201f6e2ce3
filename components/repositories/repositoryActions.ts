import { ActionsRepositoryAccessLevel } from "@pulumi/github/actionsRepositoryAccessLevel";
import { ActionsRepositoryOidcSubjectClaimCustomizationTemplate } from "@pulumi/github/actionsRepositoryOidcSubjectClaimCustomizationTemplate";
import { ActionsRepositoryPermissions } from "@pulumi/github/actionsRepositoryPermissions";
import type { Repository } from "@pulumi/github/repository";
import { WorkflowRepositoryPermissions } from "@pulumi/github/workflowRepositoryPermissions";
import type * as pulumi from "@pulumi/pulumi";

import type { GitHubRepositoryGuardArgs } from "./githubRepositoryGuardArgs";

/** What workflows of the repository may run and do, who may use them, and what their tokens say. */
export function createActions(
    parent: pulumi.Resource,
    name: string,
    args: GitHubRepositoryGuardArgs,
    repository: Repository,
): void {
    createPermissions(parent, name, args, repository);
    if (args.workflowAccess !== undefined) {
        new ActionsRepositoryAccessLevel(
            `${name}-workflow-access`,
            { repository: repository.name, accessLevel: args.workflowAccess },
            { parent },
        );
    }
    if (args.oidcClaims !== undefined) {
        new ActionsRepositoryOidcSubjectClaimCustomizationTemplate(
            `${name}-oidc-claims`,
            {
                repository: repository.name,
                useDefault: false,
                includeClaimKeys: args.oidcClaims,
            },
            { parent },
        );
    }
}

function createPermissions(
    parent: pulumi.Resource,
    name: string,
    args: GitHubRepositoryGuardArgs,
    repository: Repository,
): void {
    new ActionsRepositoryPermissions(
        `${name}-actions`,
        {
            repository: repository.name,
            enabled: true,
            allowedActions: "selected",
            allowedActionsConfig: {
                githubOwnedAllowed: true,
                verifiedAllowed: false,
                patternsAlloweds: args.allowedActions ?? [],
            },
            shaPinningRequired: true,
        },
        { parent },
    );
    new WorkflowRepositoryPermissions(
        `${name}-workflow-token`,
        {
            repository: repository.name,
            defaultWorkflowPermissions: "read",
            canApprovePullRequestReviews: false,
        },
        { parent },
    );
}
