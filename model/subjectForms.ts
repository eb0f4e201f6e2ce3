/** One claim of a GitHub subject, colons decoded. */
export interface SubjectClaim {
    readonly name: string;
    readonly value: string;
}

/** What a GitHub subject says about the job, in the order GitHub decides it. */
export type GitHubContext =
    | { readonly kind: "environment"; readonly environment: string }
    | { readonly kind: "branch"; readonly branch: string }
    | { readonly kind: "tag"; readonly tag: string }
    | { readonly kind: "ref"; readonly ref: string }
    | { readonly kind: "pullRequest" }
    | { readonly kind: "none" };

/** A `*` or `?` in a subject. */
export interface SubjectWildcard {
    /** Where it stands: "owner", "repository", "context", the name of a claim, or "subject". */
    readonly part: string;
    /** The part as written. */
    readonly value: string;
}

interface Written {
    /** The subject as written. */
    readonly text: string;
    /** Every part that holds a `*` or `?`, first to last. */
    readonly wildcards: readonly SubjectWildcard[];
}

/**
 * A job of GitHub Actions. Owner and repository are absent where a customised subject leaves them
 * out; ids are absent in the older form by name.
 */
export interface GitHubSubject extends Written {
    readonly kind: "github";
    readonly owner?: string;
    readonly ownerId?: string;
    readonly repository?: string;
    readonly repositoryId?: string;
    readonly context: GitHubContext;
    /** Every claim but `repo`; `pull_request` stands alone and is none. */
    readonly claims: readonly SubjectClaim[];
}

/** A service connection of Azure DevOps, `sc://organization/project/connection`. */
export interface ConnectionSubject extends Written {
    readonly kind: "connection";
    readonly organization: string;
    readonly project: string;
    readonly connection: string;
}

/** A pipeline of Azure DevOps, `p://organization/project/pipeline`. */
export interface PipelineSubject extends Written {
    readonly kind: "pipeline";
    readonly organization: string;
    readonly project: string;
    readonly pipeline: string;
}

/** The form Entra gives newer service connections; its encoded parts are not to be interpreted. */
export interface EntraSubject extends Written {
    readonly kind: "entra";
    readonly organizationId: string;
    readonly connectionId: string;
}

export interface UnparseableSubject extends Written {
    readonly kind: "unparseable";
    /** Why, as the end of a sentence that begins with "it". */
    readonly reason: string;
}

export type FederatedSubject =
    GitHubSubject | ConnectionSubject | PipelineSubject | EntraSubject | UnparseableSubject;
