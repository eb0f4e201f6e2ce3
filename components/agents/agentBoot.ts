import type { UserAssignedIdentity } from "@pulumi/azure-native/managedidentity";
import type { Pool } from "@pulumi/azuredevops";
import type { ActionsRunnerGroup } from "@pulumi/github/actionsRunnerGroup";
import * as pulumi from "@pulumi/pulumi";

import { agentFacts } from "./agentFacts";
import type { AzureDevOpsAgents, GitHubRunners } from "./azureAgentPoolArgs";
import { bootProgram } from "./boot/bootProgram";
import type { PoolPlan } from "./poolPlan";

/** Where the scale set's health extension asks, and how long a machine waits to be replaced. */
const health = {
    port: agentFacts.healthExtension.port,
    restMinutes: agentFacts.restMinutes,
};

/** Hardens a machine that Azure DevOps makes an agent. */
export function hardeningBoot(plan: PoolPlan): string {
    return bootProgram({
        cloud: "azure",
        host: "azureDevOps",
        mode: "hardenOnly",
        namePrefix: agentPrefix(plan),
    });
}

/** Makes a machine a runner of GitHub for one job. */
export function gitHubBoot(
    plan: PoolPlan,
    identity: UserAssignedIdentity,
    group: ActionsRunnerGroup,
    github: GitHubRunners,
): pulumi.Output<string> {
    return pulumi
        .all([identity.clientId, group.id, github.appKeyUri])
        .apply(([managedIdentityClientId, groupId, signingKey]) =>
            bootProgram({
                cloud: "azure",
                host: "github",
                mode: "ephemeral",
                namePrefix: agentPrefix(plan),
                managedIdentityClientId,
                health,
                github: {
                    organization: github.organization,
                    runnerGroupId: Number(groupId),
                    labels: ["self-hosted", "linux", plan.pooled],
                    appId: github.appClientId,
                    installationId: github.installationId,
                    signingKey,
                },
            }),
        );
}

/** Makes a machine an agent of Azure DevOps for one job. */
export function devOpsBoot(
    plan: PoolPlan,
    identity: UserAssignedIdentity,
    pool: Pool,
    { organization }: AzureDevOpsAgents,
): pulumi.Output<string> {
    return pulumi.all([identity.clientId, pool.name]).apply(([managedIdentityClientId, poolName]) =>
        bootProgram({
            cloud: "azure",
            host: "azureDevOps",
            mode: "ephemeral",
            namePrefix: agentPrefix(plan),
            managedIdentityClientId,
            health,
            azureDevOps: {
                organizationUrl: `https://dev.azure.com/${organization}`,
                pool: poolName,
            },
        }),
    );
}

/** Start of the agents' names; host name and a random part follow. */
function agentPrefix({ pooled }: PoolPlan): string {
    return pooled.slice(0, 30).replace(/-+$/, "");
}
