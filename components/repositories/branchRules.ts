import type { Repository } from "@pulumi/github/repository";
import { RepositoryRuleset } from "@pulumi/github/repositoryRuleset";
import type { RepositoryRulesetRules } from "@pulumi/github/types/input";
import * as pulumi from "@pulumi/pulumi";

import type { GitHubRepositoryGuardArgs } from "./githubRepositoryGuardArgs";
import type { GuardTeam } from "./guardPartArgs";
import { mergeQueue } from "./mergeQueue";
import { reviewsOf } from "./tiers";

/**
 * Id of the repository role "admin" among the actors of a ruleset.
 *
 * source: GitHub REST documentation of rulesets, actor ids of repository roles
 * date: 2026-11-21
 */
const adminRoleId = 5;

/** What the rulesets of one repository have in common. */
export interface RuleGround {
    parent: pulumi.Resource;
    name: string;
    args: GitHubRepositoryGuardArgs;
    repository: Repository;
    /** Created before any rule stands, which would refuse it. */
    after: pulumi.Resource[];
}

/** One ruleset for each tier that has branches; the default branch is of the tier "production". */
export function createBranchRules(ground: RuleGround): void {
    const { args } = ground;
    const production = ["~DEFAULT_BRANCH", ...refsOf(args, "production")];
    const integration = refsOf(args, "integration");
    createTier(ground, "branch", "production-branches", production, productionRules(args));
    createTier(
        ground,
        "integration",
        "integration-branches",
        integration,
        mergeRules(args, reviewsOf.integration),
    );
    createTier(ground, "feature", "feature-branches", refsOf(args, "feature"), commitRules(args));
    createNameRules(ground, [...production, ...integration]);
}

/** Refs of a tier, besides the default branch. */
function refsOf({ branches = [] }: GitHubRepositoryGuardArgs, tier: string): string[] {
    return branches
        .filter((branch) => branch.tier === tier)
        .map(({ pattern }) => `refs/heads/${pattern}`);
}

function createTier(
    { parent, name, args, repository, after }: RuleGround,
    key: string,
    title: string,
    includes: string[],
    rules: RepositoryRulesetRules,
): void {
    if (includes.length === 0) {
        return;
    }
    new RepositoryRuleset(
        `${name}-${key}-rules`,
        {
            repository: repository.name,
            name: title,
            target: "branch",
            enforcement: "active",
            conditions: { refName: { includes, excludes: [] } },
            bypassActors: bypassActors(args),
            rules,
        },
        { parent, dependsOn: after },
    );
}

/** How branches may be named; those that are guarded by name have theirs. */
function createNameRules(
    { parent, name, args, repository, after }: RuleGround,
    excludes: string[],
): void {
    if (args.branchNames === undefined) {
        return;
    }
    new RepositoryRuleset(
        `${name}-name-rules`,
        {
            repository: repository.name,
            name: "branch-names",
            target: "branch",
            enforcement: "active",
            conditions: { refName: { includes: ["~ALL"], excludes } },
            bypassActors: [],
            rules: { branchNamePattern: matching("branch name", args.branchNames) },
        },
        { parent, dependsOn: after },
    );
}

function productionRules(args: GitHubRepositoryGuardArgs): RepositoryRulesetRules {
    const rules = mergeRules(args, args.reviews ?? reviewsOf.production, args.leads);
    const { codeScanning = [], requiredDeployments = [] } = args;
    return {
        ...rules,
        ...(codeScanning.length === 0
            ? {}
            : {
                  requiredCodeScanning: {
                      requiredCodeScanningTools: codeScanning.map((scanner) => ({
                          tool: scanner.tool,
                          alertsThreshold: scanner.alerts ?? "errors",
                          securityAlertsThreshold: scanner.securityAlerts ?? "high_or_higher",
                      })),
                  },
              }),
        ...(requiredDeployments.length === 0
            ? {}
            : { requiredDeployments: { requiredDeploymentEnvironments: requiredDeployments } }),
        ...(args.mergeQueue === true ? { mergeQueue } : {}),
    };
}

/** Rules of a branch that is changed by pull request only. */
function mergeRules(
    args: GitHubRepositoryGuardArgs,
    reviews: number,
    leads?: GuardTeam,
): RepositoryRulesetRules {
    return {
        deletion: true,
        nonFastForward: true,
        requiredLinearHistory: true,
        ...commitRules(args),
        pullRequest: {
            requiredApprovingReviewCount: reviews,
            dismissStaleReviewsOnPush: args.allowStaleReviews !== true,
            requireCodeOwnerReview: true,
            requireLastPushApproval: true,
            requiredReviewThreadResolution: true,
            allowedMergeMethods: ["squash"],
            // A hijacked request may be an owner's own; only this makes a member of the team approve.
            ...(leads === undefined ? {} : { requiredReviewers: [approvalOf(leads)] }),
        },
        ...requiredChecks(args),
    };
}

/** What every commit to a branch somebody listed has to be. */
function commitRules({ commitEmails }: GitHubRepositoryGuardArgs): RepositoryRulesetRules {
    return {
        requiredSignatures: true,
        ...(commitEmails === undefined
            ? {}
            : { commitAuthorEmailPattern: matching("mail address of the author", commitEmails) }),
    };
}

function approvalOf(team: GuardTeam) {
    return {
        reviewer: { id: pulumi.output(team.id).apply(Number), type: "Team" },
        filePatterns: ["*"],
        minimumApprovals: 1,
    };
}

/** A rule on metadata: the whole or a part of the text matches, as the pattern is anchored or not. */
export function matching(name: string, pattern: string) {
    return { name, operator: "regex", pattern, negate: false };
}

function bypassActors(args: GitHubRepositoryGuardArgs) {
    return args.allowBypass === true
        ? [{ actorType: "RepositoryRole", actorId: adminRoleId, bypassMode: "always" }]
        : [];
}

function requiredChecks(args: GitHubRepositoryGuardArgs): RepositoryRulesetRules {
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
