import { claimTemplates } from "../identity/subjects/githubClaims";
import { shaped } from "../shared/shapes";
import {
    distinct,
    ignoringCase,
    oneOf,
    problem,
    text,
    whole,
    type Problem,
} from "../shared/validate";
import { branchProblems, ruleProblems } from "./checkGuardRules";
import { intervals } from "./dependabot";
import type { GitHubRepositoryGuardArgs } from "./githubRepositoryGuardArgs";
import { guardPlanProblems, lostRuleProblems } from "./guardHost";
import type { GuardCheck, GuardCollaborator, GuardEcosystem, GuardWorkflow } from "./guardPartArgs";

/** Largest id GitHub gives to an app so far fits 32 bits; a larger one is a typing error. */
const largestAppId = 2 ** 31 - 1;

/** Everything unacceptable in the arguments of `GitHubRepositoryGuard`. */
export function guardProblems(args: GitHubRepositoryGuardArgs): Problem[] {
    const noChecks = args.checks.length === 0 && args.allowNoChecks !== true;
    return [
        ...shaped("organization", args.organization, "owner"),
        ...shaped("repository", args.repository, "repository"),
        ...teamProblems(args),
        ...collaboratorProblems("outsideCollaborators", args.outsideCollaborators ?? []),
        ...(args.visibility === undefined ? [] : visibilityProblems("visibility", args.visibility)),
        ...branchProblems("branches", args.branches ?? []),
        ...(args.reviews === undefined ? [] : reviewProblems("reviews", args.reviews)),
        ...checkProblems("checks", args.checks),
        ...(noChecks
            ? [problem("checks", [], "at least one check, unless allowNoChecks is true")]
            : []),
        ...ruleProblems(args),
        ...actionProblems("allowedActions", args.allowedActions ?? []),
        ...ecosystemProblems("dependabot", args.dependabot ?? []),
        ...workflowProblems("workflows", args.workflows ?? []),
        ...sharingProblems(args),
        ...guardPlanProblems(args),
        ...lostRuleProblems(args),
    ];
}

function teamProblems(args: GitHubRepositoryGuardArgs): Problem[] {
    const { readers = [], otherTeams = [], leads } = args;
    const { creators = [] } = args.releaseTags ?? {};
    const lead = leads === undefined ? [] : [leads];
    const own = [args.team, args.codeOwners, ...lead, ...creators, ...readers];
    const slugs = new Set(own.map(({ slug }) => slug));
    return [
        ...shaped("team.slug", args.team.slug, "team"),
        ...shaped("codeOwners.slug", args.codeOwners.slug, "team"),
        ...(leads === undefined ? [] : shaped("leads.slug", leads.slug, "team")),
        ...readers.flatMap((team, i) => shaped(`readers[${i}].slug`, team.slug, "team")),
        ...otherTeams.flatMap(({ slug }, i) => [
            ...shaped(`otherTeams[${i}].slug`, slug, "team"),
            ...(slugs.has(slug)
                ? [problem(`otherTeams[${i}].slug`, slug, "a team that gets no access here")]
                : []),
        ]),
    ];
}

function collaboratorProblems(path: string, people: GuardCollaborator[]): Problem[] {
    const logins = people.map(({ login }) => login);
    return [
        ...people.flatMap(({ login, permission }, i) => [
            ...shaped(`${path}[${i}].login`, login, "login"),
            ...oneOf(`${path}[${i}].permission`, permission, ["pull", "triage"]),
        ]),
        ...distinct(logins, (i) => `${path}[${i}].login`, "a login", ignoringCase),
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

function ecosystemProblems(path: string, ecosystems: GuardEcosystem[]): Problem[] {
    const places = ecosystems.map(({ ecosystem, directory = "/" }) => `${ecosystem} ${directory}`);
    const name = 'a package ecosystem, for example "npm"';
    return [
        ...ecosystems.flatMap(({ ecosystem, directory = "/", interval = "weekly" }, i) => [
            ...text(`${path}[${i}].ecosystem`, ecosystem, /^[a-z][a-z0-9-]{1,39}$/, name),
            ...text(`${path}[${i}].directory`, directory, /^\/\S*$/, "a folder that begins with /"),
            ...oneOf(`${path}[${i}].interval`, interval, intervals),
        ]),
        ...distinct(places, (i) => `${path}[${i}]`, "an ecosystem and folder"),
    ];
}

function workflowProblems(path: string, workflows: GuardWorkflow[]): Problem[] {
    const files = workflows.map(({ file }) => file);
    const name = 'a file in .github/workflows, for example "build.yml"';
    return [
        ...workflows.flatMap(({ file, content }, i) => [
            ...text(`${path}[${i}].file`, file, /^[\w-][\w.-]{0,99}\.ya?ml$/, name),
            ...text(`${path}[${i}].content`, content, /\S/, "a workflow"),
        ]),
        ...distinct(files, (i) => `${path}[${i}].file`, "a file"),
    ];
}

function sharingProblems({ workflowAccess, oidcClaims }: GitHubRepositoryGuardArgs): Problem[] {
    const levels = ["none", "organization", "enterprise"];
    const templates = claimTemplates.map((template) => JSON.stringify(template));
    const isKnown = oidcClaims === undefined || templates.includes(JSON.stringify(oidcClaims));
    return [
        ...(workflowAccess === undefined ? [] : oneOf("workflowAccess", workflowAccess, levels)),
        ...(isKnown ? [] : [problem("oidcClaims", oidcClaims, templates.join(" or "))]),
    ];
}
