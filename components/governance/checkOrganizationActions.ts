import { actionProblems } from "../repositories/checkGuard";
import { planNameProblems, planProblems } from "../shared/githubPlans";
import { shaped } from "../shared/shapes";
import { distinct, ignoringCase, problem, text, type Problem } from "../shared/validate";
import type {
    ActionsRepository,
    GitHubOrganizationActionsArgs,
    RequiredWorkflow,
} from "./githubOrganizationActionsArgs";
import { neededClaims, oidcClaims } from "./oidcClaims";

/** A file that GitHub takes for a workflow. */
const workflowFile = /^\.github\/workflows\/[\w.-]+\.ya?ml$/;
const workflowRef = /^refs\/(heads|tags)\/[\w./-]+$/;

/** Everything unacceptable in the arguments of `GitHubOrganizationActions`. */
export function organizationActionsProblems(args: GitHubOrganizationActionsArgs): Problem[] {
    const { githubPlan, repositories, requiredWorkflows = [] } = args;
    return [
        ...shaped("organization", args.organization, "owner"),
        ...planNameProblems("githubPlan", githubPlan),
        ...repositoryProblems(repositories),
        ...actionProblems("allowedActions", args.allowedActions ?? []),
        ...requiredWorkflows.flatMap((one, i) => workflowProblems(`requiredWorkflows[${i}]`, one)),
        ...(requiredWorkflows.length > 0
            ? planProblems("requiredWorkflows", "requiredWorkflows", { plan: githubPlan })
            : []),
        ...claimProblems("subjectClaims", args.subjectClaims ?? neededClaims),
    ];
}

function repositoryProblems(repositories: ActionsRepository[]): Problem[] {
    return [
        ...(repositories.length === 0
            ? [problem("repositories", [], "at least one repository")]
            : []),
        ...repositories.flatMap(({ name, properties = {} }, i) => [
            ...shaped(`repositories[${i}].name`, name, "repository"),
            ...Object.entries(properties).flatMap(([property, value]) =>
                text(`repositories[${i}].properties.${property}`, value, /\S/, "a value"),
            ),
        ]),
        ...distinct(
            repositories.map(({ name }) => name),
            (i) => `repositories[${i}].name`,
            "a repository",
            ignoringCase,
        ),
    ];
}

function workflowProblems(path: string, workflow: RequiredWorkflow): Problem[] {
    return [
        ...text(`${path}.path`, workflow.path, workflowFile, "a .yml file in .github/workflows"),
        ...(workflow.ref === undefined
            ? []
            : text(`${path}.ref`, workflow.ref, workflowRef, 'a ref as "refs/heads/main"')),
    ];
}

function claimProblems(path: string, claims: readonly string[]): Problem[] {
    const isClaim = (claim: string) =>
        oidcClaims.includes(claim) || /^repo_property_[\w$#-]{1,75}$/.test(claim);
    const begins = neededClaims.every((claim, i) => claims[i] === claim);
    return [
        ...(begins ? [] : [problem(path, claims, `${neededClaims.join(", ")} first`)]),
        ...claims.flatMap((claim, i) =>
            isClaim(claim)
                ? []
                : [problem(`${path}[${i}]`, claim, `one of ${oidcClaims.join(", ")}`)],
        ),
        ...distinct([...claims], (i) => `${path}[${i}]`, "a claim"),
    ];
}
