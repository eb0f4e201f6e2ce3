import type { Values } from "../../../../sandbox/cloud/values";
import type { Deployed, Standing } from "../../../support/people/deployed";

export const one = (kind: string, is: Values, id = kind): Standing => ({ kind, id, is });
const teamOf = (id: string, slug: string, members: string[]): Standing[] => [
    one("Team", { slug, name: slug }, id),
    one(
        "TeamMembers",
        { teamSlug: slug, members: members.map((username) => ({ username })) },
        slug,
    ),
];
export const repository = "web";
const push = { permission: "push" };

const pullRequest = {
    requiredApprovingReviewCount: 2,
    dismissStaleReviewsOnPush: true,
    requireLastPushApproval: true,
};
export const ruleset = (is: Values = {}, kind = "RepositoryRuleset"): Standing =>
    one(kind, {
        repository,
        name: "branches",
        target: "branch",
        enforcement: "active",
        bypassActors: [],
        conditions: { refName: { includes: ["~DEFAULT_BRANCH"], excludes: [] } },
        rules: { pullRequest },
        ...is,
    });
export const review = (change: Values): Standing =>
    ruleset({ rules: { pullRequest: { ...pullRequest, ...change } } });

/** Two teams that write, one that reads, one repository with its bots held back. */
export const organisation: Deployed = [
    ...teamOf("1", "dev", ["ann", "bob", "cid"]),
    ...teamOf("2", "guard", ["gus", "gil"]),
    ...teamOf("3", "release", ["rita", "rolf"]),
    one("Repository", {
        name: repository,
        repoId: 7,
        nodeId: "R_7",
        defaultBranch: "main",
        visibility: "private",
    }),
    one("OrganizationSettings", { defaultRepositoryPermission: "none" }),
    one("WorkflowRepositoryPermissions", { repository, canApprovePullRequestReviews: false }),
    one("RepositoryCollaborators", {
        repository,
        teams: [
            { teamId: "1", ...push },
            { teamId: "2", ...push },
            { teamId: "3", permission: "pull" },
        ],
    }),
];

export const codeowners = one("RepositoryFile", {
    repository,
    file: ".github/CODEOWNERS",
    content: "# owners\n* @acme/dev\n/.github/ @acme/guard\n*.lock\n",
});
export const release = (is: Values) =>
    one("RepositoryEnvironment", { repository, environment: "production", ...is });

/** A ruleset with somebody on its list. */
export const bypassed = (actorType: string, actorId: number, bypassMode = "always"): Standing =>
    ruleset({ bypassActors: [{ actorType, actorId, bypassMode }] });

/** The same rules for these names of branches. */
export const branches = (includes: string[], excludes: string[] = []): Standing =>
    ruleset({ conditions: { refName: { includes, excludes } } });

/** The same rules, said by the organisation for these repositories. */
export const layer = (repositories: Values): Standing =>
    ruleset(
        { conditions: { refName: { includes: ["~ALL"], excludes: [] }, ...repositories } },
        "OrganizationRuleset",
    );

/** A review by one team, of every file. */
export const byTeam = (id: number, minimumApprovals: number): Standing =>
    review({
        requiredReviewers: [
            { reviewer: { id, type: "Team" }, filePatterns: ["*"], minimumApprovals },
        ],
    });

/** What there was before rulesets. */
export const classic = (is: Values, reviews: Values = {}): Standing =>
    one("BranchProtection", {
        repositoryId: "R_7",
        pattern: "main",
        enforceAdmins: true,
        requiredPullRequestReviews: [
            { requiredApprovingReviewCount: 2, dismissStaleReviews: true, ...reviews },
        ],
        ...is,
    });
