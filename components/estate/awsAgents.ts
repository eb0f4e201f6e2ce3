import type * as pulumi from "@pulumi/pulumi";

import { AwsAgentNetwork } from "../agents/awsAgentNetwork";
import { AwsRunnerPool } from "../agents/awsRunnerPool";
import { createAppKeyInAws } from "./appKey";
import type { AwsPlatform } from "./awsPlatform";
import type { EstatePool } from "./estateCloudArgs";
import { known } from "./known";
import { networkName } from "./networkName";
import type { PipelineEstateArgs } from "./pipelineEstateArgs";

/** What runners in AWS are built on. */
export interface AwsAgentGround {
    estate: PipelineEstateArgs;
    aws: AwsPlatform;
    /** Numeric ids of the repositories, by name. */
    repositoryIds: Map<string, pulumi.Output<number>>;
}

/** The network of the runners, and one pool for each that is named. */
export function createAwsAgents(
    parent: pulumi.Resource,
    name: string,
    ground: AwsAgentGround,
): AwsAgentNetwork | undefined {
    const { estate, aws } = ground;
    if (!estate.awsAgents) {
        return undefined;
    }
    const network = new AwsAgentNetwork(
        `${name}-aws-agents`,
        {
            networkName: networkName(estate.organization, "agents", 32),
            accountId: aws.accountId,
            region: aws.region,
            availabilityZones: ["a", "b"].map((zone) => `${aws.region}${zone}`),
            addressRange: estate.awsAgents.addresses,
            egress: estate.awsAgents.egress,
            tags: aws.tags,
            allowDestroy: estate.allowDestroy,
        },
        { parent },
    );
    const appKeyArn = createAppKeyInAws(parent, name, estate, aws)?.keyId;
    for (const pool of estate.awsAgents.pools) {
        createPool(parent, name, pool, { ...ground, network, appKeyArn });
    }
    return network;
}

interface PoolGround extends AwsAgentGround {
    network: AwsAgentNetwork;
    appKeyArn: pulumi.Output<string> | undefined;
}

function createPool(
    parent: pulumi.Resource,
    name: string,
    pool: EstatePool,
    { estate, aws, network, appKeyArn, repositoryIds }: PoolGround,
): void {
    new AwsRunnerPool(
        `${name}-pool/${pool.name}`,
        {
            poolName: pool.name,
            tier: pool.tier,
            accountId: aws.accountId,
            region: aws.region,
            vpcId: network.vpcId,
            subnetIds: network.agentSubnetIds,
            securityGroupId: network.securityGroupId,
            organization: estate.organization,
            repositories: pool.repositories.flatMap((repository) => {
                const repoId = repositoryIds.get(repository);
                return repoId ? [{ name: repository, repoId }] : [];
            }),
            ...(pool.workflows.length > 0 ? { workflows: pool.workflows } : {}),
            ...(pool.kind === "codeBuild"
                ? { codeBuild: { maximum: pool.maximum, connectionArn: pool.connection } }
                : { instances: instancesOf(pool, estate, appKeyArn) }),
            tags: aws.tags,
            allowDestroy: estate.allowDestroy,
        },
        { parent },
    );
}

function instancesOf(
    { name, image, size, maximum }: EstatePool,
    { githubApp }: PipelineEstateArgs,
    appKeyArn: pulumi.Output<string> | undefined,
) {
    const app = known(githubApp, `the GitHub App of pool ${name}`);
    return {
        imageId: known(image, `the image of pool ${name}`),
        ...(size === undefined ? {} : { instanceType: size }),
        maximum,
        appClientId: app.clientId,
        installationId: app.installationId,
        appKeyArn: known(appKeyArn, `the key of the GitHub App of pool ${name}`),
    };
}
