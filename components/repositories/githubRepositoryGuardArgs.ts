import type * as pulumi from "@pulumi/pulumi";

/** A GitHub team as a repository needs to know it. */
export interface GuardTeam {
    /** Slug of the team. */
    slug: string;
    /** Numeric id of the team, as text. */
    id: pulumi.Input<string>;
}

/** A status check that must be green before a merge. */
export interface GuardCheck {
    /** Context of the check, for example "build". */
    context: string;
    /** Id of the GitHub App that may report it; 15368 is GitHub Actions. */
    integrationId: number;
}

/** Arguments of `GitHubRepositoryGuard`. */
export interface GitHubRepositoryGuardArgs {
    /** Organisation that owns the repository. */
    organization: string;
    /** Name of the repository, without the owner. */
    repository: string;
    /**
     * What the repository is for.
     * @default empty
     */
    description?: string;
    /**
     * "private" or "internal". Public repositories are refused.
     * @default "private"
     */
    visibility?: string;
    /** Team that may push and owns the code. */
    team: GuardTeam;
    /** Team that may push and owns pipelines, policies and CODEOWNERS. It may be the same team. */
    codeOwners: GuardTeam;
    /**
     * Teams that may read. GitHub takes reviewers of an environment only from those who can.
     * @default none
     */
    readers?: GuardTeam[];
    /**
     * Approving reviews that a merge to the default branch needs, 0 to 10.
     * @default 2
     */
    reviews?: number;
    /** Checks that must be green before a merge. */
    checks: GuardCheck[];
    /**
     * Actions allowed besides GitHub's own, as "owner/repository@*" or with a commit in place of
     * the star.
     * @default none
     */
    allowedActions?: string[];
    /**
     * Accepts an empty list of checks.
     * @default false
     */
    allowNoChecks?: boolean;
    /**
     * Lets repository administrators push past the rules of the default branch.
     * @default false
     */
    allowBypass?: boolean;
    /**
     * Keeps approvals when new commits are pushed.
     * @default false
     */
    allowStaleReviews?: boolean;
    /**
     * Lets Pulumi erase the repository with all in it. Otherwise a deletion archives it: it can be
     * read as before, and it keeps its name.
     * @default false
     */
    allowDestroy?: boolean;
}
