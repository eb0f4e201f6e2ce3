import { egressProfile } from "./egressProfile";

const tags =
    "Microsoft Learn: virtual network service tags (tags); stored copies of unknown age, not the live page";
const date = "2026-11-21";

/** Sign-in: tokens for workload and managed identities. */
export const entra = egressProfile({
    name: "entra",
    opens: "Microsoft Entra ID: tokens",
    serviceTags: ["AzureActiveDirectory"],
    names: ["login.microsoftonline.com"],
    source: tags,
    date,
});

/** The control plane of Azure. */
export const azureResourceManager = egressProfile({
    name: "azureResourceManager",
    opens: "Azure Resource Manager: deployments",
    serviceTags: ["AzureResourceManager"],
    names: ["management.azure.com"],
    source: tags,
    date,
});

/** What the Azure Monitor agent reads its rules from and sends logs to. */
export const azureMonitor = egressProfile({
    name: "azureMonitor",
    opens: "Azure Monitor: the agent's rules and logs",
    serviceTags: ["AzureMonitor"],
    names: [
        "global.handler.control.monitor.azure.com",
        "*.handler.control.monitor.azure.com",
        "*.ods.opinsights.azure.com",
        "*.ingest.monitor.azure.com",
    ],
    source: "Microsoft Learn: Azure Monitor agent network configuration, network requirements for monitoring Kubernetes clusters (names); virtual network service tags (tag); stored copies of unknown age",
    date,
});

/**
 * Blobs of any storage account, anybody's: artifacts, logs and caches of GitHub Actions and Azure
 * DevOps are kept there, and a thief's account looks the same. Leave it out where agents can do
 * without.
 */
export const azureStorage = egressProfile({
    name: "azureStorage",
    opens: "blobs of every Azure storage account, also a stranger's",
    serviceTags: ["Storage"],
    names: ["*.blob.core.windows.net"],
    source: tags,
    date,
});

/** Microsoft's own container images. */
export const microsoftContainerRegistry = egressProfile({
    name: "microsoftContainerRegistry",
    opens: "mcr.microsoft.com: Microsoft's container images",
    serviceTags: ["MicrosoftContainerRegistry", "AzureFrontDoor.FirstParty"],
    names: ["mcr.microsoft.com", "*.data.mcr.microsoft.com"],
    source: tags,
    date,
});

const zones =
    "Microsoft Learn: Azure Private Endpoint private DNS zone values; stored copies of unknown age, not the live page";

/** Key vaults, through private endpoints only. */
export const keyVault = egressProfile({
    name: "keyVault",
    opens: "key vaults with a private endpoint in the network",
    privateZones: ["privatelink.vaultcore.azure.net"],
    source: zones,
    date,
});

/** Container registries, through private endpoints only. */
export const containerRegistry = egressProfile({
    name: "containerRegistry",
    opens: "container registries with a private endpoint in the network",
    privateZones: ["privatelink.azurecr.io"],
    source: zones,
    date,
});

/** Storage accounts, through private endpoints only: the state of a stack. */
export const blobStorage = egressProfile({
    name: "blobStorage",
    opens: "storage accounts with a private endpoint in the network",
    privateZones: ["privatelink.blob.core.windows.net"],
    source: zones,
    date,
});
