import { claimTemplates } from "../identity/subjects/githubClaims";
import { actionProblems } from "../repositories/checkGuard";
import { planNameProblems, planProblems } from "../shared/githubPlans";
import { shaped } from "../shared/shapes";
import { distinct, ignoringCase, problem, text, type Problem } from "../shared/validate";
import type {
    ActionsRepository,
    GitHubOrganizationActionsArgs,
    RequiredWorkflow,
} from "./githubOrganizationActionsArgs";

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
        ...claimProblems("oidcClaims", args.oidcClaims),
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

/** Other templates give subjects that stand for more than one repository, or that nobody trusts here. */
function claimProblems(path: string, claims: string[] | undefined): Problem[] {
    const templates = claimTemplates.map((template) => JSON.stringify(template));
    return claims === undefined || templates.includes(JSON.stringify(claims))
        ? []
        : [problem(path, claims, templates.join(" or "))];
}
