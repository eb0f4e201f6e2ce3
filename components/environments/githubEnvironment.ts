import { RepositoryEnvironment } from "@pulumi/github/repositoryEnvironment";
import { RepositoryEnvironmentDeploymentPolicy } from "@pulumi/github/repositoryEnvironmentDeploymentPolicy";
import * as pulumi from "@pulumi/pulumi";
import { GitHubDeploymentProtectionRule } from "gatehouse-hosts";

import { githubSubject } from "../identity/subjects/githubSubject";
import { judged, refuse } from "../shared/validate";
import { environmentProblems, reviewerIdProblems, type ReviewerIds } from "./checkEnvironment";
import type { GitHubEnvironmentArgs } from "./githubEnvironmentArgs";

/**
 * A deployment environment of a GitHub repository that opens only to reviewed branches and to
 * somebody else's approval.
 *
 * Guaranteed unless an `allow…` argument says otherwise:
 * - a member of one of the reviewing teams approves each deployment, never the person who started it;
 * - in production no reviewer is one person alone, whose account is all a thief would need;
 * - no reviewing team is among those said to push to the repository;
 * - administrators cannot skip the approval;
 * - only the listed branches and tags deploy;
 * - every deployment waits for the verdict of each listed app;
 * - what the organisation's plan would not enforce is refused before anything is made;
 * - the OIDC subject is exact, and whatever trusts it is created after the protection it relies on.
 *
 * Not covered: GitHub asks for one approval whatever the number of reviewers, so two people are
 * certain only where reviewers cannot push to the repository themselves: name who can in `pushTeams`.
 * Reviewing teams need read access to the repository beforehand. A tag may stand for a commit nobody
 * reviewed: let only releasers create those that deploy. Required reviewers on private repositories
 * are a feature of GitHub Enterprise.
 *
 * An environment that exists already is taken over: GitHub knows only one way to write it. Branch and
 * tag policies it had before stay until somebody removes them.
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
        const what = `GitHubEnvironment "${name}"`;
        const problems = environmentProblems(args);
        const reviewers = judged(this, what, idsOf(args), reviewerIdProblems, problems);
        refuse(this, what, problems);
        const environment = createEnvironment(this, name, args, reviewers, opts.dependsOn);
        createRefPolicies(this, name, args, environment);
        const rules = createAppRules(this, name, args, environment);

        this.environment = environment.environment;
        this.subject = subjectOf(args, environment, rules);
        this.registerOutputs({ environment: this.environment, subject: this.subject });
    }
}

/** Plain when all ids are, so that what is wrong with them stands in the one error. */
function idsOf(args: GitHubEnvironmentArgs): pulumi.Input<ReviewerIds> {
    const { reviewerTeams: teams, reviewerUsers: users = [], pushTeams: pushing = [] } = args;
    const isPlain = (ids: pulumi.Input<number>[]): ids is number[] =>
        ids.every((id) => typeof id === "number");
    return isPlain(teams) && isPlain(users) && isPlain(pushing)
        ? { teams, users, pushing }
        : pulumi.output({ teams, users, pushing });
}

function createEnvironment(
    parent: pulumi.Resource,
    name: string,
    args: GitHubEnvironmentArgs,
    ids: pulumi.Input<ReviewerIds>,
    dependsOn: pulumi.ComponentResourceOptions["dependsOn"],
): RepositoryEnvironment {
    const anyBranch = args.allowAnyBranch === true;
    return new RepositoryEnvironment(
        `${name}-environment`,
        {
            repository: args.repository,
            environment: args.environment,
            reviewers: reviewersOf(args, ids),
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

/**
 * Each id by itself, in a list whose length is plain: that somebody reviews is then known in a
 * preview in which the ids are not.
 */
function reviewersOf(args: GitHubEnvironmentArgs, ids: pulumi.Input<ReviewerIds>) {
    const judged = pulumi.output(ids);
    const each = (kind: "teams" | "users", given: unknown[]) =>
        given.length === 0
            ? {}
            : { [kind]: given.map((_, i) => judged.apply((known) => known[kind][i] ?? 0)) };
    const reviewers = {
        ...each("teams", args.reviewerTeams),
        ...each("users", args.reviewerUsers ?? []),
    };
    return Object.keys(reviewers).length === 0 ? [] : [reviewers];
}

function createRefPolicies(
    parent: pulumi.Resource,
    name: string,
    { allowAnyBranch, branches, tags = [] }: GitHubEnvironmentArgs,
    environment: RepositoryEnvironment,
): void {
    if (allowAnyBranch === true) {
        return;
    }
    const policies = [
        ...branches.map((branch) => [`branch/${branch}`, { branchPattern: branch }] as const),
        ...tags.map((tag) => [`tag/${tag}`, { tagPattern: tag }] as const),
    ];
    for (const [policy, pattern] of policies) {
        new RepositoryEnvironmentDeploymentPolicy(
            `${name}-${policy}`,
            {
                repository: environment.repository,
                environment: environment.environment,
                ...pattern,
            },
            { parent },
        );
    }
}

/** No type of the GitHub provider sets these rules. */
function createAppRules(
    parent: pulumi.Resource,
    name: string,
    { apps = [] }: GitHubEnvironmentArgs,
    { repository, environment }: RepositoryEnvironment,
): GitHubDeploymentProtectionRule[] {
    return apps.map(
        ({ slug, integrationId }) =>
            new GitHubDeploymentProtectionRule(
                `${name}-app/${slug}`,
                { repository, environment, integrationId },
                { parent },
            ),
    );
}

/** Built from the outputs of environment and rules, so that it depends on them. */
function subjectOf(
    args: GitHubEnvironmentArgs,
    created: RepositoryEnvironment,
    rules: GitHubDeploymentProtectionRule[],
): pulumi.Output<string> {
    const { ownerId, repositoryId } = args;
    const ids =
        args.subjectFormat !== "name" && ownerId !== undefined && repositoryId !== undefined
            ? { ownerId, repositoryId }
            : undefined;
    const waited = pulumi.all(rules.map((rule) => rule.environment));
    return pulumi
        .all([created.repository, created.environment, pulumi.output(ids), waited])
        .apply(([repository, environment, known]) =>
            githubSubject({
                owner: args.organization,
                repository,
                ids: known,
                context: { kind: "environment", name: environment },
                ...(args.workflow === undefined ? {} : { workflow: args.workflow }),
            }),
        );
}
