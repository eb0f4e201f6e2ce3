import type * as pulumi from "@pulumi/pulumi";

import type { DevOpsGroup, DevOpsPipeline } from "../shared/devOpsGroup";
import type { DevOpsChecks } from "../shared/protection/devOpsChecksArgs";

/** Arguments of `AzureDevOpsQueue`. */
export interface AzureDevOpsQueueArgs {
    /** Id of the project that gets the pool. */
    projectId: pulumi.Input<string>;
    /** Id of the pool, a number as text: output `poolId` of `AzureAgentPool` for a scale set. */
    poolId: pulumi.Input<string>;
    /**
     * Id of the queue, if the project has one of the pool already: one of the outputs `queueIds` of
     * `AzureAgentPool`.
     * @default none: a queue is made
     */
    queueId?: pulumi.Input<string>;
    /** What a run has to pass before its jobs get an agent. */
    checks: DevOpsChecks;
    /**
     * Pipelines that may use the agents.
     * @default none: no pipeline uses them
     */
    pipelines?: DevOpsPipeline[];
    /**
     * Groups that administer pool and queue: whoever does can add agents of their own, and take the checks away.
     * @default none beside those who administer all pools
     */
    administrators?: DevOpsGroup[];
    /**
     * Groups that may refer to the pool in pipelines, and see its agents.
     * @default none beside those the project gives it to
     */
    users?: DevOpsGroup[];
}
