// Where the platform team keeps the state of its stacks, in Azure. In AWS it is `aws` instead of
// `azure`, with the names of roles instead of identities.
import { UserAssignedIdentity } from "@pulumi/azure-native/managedidentity";
import { Subnet, VirtualNetwork } from "@pulumi/azure-native/network";
import { Workspace } from "@pulumi/azure-native/operationalinsights";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import { HardenedVault, StateStore } from "gatehouse";

const location = "uksouth";
const group = new ResourceGroup("state", { resourceGroupName: "rg-state", location });
const inGroup = { resourceGroupName: group.name, location };

const network = new VirtualNetwork("network", {
    ...inGroup,
    virtualNetworkName: "vnet-state",
    addressSpace: { addressPrefixes: ["10.30.0.0/24"] },
});
const subnet = new Subnet("endpoints", {
    subnetName: "endpoints",
    resourceGroupName: group.name,
    virtualNetworkName: network.name,
    addressPrefix: "10.30.0.0/26",
    defaultOutboundAccess: false,
});
const workspace = new Workspace("audit", {
    ...inGroup,
    workspaceName: "log-state",
    retentionInDays: 365,
    sku: { name: "PerGB2018" },
});
const place = { ...inGroup, subnetId: subnet.id, virtualNetworkId: network.id };

const vault = new HardenedVault("keys", {
    ...place,
    vaultName: "kv-state-dev",
    tenantId: "11111111-2222-3333-4444-555555555555",
    workspaceId: workspace.id,
    // Storage reaches its key as a trusted service. This vault holds nothing but the store's keys.
    allowTrustedServices: true,
});
const plan = new UserAssignedIdentity("plan", { ...inGroup, resourceName: "id-plan" });
const apply = new UserAssignedIdentity("apply", { ...inGroup, resourceName: "id-apply" });

const store = new StateStore("state", {
    stacks: ["organization/platform/dev"],
    azure: {
        ...place,
        accountName: "stacmestatedev",
        subscriptionId: "00000000-0000-0000-0000-000000000001",
        vaultName: vault.vaultName,
        workspaceId: workspace.id,
        planners: [{ name: "plan", principalId: plan.principalId }],
        writers: [{ name: "apply", principalId: apply.principalId }],
    },
});
// A permitted deletion begins with the vault's lock, which holds the store's keys.
vault.lockAfter(store);

export const login = store.loginCommand;
export const init = store.stackInitCommands;
