import type { Values } from "../../../../sandbox/cloud/values";
import { informed, type Coalition, type Reading } from "../coalitions";
import { count, objects, only, settings, text, texts, type Deployed } from "../deployed";
import { pathMatches } from "../patterns";
import type { Identities } from "./identities";
import type { GitAccess } from "./permissions";

export interface Repository {
    readonly name: string;
    readonly id: string;
    /** "refs/heads/main". */
    readonly defaultBranch: string;
}

/** A project of Azure DevOps as it was deployed. */
export interface AzureDevOps {
    readonly standing: Deployed;
    readonly people: Identities;
    readonly git: GitAccess;
    readonly repositories: readonly Repository[];
}

export interface Change {
    readonly repository: Repository;
    readonly ref: string;
    /** The file that is changed; without it one that no filter names. */
    readonly path?: string;
}

/** The settings of policies of a kind that judge a ref; what is off or does not block is not there. */
export function policiesFor(
    standing: Deployed,
    kind: string,
    { repository, ref }: Change,
): Values[] {
    return settings(standing, kind)
        .filter(({ enabled, blocking }) => enabled !== false && blocking !== false)
        .map((is) => only(is.settings) ?? {})
        .filter((set) => objects(set.scopes).some((scope) => covers(scope, repository, ref)));
}

function covers(scope: Values, { id, defaultBranch }: Repository, ref: string): boolean {
    const where = text(scope.repositoryId);
    const name = text(scope.repositoryRef);
    const match = text(scope.matchType);
    return (
        (where === "" || where === id) &&
        (match === "DefaultBranch"
            ? ref === defaultBranch
            : match === "Prefix"
              ? ref.startsWith(name)
              : ref === name)
    );
}

const pullRequestKinds = [
    "BranchPolicyMinReviewers",
    "BranchPolicyAutoReviewers",
    "BranchPolicyBuildValidation",
    "BranchPolicyStatusCheck",
    "BranchPolicyCommentResolution",
    "BranchPolicyMergeTypes",
    "BranchPolicyWorkItemLinking",
];

/** Whether any policy makes a ref change by pull request only: what "protected" means to a check. */
export function isProtected(standing: Deployed, change: Change): boolean {
    return pullRequestKinds.some((kind) => policiesFor(standing, kind, change).length > 0);
}

/** Whether a branch is there, as far as it was deployed. */
function stands(standing: Deployed, { repository: { id, defaultBranch }, ref }: Change): boolean {
    const made = settings(standing, "GitRepositoryBranch").some(
        (is) => text(is.repositoryId) === id && `refs/heads/${text(is.name)}` === ref,
    );
    return made || ref === defaultBranch;
}

/**
 * By which way a coalition gets a change of its own onto a ref, if it does. Policies judge changes of a
 * branch; whoever makes it decides what is in it, may rewrite it and may say who goes around its policies.
 *
 * source: Microsoft Learn, "Set branch permissions" (what branch creators are given)
 * date: 2026-11-21
 */
export function lands(
    host: AzureDevOps,
    who: Coalition,
    change: Change,
    reading: Reading,
): string | undefined {
    const { git, standing } = host;
    const { repository, ref } = change;
    const branch = `${repository.name} ${ref.replace("refs/heads/", "")}`;
    const may = (permission: string) => (person: string) =>
        git.may(person, permission, repository.id, ref);
    const editor = who.find(
        (person) => may("EditPolicies")(person) || may("ManagePermissions")(person),
    );
    if (reading.edits && editor !== undefined) {
        return `${editor} edits the policies of ${repository.name}`;
    }
    const pushers = who.filter(may("GenericContribute"));
    const maker = stands(standing, change) ? undefined : pushers.find(may("CreateBranch"));
    if (maker !== undefined) {
        return `make ${branch}`;
    }
    const open = !isProtected(standing, change);
    const free = pushers.find((person) => open || may("PolicyExempt")(person));
    if (free !== undefined) {
        return `push to ${branch}`;
    }
    const past = pushers.find(may("PullRequestBypassPolicy"));
    const doer = past ?? pushers.find((person) => merges(host, who, person, change, reading));
    return doer === undefined ? undefined : `merge to ${branch}`;
}

/** Whether the votes of a coalition complete the request that one of them pushed to. */
function merges(
    { standing, people, git }: AzureDevOps,
    who: Coalition,
    doer: string,
    change: Change,
    { hijack }: Reading,
): boolean {
    const { repository, path } = change;
    const votes = (person: string) => git.may(person, "PullRequestContribute", repository.id);
    const voters = (policy: Values) =>
        who.filter((person) => votes(person) && (hijack || votesForOwn(policy) || person !== doer));
    const bots = votes(people.born("Build Service"));
    const enough = policiesFor(standing, "BranchPolicyMinReviewers", change).every(
        (policy) => voters(policy).length >= informed({ ...votesOf(policy), bots }),
    );
    const asked = policiesFor(standing, "BranchPolicyAutoReviewers", change).filter(
        ({ pathFilters }) => filtered(texts(pathFilters), path),
    );
    return (
        enough &&
        asked.every(
            (policy) =>
                voters(policy).filter((person) => isAsked(people, person, policy)).length >=
                count(policy.minimumNumberOfReviewers, 1),
        )
    );
}

/** Whose own push counts as well. What is not said is off. */
function votesForOwn(policy: Values): boolean {
    return policy.submitterCanVote === true && policy.lastPusherCannotApprove !== true;
}

/** Law L3 as Azure Repos has it. */
function votesOf(policy: Values) {
    return {
        required: count(policy.reviewerCount, 1),
        dismissed: policy.onPushResetApprovedVotes === true || policy.onPushResetAllVotes === true,
        lastPush:
            policy.onLastIterationRequireVote === true ||
            policy.onEachIterationRequireVote === true,
    };
}

function filtered(filters: readonly string[], path: string | undefined): boolean {
    return (
        filters.length === 0 ||
        (path !== undefined && filters.some((filter) => pathMatches(filter, path)))
    );
}

function isAsked(people: Identities, person: string, policy: Values): boolean {
    return texts(policy.autoReviewerIds).some((id) =>
        people.groups(person).has(people.byId(id) ?? ""),
    );
}
