import type {
    AzureDevOpsRepositoryGuardArgs,
    DevOpsBranch,
} from "./azureDevOpsRepositoryGuardArgs";
import { featureFolders } from "./devOpsGuardFacts";

/** Name of the default branch, without refs/heads. */
export function defaultBranchOf(args: AzureDevOpsRepositoryGuardArgs): string {
    return args.defaultBranch ?? "main";
}

/** All branches there are rules for: the default branch, those given, and what is open otherwise. */
export function allBranches(args: AzureDevOpsRepositoryGuardArgs): DevOpsBranch[] {
    const given = args.branches ?? [];
    const open = given.some(({ tier }) => tier === "feature") ? [] : featureFolders;
    return [
        { pattern: defaultBranchOf(args), tier: "production" },
        ...given,
        ...open.map((pattern) => ({ pattern, tier: "feature" })),
    ];
}

/** Patterns of the branches of some tiers. */
export function patternsOf(args: AzureDevOpsRepositoryGuardArgs, ...tiers: string[]): string[] {
    return allBranches(args)
        .filter(({ tier }) => tiers.includes(tier))
        .map(({ pattern }) => pattern);
}

/** True for a folder of branches, false for one branch. */
export function isFolder(pattern: string): boolean {
    return /\/\*{1,2}$/.test(pattern);
}

/** A pattern without its stars: a branch, or a folder with the slash. */
export function stem(pattern: string): string {
    return pattern.replace(/\*+$/, "");
}

/** True when some branch matches both patterns. */
export function overlap(one: string, other: string): boolean {
    const within = (outer: string, inner: string) =>
        isFolder(outer) ? stem(inner).startsWith(stem(outer)) : inner === outer;
    return within(one, other) || within(other, one);
}
