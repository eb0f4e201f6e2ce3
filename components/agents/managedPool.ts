import { DevCenter, Project } from "@pulumi/azure-native/devcenter";
import { Pool } from "@pulumi/azure-native/devopsinfrastructure";
import type { UserAssignedIdentity } from "@pulumi/azure-native/managedidentity";
import { DiagnosticSetting } from "@pulumi/azure-native/monitor";
import * as pulumi from "@pulumi/pulumi";

import { azureName } from "../shared/naming";
import { agentFacts } from "./agentFacts";
import type { ManagedPool } from "./azureAgentPoolArgs";
import { giveRole } from "./narrowRole";
import type { BuiltPool, PoolPlan } from "./poolPlan";

/** Machines in Microsoft's subscription: the pool says what they are, Microsoft makes them. */
export function createManagedPool(
    plan: PoolPlan,
    identity: UserAssignedIdentity,
    managed: ManagedPool,
): BuiltPool {
    const { args, name, parent, tags } = plan;
    const needs = allowLinking(plan, managed);
    const pool = new Pool(
        `${name}-pool`,
        {
            poolName: azureName("mdp", args.poolName, plan.tierWord),
            resourceGroupName: args.resourceGroupName,
            location: args.location,
            tags,
            devCenterProjectResourceId: managed.devCenterProjectId ?? createProject(plan).id,
            maximumConcurrency: managed.maximum,
            // A new machine for every job.
            agentProfile: { kind: "Stateless" },
            fabricProfile: {
                kind: "Vmss",
                sku: { name: managed.size },
                images: [{ ...imageOf(managed), buffer: "*", ephemeralType: "Automatic" }],
                networkProfile: { subnetId: args.subnetId },
                osProfile: {
                    logonType: "Service",
                    secretsManagementSettings: { observedCertificates: [], keyExportable: false },
                },
            },
            organizationProfile: {
                kind: "AzureDevOps",
                organizations: [
                    {
                        url: `https://dev.azure.com/${managed.organization}`,
                        projects: managed.projects,
                        parallelism: managed.maximum,
                        openAccess: false,
                    },
                ],
                permissionProfile: { kind: "CreatorOnly" },
            },
            identity: { type: "UserAssigned", userAssignedIdentities: [identity.id] },
        },
        { parent, dependsOn: needs },
    );
    keepLogs(plan, pool);
    return {
        scaleSetId: "",
        poolId: pool.id,
        poolName: pool.name,
        runnerGroupId: "",
        queueIds: [],
    };
}

function imageOf({ image }: ManagedPool): { resourceId: string } | { wellKnownImageName: string } {
    return image.startsWith("/") ? { resourceId: image } : { wellKnownImageName: image };
}

function createProject(plan: PoolPlan): Project {
    const { args, name, parent, tags } = plan;
    const { location, resourceGroupName } = args;
    const center = new DevCenter(
        `${name}-center`,
        {
            devCenterName: azureName("dc", args.poolName, plan.tierWord),
            resourceGroupName,
            location,
            tags,
        },
        { parent },
    );
    return new Project(
        `${name}-project`,
        {
            projectName: azureName("dcp", args.poolName, plan.tierWord),
            resourceGroupName,
            location,
            tags,
            devCenterId: center.id,
            description: `Agents of ${plan.pooled}`,
        },
        { parent },
    );
}

/** Lets the service put machines into the subnet, and nothing else on the network. */
function allowLinking(plan: PoolPlan, managed: ManagedPool): pulumi.Resource[] {
    const { args } = plan;
    if (managed.infrastructurePrincipalId === undefined) {
        return [];
    }
    const network = pulumi
        .output(args.subnetId)
        .apply((id) => id.replace(/\/subnets\/[^/]+$/i, ""));
    return [
        giveRole(plan, {
            key: "link",
            purpose: `link subnets for ${plan.pooled}`,
            actions: agentFacts.managedPoolActions,
            dataActions: [],
            scope: network,
            principalId: managed.infrastructurePrincipalId,
        }),
    ];
}

function keepLogs({ args, name, parent }: PoolPlan, pool: Pool): void {
    new DiagnosticSetting(
        `${name}-logs`,
        {
            name: "agents-to-workspace",
            resourceUri: pool.id,
            workspaceId: args.workspaceId,
            logs: [{ categoryGroup: "allLogs", enabled: true }],
            metrics: [{ category: "AllMetrics", enabled: true }],
        },
        { parent },
    );
}
