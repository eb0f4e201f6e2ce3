import {
    absent,
    is,
    isTree,
    known,
    map,
    read,
    readList,
    readNumber,
    readText,
    readTexts,
    unknown,
    withDefault,
    type Known,
    type PropertyTree,
} from "../known";
import { flagAt, readingAt, type Reading } from "../reading";
import type { Resource } from "../resource";

export const rulesetTypes = [
    "github:index:RepositoryRuleset",
    "github:index:OrganizationRuleset",
] as const;
export const protectionTypes = [
    "github:index:BranchProtection",
    "github:index:BranchProtectionV3",
] as const;
/** Everything that guards branches on GitHub. */
export const branchGuardTypes = [...rulesetTypes, ...protectionTypes] as const;

/** What a guard asks of reviews before a merge. */
export interface ReviewDemand {
    readonly count: Reading<number>;
    readonly dismissStale: Reading<boolean>;
    readonly lastPush: Reading<boolean>;
    readonly codeOwners: Reading<boolean>;
    readonly conversations: Reading<boolean>;
}

/** Somebody who may go around the guard. */
export interface BypassActor {
    readonly path: string;
    /** "RepositoryRole", "Team", "User" and so on; absent in classic protection's lists. */
    readonly actorType: Known<string>;
    /** Absent for types of which there is one. */
    readonly actorId: Known<string>;
    /** "always", "pull_request" or "exempt". */
    readonly mode: Known<string>;
}

/**
 * Rulesets and classic branch protection in one form. GitHub's own defaults are filled in: what a
 * guard does not mention it does not ask for.
 */
export interface BranchGuard {
    readonly kind: "ruleset" | "protection";
    /** "branch", "tag" or "push"; classic protection guards branches. */
    readonly target: Known<string>;
    /** "active", "evaluate" or "disabled"; classic protection is always active. */
    readonly enforcement: Known<string>;
    /** Patterns of the refs guarded. */
    readonly refs: Known<readonly Known<string>[]>;
    /** Names of a ruleset's rules that are not switched off; absent in classic protection. */
    readonly rules: Known<readonly string[]>;
    readonly reviews: Reading<ReviewDemand>;
    readonly bypass: Reading<readonly BypassActor[]>;
    /** Whether administrators are bound. Absent in rulesets, where they are unless listed. */
    readonly bindsAdmins: Reading<boolean>;
}

/** Whether a guard certainly does not stand: it is switched off, or tells and stops nothing. */
export function isNotEnforced({ enforcement }: BranchGuard): boolean {
    return enforcement.state !== "unknown" && !is(enforcement, "active");
}

/** The guard a resource of `branchGuardTypes` is. */
export function branchGuard(resource: Resource): BranchGuard {
    return rulesetTypes.some((type) => type === resource.type)
        ? ruleset(resource.props)
        : protection(resource);
}

function ruleset(props: PropertyTree): BranchGuard {
    const base = "rules.pullRequest";
    const at = (name: string) => flagAt(props, `${base}.${name}`, false);
    const count = `${base}.requiredApprovingReviewCount`;
    return {
        kind: "ruleset",
        target: readText(props, "target"),
        enforcement: readText(props, "enforcement"),
        refs: readTexts(props, "conditions.refName.includes"),
        rules: map(read(props, "rules"), (rules) =>
            isTree(rules) ? Object.keys(rules).filter((name) => !is(read(rules, name), false)) : [],
        ),
        reviews: {
            path: base,
            value: map(read(props, base), () => ({
                count: readingAt(props, count, readNumber, 0),
                dismissStale: at("dismissStaleReviewsOnPush"),
                lastPush: at("requireLastPushApproval"),
                codeOwners: at("requireCodeOwnerReview"),
                conversations: at("requiredReviewThreadResolution"),
            })),
        },
        bypass: { path: "bypassActors", value: bypassActors(props) },
        bindsAdmins: { path: "bypassActors", value: absent },
    };
}

function bypassActors(props: PropertyTree): Known<readonly BypassActor[]> {
    return map(readList(props, "bypassActors"), (actors) =>
        actors.map((actor, i) => {
            const field = (name: string) =>
                actor.state === "known" ? readText(actor.value, name) : actor;
            return {
                path: `bypassActors[${i}]`,
                actorType: field("actorType"),
                actorId: field("actorId"),
                // GitHub's own default.
                mode: withDefault(field("bypassMode"), "always"),
            };
        }),
    );
}

function protection({ type, props }: Resource): BranchGuard {
    const old = type === "github:index:BranchProtectionV3";
    // BranchProtection writes the one block as a list, whose only element is meant.
    const base =
        old || isTree(props.requiredPullRequestReviews)
            ? "requiredPullRequestReviews"
            : "requiredPullRequestReviews[0]";
    const off = (path: string) => flagAt(props, path, false);
    const count = `${base}.requiredApprovingReviewCount`;
    return {
        kind: "protection",
        target: known("branch"),
        enforcement: known("active"),
        refs: map(readText(props, old ? "branch" : "pattern"), (ref) => [known(ref)]),
        rules: absent,
        reviews: {
            path: "requiredPullRequestReviews",
            value: map(read(props, base), () => ({
                count: readingAt(props, count, readNumber, 0),
                dismissStale: off(`${base}.dismissStaleReviews`),
                lastPush: off(`${base}.requireLastPushApproval`),
                codeOwners: off(`${base}.requireCodeOwnerReviews`),
                conversations: off("requireConversationResolution"),
            })),
        },
        bypass: old ? allowances(props, base) : bypassers(props, `${base}.pullRequestBypassers`),
        bindsAdmins: off("enforceAdmins"),
    };
}

/** Classic protection lists who need not open a request as bare ids: always, of a type not said. */
function bypassers(props: PropertyTree, path: string): Reading<readonly BypassActor[]> {
    return { path, value: map(readTexts(props, path), (ids) => ids.map(listed(path, absent))) };
}

function listed(path: string, actorType: Known<string>) {
    return (actorId: Known<string>, i: number): BypassActor => ({
        path: `${path}[${i}]`,
        actorType,
        actorId,
        mode: known("always"),
    });
}

/** The older resource groups them by type. */
function allowances(props: PropertyTree, base: string): Reading<readonly BypassActor[]> {
    const path = `${base}.bypassPullRequestAllowances`;
    const kinds = [
        ["users", "User"],
        ["teams", "Team"],
        ["apps", "Integration"],
    ] as const;
    const groups = kinds.map(([group, actorType]) => {
        const where = `${path}.${group}`;
        return map(readTexts(props, where), (ids) => ids.map(listed(where, known(actorType))));
    });
    const actors = groups.flatMap((group) => (group.state === "known" ? group.value : []));
    const undecided = groups.some((group) => group.state === "unknown");
    return { path, value: actors.length === 0 && undecided ? unknown : known(actors) };
}
