import { shaped } from "../shared/shapes";
import { distinct, oneOf, problem, text, whole, type Problem } from "../shared/validate";
import type { GitHubRepositoryGuardArgs, GuardCheck } from "./githubRepositoryGuardArgs";

/** Largest id GitHub gives to an app so far fits 32 bits; a larger one is a typing error. */
const largestAppId = 2 ** 31 - 1;

/** Everything unacceptable in the arguments of `GitHubRepositoryGuard`. */
export function guardProblems(args: GitHubRepositoryGuardArgs): Problem[] {
    const readers = args.readers ?? [];
    const noChecks = args.checks.length === 0 && args.allowNoChecks !== true;
    return [
        ...shaped("organization", args.organization, "owner"),
        ...shaped("repository", args.repository, "repository"),
        ...shaped("team.slug", args.team.slug, "team"),
        ...shaped("codeOwners.slug", args.codeOwners.slug, "team"),
        ...readers.flatMap((team, i) => shaped(`readers[${i}].slug`, team.slug, "team")),
        ...(args.visibility === undefined ? [] : visibilityProblems("visibility", args.visibility)),
        ...(args.reviews === undefined ? [] : reviewProblems("reviews", args.reviews)),
        ...checkProblems("checks", args.checks),
        ...(noChecks
            ? [problem("checks", [], "at least one check, unless allowNoChecks is true")]
            : []),
        ...actionProblems("allowedActions", args.allowedActions ?? []),
    ];
}

/** No problem for what a guarded repository may be. */
export function visibilityProblems(path: string, visibility: string): Problem[] {
    return oneOf(path, visibility, ["private", "internal"]);
}

/** No problem for a number of reviews GitHub can demand. */
export function reviewProblems(path: string, reviews: number): Problem[] {
    return whole(path, reviews, 0, 10);
}

/** No problem when every check has a name of its own and the app that may report it. */
export function checkProblems(path: string, checks: GuardCheck[]): Problem[] {
    const contexts = checks.map((check) => check.context);
    return [
        ...checks.flatMap((check, i) => [
            ...text(`${path}[${i}].context`, check.context, /\S/, "the name of a check"),
            ...whole(`${path}[${i}].integrationId`, check.integrationId, 1, largestAppId),
        ]),
        ...distinct(contexts, (i) => `${path}[${i}].context`, "a check"),
    ];
}

/** No problem when every pattern names one action or reusable workflow, with all or one version. */
export function actionProblems(path: string, patterns: string[]): Problem[] {
    const one = /^[\w.-]+\/[\w.-]+(\/[\w./-]+)?@(\*|[0-9a-f]{40})$/;
    const allowed = '"owner/repository@*", or with a commit in place of the star';
    return patterns.flatMap((pattern, i) => text(`${path}[${i}]`, pattern, one, allowed));
}
