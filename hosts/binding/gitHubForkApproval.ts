import * as pulumi from "@pulumi/pulumi";
import { registration, token } from "./registration";

/** The arguments of a {@link GitHubForkApproval}. */
export interface GitHubForkApprovalArgs {
    /**
     * Name of the repository, without its owner. A change replaces the resource.
     * @default the organisation's own setting
     */
    repository?: pulumi.Input<string>;
    /**
     * Public repositories: whose pull requests from forks wait for a maintainer before a workflow
     * runs. "first_time_contributors_new_to_github", "first_time_contributors" or
     * "all_external_contributors". GitHub refuses it for a repository that is not public.
     * @default not managed
     */
    approvalPolicy?: pulumi.Input<string>;
    /**
     * Private and internal repositories: whether pull requests from forks run workflows at all.
     * GitHub refuses it for a public repository.
     * @default not managed
     */
    runWorkflowsFromForkPullRequests?: pulumi.Input<boolean>;
    /**
     * Whether such workflows get a token that may write. Only with `runWorkflowsFromForkPullRequests`.
     * @default false
     */
    sendWriteTokensToWorkflows?: pulumi.Input<boolean>;
    /**
     * Whether such workflows get secrets and variables. Only with `runWorkflowsFromForkPullRequests`.
     * @default false
     */
    sendSecretsAndVariables?: pulumi.Input<boolean>;
    /**
     * Whether such workflows wait for somebody who may write. Only with
     * `runWorkflowsFromForkPullRequests`.
     * @default true
     */
    requireApprovalForForkPrWorkflows?: pulumi.Input<boolean>;
}

/**
 * What pull requests from forks may run. Of a repository exactly one of `approvalPolicy` (public) and
 * `runWorkflowsFromForkPullRequests` (private, internal) is given; of an organisation one or both.
 * Deleted, the setting goes back to GitHub's default: approval for first-time contributors; no workflows
 * in private repositories.
 *
 * REST: `/repos/{owner}/{repo}` or `/orgs/{org}`, `/actions/permissions/fork-pr-contributor-approval` and
 * `/actions/permissions/fork-pr-workflows-private-repos`.
 */
export class GitHubForkApproval extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = token("GitHubForkApproval");

    declare readonly repository: pulumi.Output<string | undefined>;
    declare readonly approvalPolicy: pulumi.Output<string | undefined>;
    declare readonly runWorkflowsFromForkPullRequests: pulumi.Output<boolean | undefined>;
    declare readonly sendWriteTokensToWorkflows: pulumi.Output<boolean | undefined>;
    declare readonly sendSecretsAndVariables: pulumi.Output<boolean | undefined>;
    declare readonly requireApprovalForForkPrWorkflows: pulumi.Output<boolean | undefined>;

    constructor(name: string, args: GitHubForkApprovalArgs, opts?: pulumi.CustomResourceOptions) {
        super(
            GitHubForkApproval.__pulumiType,
            name,
            ...registration(args, opts, {
                optional: [
                    "repository",
                    "approvalPolicy",
                    "runWorkflowsFromForkPullRequests",
                    "sendWriteTokensToWorkflows",
                    "sendSecretsAndVariables",
                    "requireApprovalForForkPrWorkflows",
                ],
            }),
        );
    }
}
