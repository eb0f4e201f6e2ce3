/**
 * What the services behind an agent pool know by fixed names and numbers.
 *
 * source: Microsoft Learn, "Automatic instance repairs for Azure Virtual Machine Scale Sets", "Using
 * Application Health extension", "Terminate notification", "Configure Managed DevOps Pools networking"
 * (the permissions), "Agent pool permissions"; the extension of the Azure Monitor agent from its page
 * "Manage Azure Monitor Agent"; the tags from Azure DevOps' behaviour as users of scale set agents
 * report it
 * date: 2026-11-21
 */
export const agentFacts = {
    /** Smallest grace Azure allows before a machine without health is replaced. */
    repairGrace: "PT10M",
    /** How long before its deletion a machine is told: the least Azure offers. */
    terminateNotice: "PT5M",
    healthExtension: {
        publisher: "Microsoft.ManagedServices",
        type: "ApplicationHealthLinux",
        /** 2.0 and later tell a machine that is starting from one that is ill. */
        version: "2.0",
        protocol: "http",
        port: 8484,
        requestPath: "/health",
        intervalInSeconds: 10,
        numberOfProbes: 3,
        /** Seconds a new machine has until it must answer. */
        gracePeriod: 1200,
    },
    /** Longer than a new machine has until it must answer: one that fails before is replaced, too. */
    restMinutes: 45,
    monitorExtension: {
        publisher: "Microsoft.Azure.Monitor",
        type: "AzureMonitorLinuxAgent",
        version: "1.0",
    },
    /** Oldest version of the network API by which a Flexible scale set makes network cards. */
    networkApiVersion: "2020-11-01",
    /** Tags that Azure DevOps writes on a scale set it manages. */
    elasticPoolTags: ["__AzureDevOpsElasticPool", "__AzureDevOpsElasticPoolTimeStamp"],
    /** The one role on an Azure DevOps pool that lets an agent add itself, and where it is given. */
    poolRole: { scope: "distributedtask.agentpoolrole", name: "Administrator" },
    /** What the service behind Managed DevOps Pools needs on the network of the agents. */
    managedPoolActions: [
        "Microsoft.Network/virtualNetworks/*/read",
        "Microsoft.Network/virtualNetworks/subnets/join/action",
        "Microsoft.Network/virtualNetworks/subnets/serviceAssociationLinks/validate/action",
        "Microsoft.Network/virtualNetworks/subnets/serviceAssociationLinks/write",
        "Microsoft.Network/virtualNetworks/subnets/serviceAssociationLinks/delete",
    ],
    /** What a runner needs of the GitHub App's key: to sign with it, not to have it. */
    keySignActions: [
        "Microsoft.KeyVault/vaults/keys/read",
        "Microsoft.KeyVault/vaults/keys/sign/action",
    ],
} as const;
