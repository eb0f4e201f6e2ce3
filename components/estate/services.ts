import * as pulumi from "@pulumi/pulumi";

import { createAppKeyInAzure } from "./appKey";
import { createAwsAgents } from "./awsAgents";
import { createAwsTrail } from "./awsPlatform";
import { createAzurePools, createPoolGroups } from "./azurePools";
import { createScaleSetConnection } from "./azureDevOps";
import { createDevOpsPackages } from "./devOpsPackages";
import { createDevOpsQueues } from "./devOpsQueues";
import type { Ground } from "./ground";
import { createSecrets, createSigningKeys } from "./keysAndSecrets";
import type { StandingRepository } from "./repository";
import { createStateStore } from "./stateStore";

/** What stands beside the repositories, and is told of them: keys, secrets, state, agents. */
export function createServices(
    parent: pulumi.Resource,
    name: string,
    ground: Ground,
    repositories: StandingRepository[],
): { stateCommands: pulumi.Output<string[]> } {
    const { estate, platform, aws } = ground;
    const deployments = new Map(
        repositories.flatMap((one) =>
            one.deployments.map((deployment) => [deployment.key, deployment]),
        ),
    );
    const keyGround = { estate, platform, aws, deployments };
    createSigningKeys(parent, name, keyGround);
    createSecrets(parent, name, keyGround);
    const store = createStateStore(parent, name, keyGround);
    const repositoryIds = new Map(
        repositories.flatMap(({ name: of, repositoryId }) =>
            repositoryId === undefined ? [] : [[of, repositoryId]],
        ),
    );
    createAgentsInAzure(parent, name, ground, { repositories, repositoryIds });
    createDevOpsPackages(parent, name, estate, ground.devOps);
    if (aws) {
        const agents = createAwsAgents(parent, name, { estate, aws, repositoryIds });
        createAwsTrail(parent, name, estate, aws, {
            agentFlowLogGroups: agents ? [agents.flowLogGroupName] : [],
            dataBucketArns: store.bucketArns,
        });
    }
    return { stateCommands: pulumi.all(store.commands).apply((lines) => lines.flat()) };
}

function createAgentsInAzure(
    parent: pulumi.Resource,
    name: string,
    { estate, platform, devOps }: Ground,
    {
        repositories,
        repositoryIds,
    }: {
        repositories: StandingRepository[];
        repositoryIds: Map<string, pulumi.Output<number>>;
    },
): void {
    const pools = estate.azureAgents?.pools ?? [];
    const groups = createPoolGroups(parent, name, estate, pools);
    const connection = createScaleSetConnection(parent, name, estate, { platform, groups, devOps });
    if (!estate.azureAgents || !platform.agents) {
        return;
    }
    const created = createAzurePools(parent, name, {
        estate,
        agents: estate.azureAgents,
        workspaceId: platform.trail.workspaceId,
        networks: platform.agents,
        groups,
        repositoryIds,
        appKey: createAppKeyInAzure(parent, name, estate, platform),
        devOps,
        connection,
    });
    // Machines of a pool may hold a role on the App's key.
    for (const pool of created) platform.vault.lockAfter(pool);
    createDevOpsQueues(parent, name, { estate, devOps, repositories, pools: created });
}
