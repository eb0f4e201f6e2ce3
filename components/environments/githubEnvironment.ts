import { RepositoryEnvironment } from "@pulumi/github/repositoryEnvironment";
import { RepositoryEnvironmentDeploymentPolicy } from "@pulumi/github/repositoryEnvironmentDeploymentPolicy";
import * as pulumi from "@pulumi/pulumi";

import { githubSubject } from "../identity/subjects/githubSubject";
import { refuse } from "../shared/validate";
import { environmentProblems } from "./checkEnvironment";
import type { GitHubEnvironmentArgs } from "./githubEnvironmentArgs";

/**
 * A deployment environment of a GitHub repository that opens only to reviewed branches and to
 * somebody else's approval.
 *
 * Guaranteed unless an `allow…` argument says otherwise:
 * - a member of one of the reviewing teams approves each deployment, never the person who started it;
 * - administrators cannot skip the approval;
 * - only the listed branches deploy;
 * - the OIDC subject is exact, and whatever trusts it is created after the protection it relies on.
 *
 * Not covered: GitHub asks for one approval whatever the number of reviewers, so two people are
 * certain only where reviewers cannot push to the repository themselves. Reviewing teams need read
 * access to the repository beforehand. Required reviewers on private repositories are a feature of
 * GitHub Enterprise.
 *
 * All unacceptable arguments are reported in one error.
 */
export class GitHubEnvironment extends pulumi.ComponentResource {
    /** Name of the environment. */
    public readonly environment: pulumi.Output<string>;
    /** Exact OIDC subject of the jobs that run in the environment. */
    public readonly subject: pulumi.Output<string>;

    constructor(
        name: string,
        args: GitHubEnvironmentArgs,
        opts: pulumi.ComponentResourceOptions = {},
    ) {
        super("gatehouse:index:GitHubEnvironment", name, args, opts);
        refuse(this, `GitHubEnvironment "${name}"`, environmentProblems(args));
        const environment = createEnvironment(this, name, args, opts.dependsOn);
        createBranchPolicies(this, name, args, environment);

        this.environment = environment.environment;
        this.subject = subjectOf(args, environment);
        this.registerOutputs({ environment: this.environment, subject: this.subject });
    }
}

function createEnvironment(
    parent: pulumi.Resource,
    name: string,
    args: GitHubEnvironmentArgs,
    dependsOn: pulumi.ComponentResourceOptions["dependsOn"],
): RepositoryEnvironment {
    const anyBranch = args.allowAnyBranch === true;
    return new RepositoryEnvironment(
        `${name}-environment`,
        {
            repository: args.repository,
            environment: args.environment,
            reviewers: args.reviewerTeams.length > 0 ? [{ teams: args.reviewerTeams }] : [],
            preventSelfReview: args.allowSelfReview !== true,
            canAdminsBypass: args.allowAdminBypass === true,
            waitTimer: args.waitMinutes ?? 0,
            // Absent means every branch.
            deploymentBranchPolicy: anyBranch
                ? undefined
                : { protectedBranches: false, customBranchPolicies: true },
        },
        // The SDK does not hand what a component waits for down to its children.
        { parent, dependsOn },
    );
}

function createBranchPolicies(
    parent: pulumi.Resource,
    name: string,
    args: GitHubEnvironmentArgs,
    environment: RepositoryEnvironment,
): void {
    for (const branch of args.allowAnyBranch === true ? [] : args.branches) {
        new RepositoryEnvironmentDeploymentPolicy(
            `${name}-branch/${branch}`,
            {
                repository: environment.repository,
                environment: environment.environment,
                branchPattern: branch,
            },
            { parent },
        );
    }
}

/** Built from the environment's outputs, so that it depends on the environment. */
function subjectOf(
    args: GitHubEnvironmentArgs,
    created: RepositoryEnvironment,
): pulumi.Output<string> {
    const { ownerId, repositoryId } = args;
    const ids =
        args.subjectFormat !== "name" && ownerId !== undefined && repositoryId !== undefined
            ? { ownerId, repositoryId }
            : undefined;
    return pulumi
        .all([created.repository, created.environment, pulumi.output(ids)])
        .apply(([repository, environment, known]) =>
            githubSubject({
                owner: args.organization,
                repository,
                ids: known,
                context: { kind: "environment", name: environment },
            }),
        );
}
