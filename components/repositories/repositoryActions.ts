import { ActionsRepositoryAccessLevel } from "@pulumi/github/actionsRepositoryAccessLevel";
import { ActionsRepositoryOidcSubjectClaimCustomizationTemplate } from "@pulumi/github/actionsRepositoryOidcSubjectClaimCustomizationTemplate";
import { ActionsRepositoryPermissions } from "@pulumi/github/actionsRepositoryPermissions";
import type { Repository } from "@pulumi/github/repository";
import { WorkflowRepositoryPermissions } from "@pulumi/github/workflowRepositoryPermissions";
import type * as pulumi from "@pulumi/pulumi";
import { GitHubForkApproval, GitHubImmutableSubject } from "gatehouse-hosts";

import type { GitHubRepositoryGuardArgs } from "./githubRepositoryGuardArgs";

/** What workflows of the repository may run and do, who may use them, and what their tokens say. */
export function createActions(
    parent: pulumi.Resource,
    name: string,
    args: GitHubRepositoryGuardArgs,
    repository: Repository,
): void {
    createPermissions(parent, name, args, repository);
    createForkRules(parent, name, args, repository);
    createSubject(parent, name, args, repository);
    if (args.workflowAccess !== undefined) {
        new ActionsRepositoryAccessLevel(
            `${name}-workflow-access`,
            { repository: repository.name, accessLevel: args.workflowAccess },
            { parent },
        );
    }
}

/** Nothing that is not written in a branch of the repository itself runs with its secrets. */
function createForkRules(
    parent: pulumi.Resource,
    name: string,
    { allowForkWorkflows, classicProtection }: GitHubRepositoryGuardArgs,
    repository: Repository,
): void {
    // A host so old that it has no rulesets has no such setting either.
    if (classicProtection === true) {
        return;
    }
    const approved = {
        runWorkflowsFromForkPullRequests: true,
        sendSecretsAndVariables: false,
        sendWriteTokensToWorkflows: false,
        requireApprovalForForkPrWorkflows: true,
    };
    new GitHubForkApproval(
        `${name}-forks`,
        {
            repository: repository.name,
            ...(allowForkWorkflows === true
                ? approved
                : { runWorkflowsFromForkPullRequests: false }),
        },
        { parent },
    );
}

/** What the subject of a job's token is made of. */
function createSubject(
    parent: pulumi.Resource,
    name: string,
    { oidcClaims, immutableSubject }: GitHubRepositoryGuardArgs,
    repository: Repository,
): void {
    const template =
        oidcClaims === undefined
            ? []
            : [
                  new ActionsRepositoryOidcSubjectClaimCustomizationTemplate(
                      `${name}-oidc-claims`,
                      {
                          repository: repository.name,
                          useDefault: false,
                          includeClaimKeys: oidcClaims,
                      },
                      { parent },
                  ),
              ];
    if (immutableSubject === true) {
        // Both write one setting of GitHub's; this one reads it first and sends the claims back.
        new GitHubImmutableSubject(
            `${name}-immutable-subject`,
            { repository: repository.name, useImmutableSubject: true },
            { parent, dependsOn: template },
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
