// A payments team's own stack. It owns its network and its workspace, and takes the vault, with
// everything that keeps it closed, from Gatehouse.
import { Subnet, VirtualNetwork } from "@pulumi/azure-native/network";
import { Workspace } from "@pulumi/azure-native/operationalinsights";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import { HardenedVault } from "gatehouse";

const location = "uksouth";

const group = new ResourceGroup("payments", { resourceGroupName: "rg-payments", location });
const resourceGroupName = group.name;

const network = new VirtualNetwork("network", {
    virtualNetworkName: "vnet-payments",
    resourceGroupName,
    location,
    addressSpace: { addressPrefixes: ["10.20.0.0/16"] },
});
const subnet = new Subnet("endpoints", {
    subnetName: "endpoints",
    resourceGroupName,
    virtualNetworkName: network.name,
    addressPrefix: "10.20.1.0/24",
    defaultOutboundAccess: false,
});
const workspace = new Workspace("audit", {
    workspaceName: "log-payments",
    resourceGroupName,
    location,
    retentionInDays: 365,
    sku: { name: "PerGB2018" },
});

const vault = new HardenedVault("payments", {
    vaultName: "kv-payments-dev",
    resourceGroupName,
    location,
    tenantId: "11111111-2222-3333-4444-555555555555",
    subnetId: subnet.id,
    virtualNetworkId: network.id,
    workspaceId: workspace.id,
    // Weaken it here, and `pulumi preview --policy-pack` says which rule forbids that:
    // allowPurge: true,
});

export const vaultUri = vault.vaultUri;
