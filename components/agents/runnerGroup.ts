import { ActionsRunnerGroup } from "@pulumi/github/actionsRunnerGroup";

import type { GitHubRunners } from "./azureAgentPoolArgs";
import type { PoolPlan } from "./poolPlan";

/** Who may use the pool: the given repositories, and of those only the given workflows. */
export function createRunnerGroup(plan: PoolPlan, github: GitHubRunners): ActionsRunnerGroup {
    const workflows = github.workflows ?? [];
    return new ActionsRunnerGroup(
        `${plan.name}-group`,
        {
            name: plan.pooled,
            visibility: "selected",
            selectedRepositoryIds: github.repositoryIds,
            allowsPublicRepositories: false,
            restrictedToWorkflows: workflows.length > 0,
            ...(workflows.length > 0 ? { selectedWorkflows: workflows } : {}),
        },
        { parent: plan.parent },
    );
}
