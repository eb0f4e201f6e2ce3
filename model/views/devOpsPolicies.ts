import {
    is,
    map,
    readFlag,
    readList,
    readNumber,
    readText,
    readTexts,
    withDefault,
    type Known,
} from "../known";
import { some } from "../logic";
import { readingAt, type Reading } from "../reading";
import type { Resource } from "../resource";

export const minReviewersType = "azuredevops:index:BranchPolicyMinReviewers";
export const autoReviewersType = "azuredevops:index:BranchPolicyAutoReviewers";
export const buildValidationType = "azuredevops:index:BranchPolicyBuildValidation";
export const statusCheckType = "azuredevops:index:BranchPolicyStatusCheck";
export const commentResolutionType = "azuredevops:index:BranchPolicyCommentResolution";
export const workItemLinkingType = "azuredevops:index:BranchPolicyWorkItemLinking";
export const authorPatternType = "azuredevops:index:RepositoryPolicyAuthorEmailPattern";

/** Everything a pull request to a branch has to keep to. */
export const branchPolicyTypes = [
    minReviewersType,
    autoReviewersType,
    buildValidationType,
    statusCheckType,
    commentResolutionType,
    workItemLinkingType,
    "azuredevops:index:BranchPolicyMergeTypes",
] as const;

/** Everything a push has to keep to. */
export const repositoryPolicyTypes = [
    authorPatternType,
    "azuredevops:index:RepositoryPolicyCaseEnforcement",
    "azuredevops:index:RepositoryPolicyCheckCredentials",
    "azuredevops:index:RepositoryPolicyFilePathPattern",
    "azuredevops:index:RepositoryPolicyMaxFileSize",
    "azuredevops:index:RepositoryPolicyMaxPathLength",
    "azuredevops:index:RepositoryPolicyReservedNames",
] as const;

/** Whether a policy holds: both are true when left out. */
export interface PolicyForce {
    readonly enabled: Known<boolean>;
    readonly blocking: Known<boolean>;
}

export function policyForce({ props }: Resource): PolicyForce {
    return {
        enabled: withDefault(readFlag(props, "enabled"), true),
        blocking: withDefault(readFlag(props, "blocking"), true),
    };
}

/** Which branches a policy is about. */
export interface BranchScope {
    /** "exact", "prefix" or "defaultbranch", which is every repository's. */
    readonly match: Known<string>;
    /** Absent for every repository of the project. */
    readonly repository: Known<string>;
    /** "refs/heads/main", or what the names of the branches begin with. */
    readonly ref: Known<string>;
}

/** The scopes of a branch policy; one that is unknown as a whole has every part unknown. */
export function branchScopes({ props }: Resource): Known<readonly BranchScope[]> {
    return map(readList(props, "settings.scopes"), (scopes) =>
        scopes.map((scope) => {
            const field = (name: string) =>
                scope.state === "known" ? readText(scope.value, name) : scope;
            return {
                match: map(withDefault(field("matchType"), "exact"), (kind) => kind.toLowerCase()),
                repository: field("repositoryId"),
                ref: field("repositoryRef"),
            };
        }),
    );
}

const heads = /^refs\/heads\//;

/** Whether a branch that the pattern names, or a default branch, is or may be among the scopes. */
export function mayCover(scopes: Known<readonly BranchScope[]>, branches: RegExp): boolean {
    if (scopes.state !== "known") return true;
    return scopes.value.some(({ match, ref }) => {
        if (match.state !== "known" || ref.state !== "known") return true;
        const name = ref.value.replace(heads, "");
        // What every branch, or every branch with these letters, begins with names no folder.
        const open = match.value === "prefix" && (name === "" || !name.endsWith("/"));
        return open || branches.test(name);
    });
}

/** What a policy asks of the votes on a pull request. */
export interface ReviewPolicy {
    readonly count: Reading<number>;
    readonly submitterVotes: Reading<boolean>;
    readonly lastPusherExcluded: Reading<boolean>;
    /** Whether a push ends votes: all of them, or the approving ones. */
    readonly resetsVotes: Reading<boolean>;
    readonly ignoresRejection: Reading<boolean>;
}

export function reviewPolicy(resource: Resource): ReviewPolicy {
    const off = (name: string) => setting(resource, name, readFlag, false);
    const all = off("onPushResetAllVotes");
    const approved = off("onPushResetApprovedVotes");
    return {
        count: setting(resource, "reviewerCount", readNumber, 0),
        submitterVotes: off("submitterCanVote"),
        lastPusherExcluded: off("lastPusherCannotApprove"),
        resetsVotes: is(approved.value, true)
            ? approved
            : { path: all.path, value: some([all.value, approved.value]) },
        ignoresRejection: off("allowCompletionWithRejectsOrWaits"),
    };
}

/** What a policy asks of a pipeline that judges a pull request. */
export interface BuildPolicy {
    readonly byHandOnly: Reading<boolean>;
    /** Minutes a result counts after the target branch moved. */
    readonly validDuration: Reading<number>;
    readonly onSourceUpdateOnly: Reading<boolean>;
    readonly paths: Reading<readonly Known<string>[]>;
}

export function buildPolicy(resource: Resource): BuildPolicy {
    return {
        byHandOnly: setting(resource, "manualQueueOnly", readFlag, false),
        validDuration: setting(resource, "validDuration", readNumber, 720),
        onSourceUpdateOnly: setting(resource, "queueOnSourceUpdateOnly", readFlag, true),
        paths: filePatterns(resource),
    };
}

/** What a policy asks of a status that somebody sets on a pull request. */
export interface StatusPolicy {
    readonly author: Reading<string>;
    readonly endsWithPush: Reading<boolean>;
    /** "default", or "conditional": only once somebody has set it. */
    readonly applicability: Reading<string>;
    readonly paths: Reading<readonly Known<string>[]>;
}

export function statusPolicy(resource: Resource): StatusPolicy {
    return {
        author: setting(resource, "authorId", readText),
        endsWithPush: setting(resource, "invalidateOnUpdate", readFlag, false),
        applicability: setting(resource, "applicability", readText, "default"),
        paths: filePatterns(resource),
    };
}

/** The repositories a push policy is about; absent or empty for every one of the project. */
export function policyRepositories({ props }: Resource): Known<readonly Known<string>[]> {
    return readTexts(props, "repositoryIds");
}

/** Patterns that authors' addresses have to match. */
export function authorPatterns({ props }: Resource): Known<readonly Known<string>[]> {
    return readTexts(props, "authorEmailPatterns");
}

function filePatterns({ props }: Resource): Reading<readonly Known<string>[]> {
    return readingAt(props, "settings.filenamePatterns", readTexts);
}

function setting<T>(
    { props }: Resource,
    name: string,
    read: (from: Resource["props"], path: string) => Known<T>,
    whenAbsent?: T,
): Reading<T> {
    return readingAt(props, `settings.${name}`, read, whenAbsent);
}
