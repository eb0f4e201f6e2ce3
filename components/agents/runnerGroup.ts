import { ActionsRunnerGroup } from "@pulumi/github/actionsRunnerGroup";
import type * as pulumi from "@pulumi/pulumi";

/** Who may use the runners of a pool. */
export interface RunnerGroupFacts {
    /** Name of the group. */
    name: string;
    /** Numeric ids of the repositories. */
    repositoryIds: pulumi.Input<number>[];
    /** Workflows of them that alone may; any, where none is named. */
    workflows: string[] | undefined;
}

/** The given repositories may use the pool, and of those only the given workflows. */
export function createRunnerGroup(
    poolName: string,
    { name, repositoryIds, workflows = [] }: RunnerGroupFacts,
    opts: pulumi.CustomResourceOptions,
): ActionsRunnerGroup {
    return new ActionsRunnerGroup(
        `${poolName}-group`,
        {
            name,
            visibility: "selected",
            selectedRepositoryIds: repositoryIds,
            allowsPublicRepositories: false,
            restrictedToWorkflows: workflows.length > 0,
            ...(workflows.length > 0 ? { selectedWorkflows: workflows } : {}),
        },
        opts,
    );
}
