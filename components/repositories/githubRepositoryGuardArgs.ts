import type {
    GuardAnalysis,
    GuardBranch,
    GuardCheck,
    GuardCollaborator,
    GuardEcosystem,
    GuardReleaseTags,
    GuardScanner,
    GuardTeam,
    GuardWorkflow,
} from "./guardPartArgs";

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
    /**
     * Plan of the organisation: "free", "team" or "enterprise". What it does not have is refused.
     * @default "enterprise"
     */
    githubPlan?: string;
    /**
     * Takes over a repository that exists: nothing of it is replaced or deleted, its settings stay as
     * they are, its collaborators and teams keep their access, and what will change once `adopt` is
     * taken away is said in preview. Everything around it is created as ever; a CODEOWNERS file it
     * has is overwritten.
     * @default false
     */
    adopt?: boolean;
    /** Team that may push and owns the code. */
    team: GuardTeam;
    /** Team that may push and owns pipelines, policies and CODEOWNERS. It may be the same team. */
    codeOwners: GuardTeam;
    /**
     * Team that may push, and of which one member approves every change of a production branch.
     * @default none
     */
    leads?: GuardTeam;
    /**
     * Teams that may read. GitHub takes reviewers of an environment only from those who can.
     * @default none
     */
    readers?: GuardTeam[];
    /**
     * Teams whose access comes from elsewhere, such as a role for all repositories: left alone.
     * @default none
     */
    otherTeams?: GuardTeam[];
    /**
     * People outside the organisation who see the repository. Whoever is not listed loses access.
     * @default none
     */
    outsideCollaborators?: GuardCollaborator[];
    /**
     * Branches besides the default branch, which is of the tier "production". Branches no pattern
     * covers are open to push.
     * @default none
     */
    branches?: GuardBranch[];
    /**
     * Approving reviews that a merge to a production branch needs, 0 to 10.
     * @default 2
     */
    reviews?: number;
    /** Checks that must be green before a merge to a production or integration branch. */
    checks: GuardCheck[];
    /**
     * Code scanners whose result must be clean before a merge to a production branch.
     * @default none
     */
    codeScanning?: GuardScanner[];
    /**
     * Environments to which a change must have been deployed before it is merged to a production
     * branch.
     * @default none
     */
    requiredDeployments?: string[];
    /**
     * Merges to production branches one after the other, each tested with those before it.
     * @default false
     */
    mergeQueue?: boolean;
    /**
     * Regular expression (RE2) that the author's mail address of every commit to a guarded branch
     * matches.
     * @default any address
     */
    commitEmails?: string;
    /**
     * Regular expression (RE2) that the name of every branch matches, production and integration
     * branches aside.
     * @default any name
     */
    branchNames?: string;
    /**
     * Regular expression (RE2) that the name of every tag matches.
     * @default any name
     */
    tagNames?: string;
    /**
     * Tags from which releases are built, and who may create them.
     * @default everybody who may push creates any tag
     */
    releaseTags?: GuardReleaseTags;
    /**
     * Paths nobody pushes, as GitHub's patterns.
     * @default key files of SSH, cloud and package tools
     */
    blockedPaths?: string[];
    /**
     * Extensions nobody pushes, as "*.pfx".
     * @default private keys, certificates with keys and key stores
     */
    blockedExtensions?: string[];
    /**
     * Largest file that may be pushed, in megabytes, 1 to 100.
     * @default 10
     */
    largestFile?: number;
    /**
     * Longest path that may be pushed, in characters.
     * @default 200
     */
    longestPath?: number;
    /**
     * Paid analyses beyond the scanning for known secrets.
     * @default none
     */
    securityAnalysis?: GuardAnalysis;
    /**
     * Version updates by Dependabot, written to .github/dependabot.yml before any rule stands.
     * @default none; security updates are always on
     */
    dependabot?: GuardEcosystem[];
    /**
     * Workflows written before any rule stands.
     * @default none
     */
    workflows?: GuardWorkflow[];
    /**
     * Actions allowed besides GitHub's own, as "owner/repository@*" or with a commit in place of
     * the star.
     * @default none
     */
    allowedActions?: string[];
    /**
     * Who may use actions and reusable workflows of this repository: "none", "organization" or
     * "enterprise".
     * @default left as it is; GitHub begins with "none"
     */
    workflowAccess?: string;
    /**
     * Claims that make up the OIDC subject of the repository's jobs: "repo", "context", and after them
     * "job_workflow_ref" or not.
     * @default left as it is; GitHub begins with "repo" and "context"
     */
    oidcClaims?: string[];
    /**
     * Puts ids beside names into the OIDC subject, where the repository is older than that.
     * @default false: left as it is; repositories created since 2026-07-15 begin with ids
     */
    immutableSubject?: boolean;
    /**
     * Guards branches by classic branch protection, for hosts without rulesets. The class says what
     * is lost.
     * @default false
     */
    classicProtection?: boolean;
    /**
     * Name of the default branch, which only classic protection has to know.
     * @default "main"
     */
    defaultBranch?: string;
    /**
     * Accepts an empty list of checks.
     * @default false
     */
    allowNoChecks?: boolean;
    /**
     * Lets repository administrators push past the rules of guarded branches.
     * @default false
     */
    allowBypass?: boolean;
    /**
     * Keeps approvals when new commits are pushed.
     * @default false
     */
    allowStaleReviews?: boolean;
    /**
     * Lets pull requests from forks run workflows, once somebody who may write has approved it: without
     * secrets, and with a token that reads.
     * @default false
     */
    allowForkWorkflows?: boolean;
    /**
     * Lets every file be pushed, whatever its path, extension and size.
     * @default false
     */
    allowAnyFile?: boolean;
    /**
     * Lets Pulumi erase the repository with all in it. Otherwise a deletion archives it: it can be
     * read as before, and it keeps its name.
     * @default false
     */
    allowDestroy?: boolean;
}
