import { OrganizationRuleset } from "@pulumi/github/organizationRuleset";
import type * as pulumi from "@pulumi/pulumi";

import type { GuardCheck } from "../repositories/guardPartArgs";
import type { GitHubOrganizationArgs } from "./githubOrganizationArgs";

/** What a merge to a default branch needs, wherever the organisation itself asks. */
export const productionRules = {
    deletion: true,
    nonFastForward: true,
    requiredLinearHistory: true,
    requiredSignatures: true,
    pullRequest: {
        requiredApprovingReviewCount: 2,
        dismissStaleReviewsOnPush: true,
        requireCodeOwnerReview: true,
        requireLastPushApproval: true,
        requiredReviewThreadResolution: true,
        allowedMergeMethods: ["squash"],
    },
};

/** Rules of every repository that has no guard of its own, known to the program or not. */
export function createBranchRules(
    parent: pulumi.Resource,
    name: string,
    { guardedRepositories = [], checks = [] }: GitHubOrganizationArgs,
): OrganizationRuleset {
    return new OrganizationRuleset(
        `${name}-default-branches`,
        {
            name: "default-branches",
            target: "branch",
            enforcement: "active",
            conditions: {
                refName: { includes: ["~DEFAULT_BRANCH"], excludes: [] },
                repositoryName: { includes: ["~ALL"], excludes: guardedRepositories },
            },
            bypassActors: [],
            rules: { ...productionRules, ...requiredChecks(checks) },
        },
        { parent },
    );
}

/** A tag that exists stays and points where it pointed, in every repository. */
export function createTagRules(parent: pulumi.Resource, name: string): OrganizationRuleset {
    return new OrganizationRuleset(
        `${name}-tags`,
        {
            name: "tags",
            target: "tag",
            enforcement: "active",
            conditions: {
                refName: { includes: ["~ALL"], excludes: [] },
                repositoryName: { includes: ["~ALL"], excludes: [] },
            },
            bypassActors: [],
            rules: { deletion: true, update: true, nonFastForward: true },
        },
        { parent },
    );
}

function requiredChecks(checks: GuardCheck[]) {
    return checks.length === 0
        ? {}
        : {
              requiredStatusChecks: {
                  requiredChecks: checks.map(({ context, integrationId }) => ({
                      context,
                      integrationId,
                  })),
                  strictRequiredStatusChecksPolicy: true,
                  // A branch that is just being created has no check run yet.
                  doNotEnforceOnCreate: true,
              },
          };
}
