import { shaped } from "../shared/shapes";
import { distinct, oneOf, problem, text, whole, type Problem } from "../shared/validate";
import type { GitHubEnvironmentArgs } from "./githubEnvironmentArgs";

/** Teams that GitHub accepts as reviewers of one environment. */
const mostReviewerTeams = 6;

/** Thirty days in minutes, the longest wait GitHub offers. */
const longestWait = 43_200;

/** Everything unacceptable in the arguments of `GitHubEnvironment`. */
export function environmentProblems(args: GitHubEnvironmentArgs): Problem[] {
    const noReview = args.reviewerTeams.length === 0 && args.allowNoReview !== true;
    const format = args.subjectFormat ?? "id";
    const missingIds = (["ownerId", "repositoryId"] as const).filter(
        (key) => format === "id" && args[key] === undefined,
    );
    return [
        ...shaped("organization", args.organization, "owner"),
        // An output is judged when the subject is built from it.
        ...(typeof args.repository === "string"
            ? shaped("repository", args.repository, "repository")
            : []),
        ...shaped("environment", args.environment, "environment"),
        ...reviewerProblems("reviewerTeams", args.reviewerTeams),
        ...(noReview
            ? [problem("reviewerTeams", [], "at least one team, unless allowNoReview is true")]
            : []),
        ...(args.allowAnyBranch === true ? [] : branchProblems("branches", args.branches)),
        ...waitProblems("waitMinutes", args.waitMinutes ?? 0),
        ...formatProblems("subjectFormat", format),
        ...missingIds.map((key) =>
            problem(key, undefined, 'a number, for the subject format "id"'),
        ),
    ];
}

/** No problem for as many reviewing teams as GitHub accepts. */
export function reviewerProblems(path: string, teams: unknown[]): Problem[] {
    const allowed = `at most ${mostReviewerTeams} teams`;
    return teams.length > mostReviewerTeams
        ? [problem(path, `${teams.length} teams`, allowed)]
        : [];
}

/** No problem for a wait that GitHub offers. */
export function waitProblems(path: string, minutes: number): Problem[] {
    return whole(path, minutes, 0, longestWait);
}

/** No problem for a form of the subject that GitHub writes. */
export function formatProblems(path: string, format: string): Problem[] {
    return oneOf(path, format, ["id", "name"]);
}

/** No problem when there are branches, none twice, and none that stands for every branch. */
export function branchProblems(path: string, branches: string[]): Problem[] {
    const selective = /^(?!\*+(\/\*+)*$)\S+$/;
    const allowed = "a branch name or pattern that does not match every branch";
    return [
        ...(branches.length === 0
            ? [problem(path, [], "at least one branch, unless allowAnyBranch is true")]
            : []),
        ...branches.flatMap((branch, i) => text(`${path}[${i}]`, branch, selective, allowed)),
        ...distinct(branches, (i) => `${path}[${i}]`, "a branch"),
    ];
}
