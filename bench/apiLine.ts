/** Requests that one operation on one resource makes when nothing is repeated. */
export interface Requests {
    /** GET requests of REST, or Azure DevOps' ways of reading by POST. */
    readonly reads: number;
    readonly writes: number;
    /** Requests to GraphQL, which has limits of its own. */
    readonly graph?: number;
}

/** What a type of resource costs. */
export interface ApiLine {
    readonly create: Requests;
    readonly refresh: Requests;
    /** An input; each of its entries is one more write of the creation. */
    readonly each?: string;
    /** Writes of the creation that put content into a repository or make one. */
    readonly content?: number;
    /** Reads of the refresh that carry an ETag: unchanged, they do not count against GitHub's hourly limit. */
    readonly conditional?: number;
    /** Seconds for which the provider waits by itself when it creates. */
    readonly waits?: number;
    readonly basis: "counted from source" | "assumed";
    /** Why, where the count is not plain from create and read of the source. */
    readonly note?: string;
}
