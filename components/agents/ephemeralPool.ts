import { VirtualMachineScaleSet } from "@pulumi/azure-native/compute";
import type { UserAssignedIdentity } from "@pulumi/azure-native/managedidentity";
import type { input } from "@pulumi/azure-native/types";
import type * as pulumi from "@pulumi/pulumi";

import { azureName } from "../shared/naming";
import { devOpsBoot, gitHubBoot } from "./agentBoot";
import { agentFacts } from "./agentFacts";
import { allowSigning } from "./agentIdentity";
import { collectLogs, monitorExtension } from "./agentLogs";
import { machineProfile } from "./agentMachine";
import type { AzureDevOpsAgents, EphemeralPool, GitHubRunners } from "./azureAgentPoolArgs";
import { createDevOpsPool } from "./devOpsPool";
import { patchMachines } from "./patchWindow";
import type { BuiltPool, PoolPlan } from "./poolPlan";
import { createRunnerGroup } from "./runnerGroup";

/** What the machines of a pool do when they start, and what must stand before they can. */
interface Registration {
    boot: pulumi.Output<string>;
    needs: pulumi.Resource[];
    built: Omit<BuiltPool, "scaleSetId">;
}

/** Machines that register themselves, take one job and are replaced. */
export function createEphemeralPool(
    plan: PoolPlan,
    identity: UserAssignedIdentity,
    pool: EphemeralPool,
): BuiltPool {
    const { boot, needs, built } = register(plan, identity, pool);
    patchMachines(plan, pool.patchFrom);
    const scaleSet = createScaleSet(plan, identity, pool, boot, needs);
    collectLogs(plan, scaleSet);
    return { ...built, scaleSetId: scaleSet.id };
}

function register(
    plan: PoolPlan,
    identity: UserAssignedIdentity,
    { github, azureDevOps }: EphemeralPool,
): Registration {
    if (github !== undefined) {
        return withGitHub(plan, identity, github);
    }
    if (azureDevOps !== undefined) {
        return withAzureDevOps(plan, identity, azureDevOps);
    }
    throw new Error("checkAgentPool accepts exactly one host");
}

function withGitHub(
    plan: PoolPlan,
    identity: UserAssignedIdentity,
    github: GitHubRunners,
): Registration {
    const group = createRunnerGroup(
        plan.name,
        { name: plan.pooled, repositoryIds: github.repositoryIds, workflows: github.workflows },
        { parent: plan.parent },
    );
    const signer = allowSigning(plan, identity, github.appKeyId);
    return {
        boot: gitHubBoot(plan, identity, group, github),
        needs: [signer],
        built: { poolId: group.id, poolName: group.name, runnerGroupId: group.id, queueIds: [] },
    };
}

function withAzureDevOps(
    plan: PoolPlan,
    identity: UserAssignedIdentity,
    agents: AzureDevOpsAgents,
): Registration {
    const { pool, administrator, queues } = createDevOpsPool(plan, identity, agents);
    return {
        boot: devOpsBoot(plan, identity, pool, agents),
        needs: [administrator],
        built: {
            poolId: pool.id,
            poolName: pool.name,
            runnerGroupId: "",
            queueIds: queues.map((queue) => queue.id),
        },
    };
}

/**
 * Flexible, because only machines of a Flexible set can be patched inside by the platform; a Uniform
 * set is patched by reimaging, in the midst of jobs, and from "latest" only. A Flexible set takes no
 * upgrade policy: a changed model reaches a machine when its job is done and it is replaced.
 */
function createScaleSet(
    plan: PoolPlan,
    identity: UserAssignedIdentity,
    { machines, instances }: EphemeralPool,
    boot: pulumi.Output<string>,
    dependsOn: pulumi.Resource[],
): VirtualMachineScaleSet {
    const { args, name, parent, tags } = plan;
    return new VirtualMachineScaleSet(
        `${name}-machines`,
        {
            vmScaleSetName: azureName("vmss", args.poolName, plan.tierWord),
            resourceGroupName: args.resourceGroupName,
            location: args.location,
            tags,
            zones: machines.zones,
            orchestrationMode: "Flexible",
            platformFaultDomainCount: 1,
            sku: { name: machines.size, tier: "Standard", capacity: instances },
            identity: { type: "UserAssigned", userAssignedIdentities: [identity.id] },
            // Not "Reimage", which keeps the machine's temporary disk, and with it a job's files.
            automaticRepairsPolicy: {
                enabled: true,
                gracePeriod: agentFacts.repairGrace,
                repairAction: "Replace",
            },
            virtualMachineProfile: machineProfile({
                machines,
                subnetId: args.subnetId,
                boot,
                flexible: true,
                extensions: [healthExtension(), monitorExtension(identity)],
            }),
        },
        { parent, dependsOn },
    );
}

/**
 * Asks the boot program how it is. It answers while the machine waits for its job and runs it;
 * when it falls silent, the machine is replaced.
 */
function healthExtension(): input.compute.VirtualMachineScaleSetExtensionArgs {
    const { publisher, type, version, ...settings } = agentFacts.healthExtension;
    return {
        name: "health",
        publisher,
        type,
        typeHandlerVersion: version,
        autoUpgradeMinorVersion: true,
        enableAutomaticUpgrade: true,
        settings,
    };
}
