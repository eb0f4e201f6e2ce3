import type { Repository } from "@pulumi/github/repository";
import { RepositoryRuleset } from "@pulumi/github/repositoryRuleset";
import type * as pulumi from "@pulumi/pulumi";

import type { GitHubRepositoryGuardArgs } from "./githubRepositoryGuardArgs";

/**
 * Id of the repository role "admin" among the actors of a ruleset.
 *
 * source: GitHub REST documentation of rulesets, actor ids of repository roles
 * date: 2026-11-21
 */
const adminRoleId = 5;

/** What a merge to the default branch needs when the arguments do not say. */
const defaultReviews = 2;

/** Rules of the default branch. Created after `after`, because no later push may go around them. */
export function createBranchRules(
    parent: pulumi.Resource,
    name: string,
    args: GitHubRepositoryGuardArgs,
    repository: Repository,
    after: pulumi.Resource[],
): RepositoryRuleset {
    return new RepositoryRuleset(
        `${name}-branch-rules`,
        {
            repository: repository.name,
            name: "default-branch",
            target: "branch",
            enforcement: "active",
            conditions: { refName: { includes: ["~DEFAULT_BRANCH"], excludes: [] } },
            bypassActors: bypassActors(args),
            rules: {
                deletion: true,
                nonFastForward: true,
                requiredLinearHistory: true,
                requiredSignatures: true,
                pullRequest: {
                    requiredApprovingReviewCount: args.reviews ?? defaultReviews,
                    dismissStaleReviewsOnPush: args.allowStaleReviews !== true,
                    requireCodeOwnerReview: true,
                    requireLastPushApproval: true,
                    requiredReviewThreadResolution: true,
                    allowedMergeMethods: ["squash"],
                },
                ...requiredChecks(args),
            },
        },
        { parent, dependsOn: after },
    );
}

/** A tag that exists stays and points where it pointed: releases are built from tags. */
export function createTagRules(
    parent: pulumi.Resource,
    name: string,
    repository: Repository,
): RepositoryRuleset {
    return new RepositoryRuleset(
        `${name}-tag-rules`,
        {
            repository: repository.name,
            name: "all-tags",
            target: "tag",
            enforcement: "active",
            conditions: { refName: { includes: ["~ALL"], excludes: [] } },
            bypassActors: [],
            rules: { deletion: true, update: true, nonFastForward: true },
        },
        { parent },
    );
}

function bypassActors(args: GitHubRepositoryGuardArgs) {
    return args.allowBypass === true
        ? [{ actorType: "RepositoryRole", actorId: adminRoleId, bypassMode: "always" }]
        : [];
}

function requiredChecks(args: GitHubRepositoryGuardArgs) {
    if (args.checks.length === 0) {
        return {};
    }
    const requiredChecks = args.checks.map(({ context, integrationId }) => ({
        context,
        integrationId,
    }));
    return {
        requiredStatusChecks: {
            requiredChecks,
            strictRequiredStatusChecksPolicy: true,
            // A branch that is just being created has no check run yet.
            doNotEnforceOnCreate: true,
        },
    };
}
