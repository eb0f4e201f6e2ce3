import type * as pulumi from "@pulumi/pulumi";

import { shaped } from "../shared/shapes";
import { distinct, problem, text, whole, type Problem } from "../shared/validate";
import type { AzureDevOpsAgents, GitHubRunners } from "./azureAgentPoolArgs";

const workflowShape =
    /^[A-Za-z0-9-]{1,39}\/[A-Za-z0-9._-]{1,100}\/\.github\/workflows\/[^@*?/]+\.ya?ml@(refs\/(heads|tags)\/[^\s*?]+|[0-9a-f]{40})$/;

/** What is wrong with the GitHub side of a pool, as far as it is known. */
export function runnerProblems(github: GitHubRunners, tier: string): Problem[] {
    const path = "ephemeral.github";
    const workflows = github.workflows ?? [];
    return [
        ...shaped(`${path}.organization`, github.organization, "owner"),
        ...listProblems(`${path}.repositoryIds`, github.repositoryIds, "repository id"),
        ...github.repositoryIds.flatMap((id, i) =>
            typeof id === "number"
                ? whole(`${path}.repositoryIds[${i}]`, id, 1, Number.MAX_SAFE_INTEGER)
                : [],
        ),
        ...workflows.flatMap((workflow, i) =>
            text(
                `${path}.workflows[${i}]`,
                workflow,
                workflowShape,
                "owner/repository/.github/workflows/file.yml@ with a full ref or a commit",
            ),
        ),
        ...(tier === "production" && workflows.length === 0
            ? [problem(`${path}.workflows`, workflows, "at least one workflow, for production")]
            : []),
        ...text(
            `${path}.appClientId`,
            github.appClientId,
            /^[A-Za-z0-9.]{10,40}$/,
            "the client id of a GitHub App",
        ),
        ...whole(`${path}.installationId`, github.installationId, 1, Number.MAX_SAFE_INTEGER),
    ];
}

/** What is wrong with the Azure DevOps side of a pool, as far as it is known. */
export function devOpsProblems(agents: AzureDevOpsAgents): Problem[] {
    const path = "ephemeral.azureDevOps";
    const plain = agents.projectIds.map((id, i) => (typeof id === "string" ? id : `unknown ${i}`));
    return [
        ...shaped(`${path}.organization`, agents.organization, "devOpsOrganization"),
        ...listProblems(`${path}.projectIds`, agents.projectIds, "project id"),
        ...agents.projectIds.flatMap((id, i) =>
            typeof id === "string" ? shaped(`${path}.projectIds[${i}]`, id, "guid") : [],
        ),
        ...distinct(plain, (i) => `${path}.projectIds[${i}]`, "a project"),
    ];
}

function listProblems(
    path: string,
    list: readonly pulumi.Input<string | number>[],
    what: string,
): Problem[] {
    return list.length > 0 ? [] : [problem(path, [], `at least one ${what}`)];
}
