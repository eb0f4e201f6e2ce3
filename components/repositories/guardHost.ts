import {
    planNameProblems,
    planProblems,
    type GitHubFeature,
    type PlanFacts,
} from "../shared/githubPlans";
import { problem, type Problem } from "../shared/validate";
import type { GitHubRepositoryGuardArgs } from "./githubRepositoryGuardArgs";

/** Arguments that ask for a feature which not every plan has. */
const asks = [
    ["blockedPaths", "pushRulesets"],
    ["blockedExtensions", "pushRulesets"],
    ["largestFile", "pushRulesets"],
    ["longestPath", "pushRulesets"],
    ["commitEmails", "metadataRules"],
    ["branchNames", "metadataRules"],
    ["tagNames", "metadataRules"],
    ["mergeQueue", "mergeQueue"],
    ["codeScanning", "codeScanning"],
    ["requiredDeployments", "environments"],
] as const satisfies readonly (readonly [keyof GitHubRepositoryGuardArgs, GitHubFeature])[];

/** What the plan of the organisation does not have, each where it is asked for. */
export function guardPlanProblems(args: GitHubRepositoryGuardArgs): Problem[] {
    const facts: PlanFacts = { plan: args.githubPlan, visibility: args.visibility };
    const lacks = (path: string, feature: GitHubFeature) => planProblems(path, feature, facts);
    const guard = args.classicProtection === true ? "branchProtection" : "rulesets";
    return [
        ...planNameProblems("githubPlan", args.githubPlan),
        ...(args.visibility === "internal" ? lacks("visibility", "internalRepositories") : []),
        ...lacks("githubPlan", guard),
        ...lacks("githubPlan", "secretScanning"),
        ...lacks("codeOwners", "codeOwners"),
        ...asks.flatMap(([name, feature]) => (isAsked(args, name) ? lacks(name, feature) : [])),
        ...(args.securityAnalysis?.codeSecurity === true
            ? lacks("securityAnalysis.codeSecurity", "codeScanning")
            : []),
    ];
}

/** Arguments that only a ruleset can carry out. */
const rulesetOnly = [
    "leads",
    "codeScanning",
    "requiredDeployments",
    "mergeQueue",
    "commitEmails",
    "branchNames",
    "tagNames",
    "releaseTags",
] as const satisfies readonly (keyof GitHubRepositoryGuardArgs)[];

const fileRules = ["blockedPaths", "blockedExtensions", "largestFile", "longestPath"] as const;

/** Most reviews that classic protection demands; source: GitHub REST documentation; date: 2026-11-21 */
const mostClassicReviews = 6;

/** What is asked for although another argument leaves it out. */
export function lostRuleProblems(args: GitHubRepositoryGuardArgs): Problem[] {
    const given = (names: readonly (keyof GitHubRepositoryGuardArgs)[], because: string) =>
        names
            .filter((name) => isAsked(args, name))
            .map((name) => problem(name, shown(args[name]), `nothing, ${because}`));
    const fileless = args.allowAnyFile === true ? given(fileRules, "with allowAnyFile") : [];
    if (args.classicProtection !== true) {
        return [...fileless, ...given(["defaultBranch"], "without classicProtection")];
    }
    const { reviews = 0, branches = [] } = args;
    return [
        ...fileless,
        ...given(
            args.allowAnyFile === true ? rulesetOnly : [...rulesetOnly, ...fileRules],
            "with classicProtection: only a ruleset can",
        ),
        ...(reviews > mostClassicReviews
            ? [problem("reviews", reviews, `at most ${mostClassicReviews}, with classicProtection`)]
            : []),
        ...branches.flatMap(({ pattern, tier }, i) => [
            ...(tier === "feature"
                ? [problem(`branches[${i}].tier`, tier, "a guarded tier, with classicProtection")]
                : []),
            ...(pattern === (args.defaultBranch ?? "main")
                ? [problem(`branches[${i}].pattern`, pattern, "not the default branch")]
                : []),
        ]),
    ];
}

function isAsked(args: GitHubRepositoryGuardArgs, name: keyof GitHubRepositoryGuardArgs): boolean {
    const value = args[name];
    return value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0);
}

/** A team holds an output, which has no text. */
function shown(value: unknown): unknown {
    return typeof value === "object" && !Array.isArray(value) ? "a value" : value;
}
