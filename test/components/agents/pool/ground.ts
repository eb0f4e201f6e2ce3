import { Subnet, VirtualNetwork } from "@pulumi/azure-native/network";
import { Workspace } from "@pulumi/azure-native/operationalinsights";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import { ServiceEndpointAzureRM } from "@pulumi/azuredevops";
import { HardenedVault } from "../../../../components/vault/hardenedVault";
import { hardenedProject } from "../../../support/devOpsShop";
import { guardedWeb } from "../../../support/guardedWeb";

const location = "uksouth";

/** What pools of the emulated clouds need to stand on. */
export function layGround() {
    const group = new ResourceGroup("agents", { resourceGroupName: "rg-agents", location });
    const placed = { resourceGroupName: group.name, location };
    const network = new VirtualNetwork("network", {
        ...placed,
        virtualNetworkName: "vnet",
        addressSpace: { addressPrefixes: ["10.30.0.0/16"] },
    });
    const subnet = (name: string, third: number, delegated = false) =>
        new Subnet(name, {
            resourceGroupName: group.name,
            virtualNetworkName: network.name,
            subnetName: name,
            addressPrefix: `10.30.${third}.0/24`,
            defaultOutboundAccess: false,
            delegations: delegated
                ? [{ name: "pool", serviceName: "Microsoft.DevOpsInfrastructure/pools" }]
                : [],
        });
    const workspace = new Workspace("log", {
        ...placed,
        workspaceName: "log-agents",
        retentionInDays: 365,
        sku: { name: "PerGB2018" },
    });
    const common = { ...placed, workspaceId: workspace.id };
    return { group, network, subnet, workspace, common };
}

/** A vault that holds the key of the GitHub App, and a repository that uses the runners. */
export function gitHubGround({ group, network, subnet, workspace }: ReturnType<typeof layGround>) {
    const vault = new HardenedVault("runners", {
        vaultName: "kv-runners",
        resourceGroupName: group.name,
        location,
        tenantId: "11111111-2222-3333-4444-555555555555",
        subnetId: subnet("endpoints", 9).id,
        virtualNetworkId: network.id,
        workspaceId: workspace.id,
    });
    const repository = guardedWeb();
    return { vault, repository };
}

/** A project, and a connection by which Azure DevOps may manage a scale set. */
export function devOpsGround() {
    const project = hardenedProject();
    const connection = new ServiceEndpointAzureRM("agents", {
        projectId: project.projectId,
        serviceEndpointName: "agents",
        serviceEndpointAuthenticationScheme: "WorkloadIdentityFederation",
        azurermSpnTenantid: "11111111-2222-3333-4444-555555555555",
        azurermSubscriptionId: "11111111-2222-3333-4444-555555555555",
        azurermSubscriptionName: "shop",
        credentials: { serviceprincipalid: "33333333-3333-4333-8333-333333333333" },
    });
    return { project, connection };
}
