import { Subnet, VirtualNetwork } from "@pulumi/azure-native/network";
import { Workspace } from "@pulumi/azure-native/operationalinsights";
import { ResourceGroup } from "@pulumi/azure-native/resources";

export const tenantId = "11111111-2222-3333-4444-555555555555";
export const subscriptionId = "11111111-2222-3333-4444-666666666666";
export const accountId = "123456789012";

/** A group with a network and a workspace: what components in Azure stand on. */
export function azureGround() {
    const location = "uksouth";
    const group = new ResourceGroup("ground", { resourceGroupName: "rg-ground", location });
    const here = { resourceGroupName: group.name, location };
    const network = new VirtualNetwork("network", {
        ...here,
        virtualNetworkName: "vnet-ground",
        addressSpace: { addressPrefixes: ["10.20.0.0/16"] },
    });
    const subnet = new Subnet("endpoints", {
        resourceGroupName: group.name,
        subnetName: "endpoints",
        virtualNetworkName: network.name,
        addressPrefix: "10.20.1.0/24",
        defaultOutboundAccess: false,
    });
    const workspace = new Workspace(
        "audit",
        { ...here, workspaceName: "log-ground", retentionInDays: 365 },
        { protect: true },
    );
    return {
        here,
        workspaceId: workspace.id,
        place: {
            ...here,
            subnetId: subnet.id,
            virtualNetworkId: network.id,
            workspaceId: workspace.id,
        },
    };
}
