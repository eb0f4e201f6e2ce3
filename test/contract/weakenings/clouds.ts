import { StorageAccount } from "@pulumi/azure-native/storage";
import { AgentNetwork, HardenedVault } from "../../../components/index";
import { cloudAudit } from "./cloudAudit";
import { cloudDestroy } from "./cloudDestroy";
import { roles } from "./cloudRoles";
import { cloudState } from "./cloudState";
import { azureGround, tenantId } from "./ground";
import type { ComponentWeakenings } from "./weakening";

/** Where nothing may be torn down. */
const stack = "prod";

const hardenedVault: ComponentWeakenings = {
    of: "HardenedVault",
    stack,
    build: (weakened) => {
        const { place } = azureGround();
        new HardenedVault("secrets", {
            ...place,
            tenantId,
            vaultName: "kv-acme-secrets",
            ...weakened,
        });
    },
    weakenings: [
        { argument: "allowPurge", rules: ["kv-purge-protection"] },
        { argument: "allowPublicNetwork", rules: ["kv-no-public-network"] },
        {
            argument: "allowAddresses",
            args: { allowPublicNetwork: true, allowAddresses: ["203.0.113.0/24"] },
            rules: ["kv-no-public-network"],
        },
        { argument: "allowTrustedServices", rules: ["kv-no-trusted-services-bypass"] },
        { argument: "allowAccessPolicies", rules: ["kv-rbac-only"] },
        { argument: "allowDestroy", rules: ["critical-resources-protected"] },
    ],
};

const agentNetwork: ComponentWeakenings = {
    of: "AgentNetwork",
    stack,
    build: (weakened) => {
        const { here, workspaceId } = azureGround();
        const flowLogs = new StorageAccount(
            "flows",
            {
                ...here,
                accountName: "stacmeagentflows",
                kind: "StorageV2",
                sku: { name: "Standard_ZRS" },
                allowBlobPublicAccess: false,
                minimumTlsVersion: "TLS1_2",
                publicNetworkAccess: "Disabled",
                networkRuleSet: { defaultAction: "Deny", bypass: "AzureServices" },
            },
            { protect: true },
        );
        new AgentNetwork("agents", {
            ...here,
            workspaceId,
            networkName: "acme-agents",
            addressSpace: "10.80.0.0/22",
            agentRange: "10.80.0.0/24",
            endpointRange: "10.80.2.0/27",
            firewallRange: "10.80.3.0/26",
            egress: "firewall",
            profiles: ["github", "githubActions", "ubuntu"],
            flowLogStorageId: flowLogs.id,
            ...weakened,
        });
    },
    weakenings: [
        { argument: "allowPlainHttp", rules: ["agent-nsg-egress-allowlist"] },
        { argument: "allowDestroy", rules: ["critical-resources-protected"] },
    ],
};

/** Components of Azure and AWS. */
export const clouds: readonly ComponentWeakenings[] = [
    hardenedVault,
    agentNetwork,
    ...cloudState,
    ...cloudAudit,
    roles,
    ...cloudDestroy,
];
