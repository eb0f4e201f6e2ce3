import type * as pulumi from "@pulumi/pulumi";

/** A repository that may run workflows. */
export interface ActionsRepository {
    /** Name of the repository, without the owner. */
    name: string;
    /** Numeric id of the repository. */
    id: pulumi.Input<number>;
    /**
     * Values of the organisation's properties, by name, for example { tier: "production" }.
     * @default none
     */
    properties?: Record<string, string>;
}

/** A workflow that has to pass before a merge. */
export interface RequiredWorkflow {
    /**
     * Numeric id of the repository that holds the workflow. It has to be open to the Actions of the
     * others (`workflowAccess` "organization" of its guard) and as visible as they are.
     */
    repositoryId: pulumi.Input<number>;
    /** Its file, ".github/workflows/….yml". */
    path: string;
    /**
     * Branch or tag it is taken from, for example "refs/heads/main".
     * @default "refs/heads/main"
     */
    ref?: string;
}

/** Arguments of `GitHubOrganizationActions`. */
export interface GitHubOrganizationActionsArgs {
    /** Name of the organisation. */
    organization: string;
    /**
     * Plan of the organisation: "free", "team" or "enterprise". What it lacks is refused.
     * @default "enterprise"
     */
    githubPlan?: string;
    /** The repositories that may run workflows. No other does. */
    repositories: ActionsRepository[];
    /**
     * Actions allowed besides GitHub's own, as "owner/repository@*" or with a commit in place of
     * the star.
     * @default none
     */
    allowedActions?: string[];
    /**
     * Workflows without which nobody merges to the default branch of any of the repositories.
     * @default none
     */
    requiredWorkflows?: RequiredWorkflow[];
    /**
     * Claims that make up the OIDC subject of a repository that asks for the organisation's template:
     * "repo", "context", and after them "job_workflow_ref" or not.
     * @default repo, context
     */
    oidcClaims?: string[];
}
