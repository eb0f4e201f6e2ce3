import {
    VirtualMachineScaleSet,
    VirtualMachineScaleSetExtension,
} from "@pulumi/azure-native/compute";
import type { UserAssignedIdentity } from "@pulumi/azure-native/managedidentity";
import { ElasticPool } from "@pulumi/azuredevops";

import { azureName } from "../shared/naming";
import { hardeningBoot } from "./agentBoot";
import { agentFacts } from "./agentFacts";
import { collectLogs, monitorExtension } from "./agentLogs";
import { machineProfile } from "./agentMachine";
import type { ScaleSetPool } from "./azureAgentPoolArgs";
import type { BuiltPool, PoolPlan } from "./poolPlan";

/** Azure DevOps decides how many machines there are, adds its extension to them and recycles them. */
export function createScaleSetPool(
    plan: PoolPlan,
    identity: UserAssignedIdentity,
    pool: ScaleSetPool,
): BuiltPool {
    const scaleSet = createScaleSet(plan, identity, pool);
    const monitor = addMonitor(plan, identity, scaleSet);
    collectLogs(plan, scaleSet);
    const elastic = new ElasticPool(
        `${plan.name}-pool`,
        {
            name: plan.pooled,
            azureResourceId: scaleSet.id,
            projectId: pool.projectId,
            serviceEndpointId: pool.serviceEndpointId,
            serviceEndpointScope: pool.serviceEndpointProjectId ?? pool.projectId,
            recycleAfterEachUse: true,
            desiredIdle: pool.idle ?? 0,
            maxCapacity: pool.maximum,
            autoProvision: false,
            autoUpdate: true,
            agentInteractiveUi: false,
        },
        // First machines come with the pool: they must find the extension in the model.
        { parent: plan.parent, dependsOn: [monitor] },
    );
    return {
        scaleSetId: scaleSet.id,
        poolId: elastic.id,
        poolName: elastic.name,
        runnerGroupId: "",
        queueIds: [],
    };
}

function createScaleSet(
    plan: PoolPlan,
    identity: UserAssignedIdentity,
    { machines }: ScaleSetPool,
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
            // Azure DevOps knows no other mode.
            orchestrationMode: "Uniform",
            overprovision: false,
            singlePlacementGroup: false,
            platformFaultDomainCount: 1,
            upgradePolicy: { mode: "Manual" },
            sku: { name: machines.size, tier: "Standard", capacity: 0 },
            identity: { type: "UserAssigned", userAssignedIdentities: [identity.id] },
            virtualMachineProfile: machineProfile({
                machines,
                subnetId: args.subnetId,
                boot: hardeningBoot(plan),
                flexible: false,
                extensions: [],
            }),
        },
        {
            parent,
            // What Azure DevOps writes: an update of anything else must not take it back.
            ignoreChanges: [
                "sku.capacity",
                ...agentFacts.elasticPoolTags.map((tag) => `tags["${tag}"]`),
            ],
        },
    );
}

/** A resource of its own, because Azure DevOps keeps its extension in the scale set's own list. */
function addMonitor(
    plan: PoolPlan,
    identity: UserAssignedIdentity,
    scaleSet: VirtualMachineScaleSet,
): VirtualMachineScaleSetExtension {
    const { name, ...extension } = monitorExtension(identity);
    return new VirtualMachineScaleSetExtension(
        `${plan.name}-monitor`,
        {
            ...extension,
            vmssExtensionName: name,
            vmScaleSetName: scaleSet.name,
            resourceGroupName: plan.args.resourceGroupName,
        },
        { parent: plan.parent },
    );
}
