import type * as pulumi from "@pulumi/pulumi";

import type { AzureAgentPool } from "../agents/azureAgentPool";
import { AzureDevOpsQueue } from "../agents/azureDevOpsQueue";
import type { DevOpsPipeline } from "../shared/devOpsGroup";
import type { DevOpsChecks } from "../shared/protection/devOpsChecksArgs";
import type { EstatePool } from "./estateCloudArgs";
import { known } from "./known";
import type { EstateRepository, PipelineEstateArgs } from "./pipelineEstateArgs";
import type { StandingRepository } from "./repository";
import type { DevOpsPlatform } from "./devOpsProject";

interface QueueGround {
    estate: PipelineEstateArgs;
    devOps: DevOpsPlatform | undefined;
    repositories: StandingRepository[];
    /** The pools of `estate.azureAgents`, in its order. */
    pools: AzureAgentPool[];
}

/**
 * Each pool for Azure DevOps in the project, open to the pipelines it is for: the gates of its
 * repositories where it serves pull requests, else the pipelines that deploy, and from the branches that
 * deploy only. A managed pool makes its queues itself.
 */
export function createDevOpsQueues(
    parent: pulumi.Resource,
    name: string,
    { estate, devOps, repositories, pools }: QueueGround,
): void {
    for (const [i, pool] of (estate.azureAgents?.pools ?? []).entries()) {
        if (pool.host !== "azureDevOps" || pool.kind === "managed") {
            continue;
        }
        const { projectId } = known(devOps, `the Azure DevOps project of pool ${pool.name}`);
        const { poolId, queueIds } = known(pools[i], `pool ${pool.name}`);
        const served = repositories.filter((one) => pool.repositories.includes(one.name));
        new AzureDevOpsQueue(
            `${name}-queue/${pool.name}`,
            {
                projectId,
                poolId,
                ...(pool.kind === "ephemeral"
                    ? { queueId: queueIds.apply((ids) => known(ids[0], `its queue`)) }
                    : {}),
                checks: checksOf(pool, estate),
                pipelines: served.flatMap((repository) => pipelinesOf(pool, repository)),
            },
            { parent },
        );
    }
}

function pipelinesOf({ tier }: EstatePool, { pipelines }: StandingRepository): DevOpsPipeline[] {
    if (!pipelines) {
        return [];
    }
    return tier === "pullRequest" ? pipelines.gates : pipelines.deploys;
}

/** The approval is the environment's: here it would be asked for a second time. */
function checksOf(pool: EstatePool, { repositories }: PipelineEstateArgs): DevOpsChecks {
    const environments = repositories
        .filter(({ host, name }) => host === "azureDevOps" && pool.repositories.includes(name))
        .flatMap((repository: EstateRepository) => repository.environments);
    const branches = [...new Set(environments.flatMap((environment) => environment.branches))];
    return {
        approvers: [],
        allowNoApproval: true,
        branches: branches.map((branch) => `refs/heads/${branch}`),
        allowAnyBranch:
            pool.tier === "pullRequest" ||
            branches.length === 0 ||
            environments.some(({ allowAnyBranch }) => allowAnyBranch),
    };
}
