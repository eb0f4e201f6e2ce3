import { shaped } from "../shared/shapes";
import { distinct, oneOf, problem, text, whole, type Problem } from "../shared/validate";
import type { GitHubRepositoryGuardArgs } from "./githubRepositoryGuardArgs";
import type { GuardBranch, GuardReleaseTags, GuardScanner } from "./guardPartArgs";
import { pushLimits } from "./pushFacts";
import { tiers } from "./tiers";

/** Anything in a pattern that is not a name. */
const wild = /[*?[\]]/;

/** A name or pattern of a branch or tag, as it stands after refs/heads/ or refs/tags/. */
const ref = /^(?!refs\/|\/)[\w./*?[\]!-]{1,200}(?<!\/)$/;

/** No problem when every pattern is one of GitHub's, stands once and has a tier. */
export function branchProblems(path: string, branches: GuardBranch[]): Problem[] {
    const patterns = branches.map(({ pattern }) => pattern);
    const name = "a branch by its name; a pattern may cover a branch that deploys";
    return [
        ...branches.flatMap(({ pattern, tier }, i) => [
            ...text(`${path}[${i}].pattern`, pattern, ref, "a branch or pattern, no refs/heads/"),
            ...oneOf(`${path}[${i}].tier`, tier, tiers),
            ...(tier === "integration" && wild.test(pattern)
                ? [problem(`${path}[${i}].pattern`, pattern, name)]
                : []),
        ]),
        ...distinct(patterns, (i) => `${path}[${i}].pattern`, "a pattern"),
    ];
}

/** Everything unacceptable in what rules ask for, reviews and checks aside. */
export function ruleProblems(args: GitHubRepositoryGuardArgs): Problem[] {
    const { requiredDeployments: environments = [] } = args;
    const environmentPath = (i: number): string => `requiredDeployments[${i}]`;
    return [
        ...scannerProblems("codeScanning", args.codeScanning ?? []),
        ...environments.flatMap((one, i) => shaped(environmentPath(i), one, "environment")),
        ...distinct(environments, environmentPath, "an environment"),
        ...queueProblems(args),
        ...(args.defaultBranch === undefined ||
        (ref.test(args.defaultBranch) && !wild.test(args.defaultBranch))
            ? []
            : [problem("defaultBranch", args.defaultBranch, "the name of a branch")]),
        ...expressionProblems("commitEmails", args.commitEmails),
        ...expressionProblems("branchNames", args.branchNames),
        ...expressionProblems("tagNames", args.tagNames),
        ...(args.releaseTags === undefined ? [] : tagProblems("releaseTags", args.releaseTags)),
        ...fileProblems(args),
    ];
}

function scannerProblems(path: string, scanners: GuardScanner[]): Problem[] {
    const tools = scanners.map(({ tool }) => tool);
    // source: GitHub REST documentation of rulesets, rule "code_scanning"; date: 2026-11-21
    const alerts = ["none", "errors", "errors_and_warnings", "all"];
    const security = ["none", "critical", "high_or_higher", "medium_or_higher", "all"];
    return [
        ...scanners.flatMap((scanner, i) => [
            ...text(`${path}[${i}].tool`, scanner.tool, /\S/, "the name of a tool"),
            ...(scanner.alerts === undefined
                ? []
                : oneOf(`${path}[${i}].alerts`, scanner.alerts, alerts)),
            ...(scanner.securityAlerts === undefined
                ? []
                : oneOf(`${path}[${i}].securityAlerts`, scanner.securityAlerts, security)),
        ]),
        ...distinct(tools, (i) => `${path}[${i}].tool`, "a tool"),
    ];
}

/** source: GitHub Docs, "Managing a merge queue" (no wildcard in the branch's pattern); date: 2026-11-21 */
function queueProblems({ mergeQueue, branches = [] }: GitHubRepositoryGuardArgs): Problem[] {
    return branches.flatMap(({ pattern, tier }, i) =>
        mergeQueue === true && tier === "production" && wild.test(pattern)
            ? [problem(`branches[${i}].pattern`, pattern, "a branch by its name, with mergeQueue")]
            : [],
    );
}

/** No problem for what both RE2 and JavaScript read as a regular expression. */
function expressionProblems(path: string, expression: string | undefined): Problem[] {
    const allowed = "a regular expression as RE2 takes it: no look-around, no back reference";
    if (expression === undefined) {
        return [];
    }
    const foreign = /\(\?<?[=!]|\\[1-9k]/.test(expression);
    return expression !== "" && !foreign && reads(expression)
        ? []
        : [problem(path, expression, allowed)];
}

function reads(expression: string): boolean {
    try {
        new RegExp(expression);
        return true;
    } catch {
        return false;
    }
}

function tagProblems(path: string, { patterns, creators }: GuardReleaseTags): Problem[] {
    const slugs = creators.map(({ slug }) => slug);
    const tagPath = (i: number): string => `${path}.patterns[${i}]`;
    const creatorPath = (i: number): string => `${path}.creators[${i}].slug`;
    return [
        ...(patterns.length === 0 ? [problem(`${path}.patterns`, [], "at least one pattern")] : []),
        ...(creators.length === 0 ? [problem(`${path}.creators`, [], "at least one team")] : []),
        ...patterns.flatMap((one, i) =>
            text(tagPath(i), one, ref, "a tag or pattern, no refs/tags/"),
        ),
        ...distinct(patterns, tagPath, "a pattern"),
        ...slugs.flatMap((slug, i) => shaped(creatorPath(i), slug, "team")),
        ...distinct(slugs, creatorPath, "a team"),
    ];
}

function fileProblems(args: GitHubRepositoryGuardArgs): Problem[] {
    const { blockedPaths = [], blockedExtensions = [], largestFile, longestPath } = args;
    const { characters, megabytes, path } = pushLimits;
    const file = new RegExp(`^[^\\s/]\\S{0,${characters - 1}}$`);
    const extension = /^\*\.[^\s*?/]{1,50}$/;
    return [
        ...listProblems(
            "blockedPaths",
            blockedPaths,
            file,
            "a path or pattern without / before it",
        ),
        ...listProblems("blockedExtensions", blockedExtensions, extension, 'as "*.pfx"'),
        ...(largestFile === undefined ? [] : whole("largestFile", largestFile, 1, megabytes)),
        ...(longestPath === undefined ? [] : whole("longestPath", longestPath, 1, path)),
    ];
}

function listProblems(path: string, list: string[], shape: RegExp, allowed: string): Problem[] {
    const { entries } = pushLimits;
    return [
        ...(list.length > entries
            ? [problem(path, `${list.length} entries`, `at most ${entries} entries`)]
            : []),
        ...list.flatMap((one, i) => text(`${path}[${i}]`, one, shape, allowed)),
    ];
}
