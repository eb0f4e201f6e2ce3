// A network for the agents of Azure DevOps: they reach Azure DevOps, sign-in, Azure's control plane
// and a vault behind a private endpoint. Nothing else, and nobody reaches them.
import { Workspace } from "@pulumi/azure-native/operationalinsights";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import { StorageAccount } from "@pulumi/azure-native/storage";
import { AgentNetwork } from "gatehouse";

const location = "uksouth";

const group = new ResourceGroup("agents", { resourceGroupName: "rg-agents", location });
const resourceGroupName = group.name;

const workspace = new Workspace("audit", {
    workspaceName: "log-agents",
    resourceGroupName,
    location,
    retentionInDays: 365,
    sku: { name: "PerGB2018" },
});
const flowLogs = new StorageAccount("flows", {
    accountName: "stacmeagentflows",
    resourceGroupName,
    location,
    kind: "StorageV2",
    sku: { name: "Standard_ZRS" },
    allowBlobPublicAccess: false,
    enableHttpsTrafficOnly: true,
    minimumTlsVersion: "TLS1_2",
    publicNetworkAccess: "Disabled",
    networkRuleSet: { defaultAction: "Deny", bypass: "AzureServices" },
});

const network = new AgentNetwork("agents", {
    networkName: "acme-agents",
    resourceGroupName,
    location,
    addressSpace: "10.80.0.0/22",
    agentRange: "10.80.0.0/24",
    endpointRange: "10.80.2.0/27",
    // "firewall" where names have to be told apart, as for GitHub Actions; then with a firewallRange.
    egress: "nat",
    profiles: ["azureDevOps", "entra", "azureResourceManager", "azureMonitor", "keyVault"],
    workspaceId: workspace.id,
    flowLogStorageId: flowLogs.id,
});

export const subnetId = network.agentSubnetId;
export const egressAddress = network.egressAddress;
export const vaultZoneId = network.privateZoneIds.apply(
    (zones) => zones["privatelink.vaultcore.azure.net"],
);
