import { Subnet, VirtualNetwork } from "@pulumi/azure-native/network";
import { Workspace } from "@pulumi/azure-native/operationalinsights";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import { HardenedVault } from "../../../components/index";
import type { ComponentWeakenings } from "./weakening";

const place = { resourceGroupName: "rg-security", location: "uksouth" };

const hardenedVault: ComponentWeakenings = {
    of: "HardenedVault",
    build: (weakened) => {
        const resourceGroupName = new ResourceGroup("security", place).name;
        const here = { ...place, resourceGroupName };
        const network = new VirtualNetwork("network", {
            ...here,
            virtualNetworkName: "vnet-security",
            addressSpace: { addressPrefixes: ["10.20.0.0/16"] },
        });
        const subnet = new Subnet("endpoints", {
            resourceGroupName,
            subnetName: "endpoints",
            virtualNetworkName: network.name,
            addressPrefix: "10.20.1.0/24",
            defaultOutboundAccess: false,
        });
        const workspace = new Workspace("audit", {
            ...here,
            workspaceName: "log-security",
            retentionInDays: 365,
        });
        new HardenedVault("secrets", {
            ...here,
            tenantId: "11111111-2222-3333-4444-555555555555",
            vaultName: "kv-acme-secrets",
            subnetId: subnet.id,
            virtualNetworkId: network.id,
            workspaceId: workspace.id,
            ...weakened,
        });
    },
    weakenings: [{ argument: "allowPurge", rules: ["kv-purge-protection"] }],
};

/** Components of Azure and AWS. */
export const clouds: readonly ComponentWeakenings[] = [hardenedVault];
