import { subjectNames } from "../identity/subjects/names";
import { planNameProblems, planProblems, type GitHubFeature } from "../shared/githubPlans";
import { shaped } from "../shared/shapes";
import { distinct, oneOf, problem, text, whole, type Problem } from "../shared/validate";
import type { EnvironmentApp, GitHubEnvironmentArgs } from "./githubEnvironmentArgs";

/**
 * Reviewers that GitHub accepts for one environment, teams and people together.
 *
 * source: GitHub provider 6.13, resource_github_repository_environment.go (counts both)
 * date: 2026-11-21
 */
const mostReviewers = 6;

/**
 * Apps that GitHub lets one environment wait for.
 *
 * source: GitHub Docs, "Configuring custom deployment protection rules"
 * date: 2026-11-21
 */
const mostApps = 6;

/** Thirty days in minutes, the longest wait GitHub offers. */
const longestWait = 43_200;

/** Everything unacceptable in the arguments of `GitHubEnvironment`, but for ids not known yet. */
export function environmentProblems(args: GitHubEnvironmentArgs): Problem[] {
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
        ...oneOf("visibility", args.visibility ?? "private", ["private", "internal", "public"]),
        ...planNameProblems("githubPlan", args.githubPlan),
        ...shaped("environment", args.environment, "environment"),
        ...oneOf("tier", args.tier ?? "production", ["development", "staging", "production"]),
        ...whoReviews(args),
        ...(args.allowAnyBranch === true
            ? []
            : refProblems("branches", args.branches, "tags", args.tags ?? [])),
        ...waitProblems("waitMinutes", args.waitMinutes ?? 0),
        ...appProblems(args.apps ?? []),
        ...formatProblems("subjectFormat", format),
        ...(args.workflow === undefined
            ? []
            : text(
                  "workflow",
                  args.workflow,
                  subjectNames.workflow.shape,
                  subjectNames.workflow.allowed,
              )),
        ...missingIds.map((key) =>
            problem(key, undefined, 'a number, for the subject format "id"'),
        ),
        ...voidedByPlan(args),
    ];
}

function whoReviews(args: GitHubEnvironmentArgs): Problem[] {
    const { reviewerTeams, reviewerUsers = [] } = args;
    const problems = reviewerProblems("reviewerTeams", reviewerTeams);
    const all = reviewerTeams.length + reviewerUsers.length;
    if (all > mostReviewers && problems.length === 0) {
        const allowed = `at most ${mostReviewers} teams and people in all`;
        problems.push(problem("reviewerUsers", `${all} reviewers`, allowed));
    }
    if (all === 0 && args.allowNoReview !== true) {
        const allowed = "at least one team, unless allowNoReview is true";
        problems.push(problem("reviewerTeams", [], allowed));
    }
    const alone = reviewerTeams.length === 0 && reviewerUsers.length === 1;
    if (alone && (args.tier ?? "production") === "production") {
        const allowed = "a team, or two people, for an environment of production";
        problems.push(problem("reviewerUsers", "one person alone", allowed));
    }
    return problems;
}

function appProblems(apps: EnvironmentApp[]): Problem[] {
    const slugs = apps.map(({ slug }) => slug);
    return [
        ...slugs.flatMap((slug, i) =>
            text(`apps[${i}].slug`, slug, /^[a-z0-9][a-z0-9-]{0,99}$/, "the short name of an app"),
        ),
        ...distinct(slugs, (i) => `apps[${i}].slug`, "an app"),
        ...(apps.length > mostApps
            ? [problem("apps", `${apps.length} apps`, `at most ${mostApps} apps`)]
            : []),
    ];
}

/** Who is named as a reviewer, and who may push, once their ids are known. */
export interface ReviewerIds {
    teams: number[];
    users: number[];
    pushing: number[];
}

/** Everything unacceptable that shows only in ids. */
export function reviewerIdProblems({ teams, users, pushing }: ReviewerIds): Problem[] {
    const overlap = "a team that may not push to the repository";
    return [
        ...distinct(teams.map(String), (i) => `reviewerTeams[${i}]`, "a team"),
        ...distinct(users.map(String), (i) => `reviewerUsers[${i}]`, "a person"),
        ...teams.flatMap((team, i) =>
            pushing.includes(team) ? [problem(`reviewerTeams[${i}]`, team, overlap)] : [],
        ),
    ];
}

/** What the organisation's plan would not enforce. */
function voidedByPlan(args: GitHubEnvironmentArgs): Problem[] {
    const { reviewerTeams, reviewerUsers = [] } = args;
    const wanted: [string, GitHubFeature, boolean][] = [
        ["environment", "environments", true],
        ["reviewerTeams", "environmentReviewers", reviewerTeams.length > 0],
        ["reviewerUsers", "environmentReviewers", reviewerUsers.length > 0],
        ["waitMinutes", "environmentWaitTimers", (args.waitMinutes ?? 0) > 0],
        ["branches", "deploymentBranchPolicies", args.allowAnyBranch !== true],
        ["apps", "customDeploymentRules", (args.apps ?? []).length > 0],
    ];
    const facts = { plan: args.githubPlan, visibility: args.visibility };
    return wanted.flatMap(([path, feature, isWanted]) =>
        isWanted ? planProblems(path, feature, facts) : [],
    );
}

/** No problem for as many reviewing teams as GitHub accepts. */
export function reviewerProblems(path: string, teams: unknown[]): Problem[] {
    const allowed = `at most ${mostReviewers} teams`;
    return teams.length > mostReviewers ? [problem(path, `${teams.length} teams`, allowed)] : [];
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
    return refProblems(path, branches, "", []);
}

/** As {@link branchProblems}, for branches or tags or both. */
export function refProblems(
    branchPath: string,
    branches: string[],
    tagPath: string,
    tags: string[],
): Problem[] {
    const none = branches.length + tags.length === 0;
    const missing = "at least one branch, unless allowAnyBranch is true";
    return [
        ...(none ? [problem(branchPath, [], missing)] : []),
        ...patternProblems(branchPath, branches, "branch"),
        ...patternProblems(tagPath, tags, "tag"),
    ];
}

function patternProblems(path: string, patterns: string[], what: string): Problem[] {
    const selective = /^(?!\*+(\/\*+)*$)\S+$/;
    const allowed = `a ${what} name or pattern that does not match every ${what}`;
    return [
        ...patterns.flatMap((pattern, i) => text(`${path}[${i}]`, pattern, selective, allowed)),
        ...distinct(patterns, (i) => `${path}[${i}]`, `a ${what}`),
    ];
}
