import type * as pulumi from "@pulumi/pulumi";

/** Arguments of `AgentNetwork`. */
export interface AgentNetworkArgs {
    /**
     * Name from which the names of all parts are made, for example "acme-agents" for
     * `vnet-acme-agents`: 1 to 40 lower case letters, digits and single hyphens.
     */
    networkName: string;
    /** Resource group of all parts but the flow log. */
    resourceGroupName: pulumi.Input<string>;
    /** Azure region in its short form, for example "uksouth". */
    location: pulumi.Input<string>;
    /** Private IPv4 range of the network, for example "10.80.0.0/22". */
    addressSpace: string;
    /** Part of it for the agents, /28 or larger. Azure keeps five addresses of each subnet. */
    agentRange: string;
    /** Part of it for private endpoints, /28 or larger. */
    endpointRange: string;
    /**
     * Part of it for the firewall, /26 or larger. Needed with egress "firewall", refused without.
     * @default none
     */
    firewallRange?: string;
    /**
     * How agents get out: "nat", a gateway with a static address, where the security group lets
     * packets through to published addresses; or "firewall", an Azure Firewall, which lets
     * connections through to host names. The firewall is dear and the only way to services that
     * publish names and no addresses, such as GitHub Actions.
     */
    egress: string;
    /**
     * Services agents may reach, by name: "github", "githubActions", "azureDevOps",
     * "managedDevOpsPool", "entra", "azureResourceManager", "azureMonitor", "azureStorage",
     * "microsoftContainerRegistry", "keyVault", "containerRegistry", "blobStorage", "aws", "ubuntu",
     * "microsoftPackages". "keyVault", "containerRegistry" and "blobStorage" stand for what has a
     * private endpoint in the network: each makes a private DNS zone, linked to it.
     */
    profiles: string[];
    /**
     * AWS regions whose services the profile "aws" opens, for example "eu-west-2".
     * @default none
     */
    awsRegions?: string[];
    /** Id of the Log Analytics workspace that receives logs and the analysis of the traffic. */
    workspaceId: pulumi.Input<string>;
    /** Id of the storage account in the same region that keeps the flow logs. */
    flowLogStorageId: pulumi.Input<string>;
    /**
     * Name of the region's network watcher, to which the flow log belongs.
     * @default the one Azure made by itself, "NetworkWatcher_" and the region
     */
    networkWatcherName?: pulumi.Input<string>;
    /**
     * Resource group of the network watcher.
     * @default the one Azure made by itself, "NetworkWatcherRG"
     */
    networkWatcherGroupName?: pulumi.Input<string>;
    /**
     * Hands the agents' subnet to one Managed DevOps Pool; nothing else can then use it.
     * @default false
     */
    delegateToManagedPool?: boolean;
    /**
     * Availability zones of the way out. A NAT gateway takes one at most.
     * @default chosen by Azure
     */
    zones?: string[];
    /**
     * Tags of every Azure resource in the component.
     * @default none
     */
    tags?: Record<string, pulumi.Input<string>>;
    /**
     * Lets agents use HTTP without TLS, through the firewall, to those names of the profiles that
     * are served no other way: archives of packages, whose signatures are what can be trusted.
     * @default false
     */
    allowPlainHttp?: boolean;
    /**
     * Lets Pulumi delete the public address. Otherwise it is a protected resource: others let it
     * in by their allow lists, and Azure gives a released address to the next customer.
     * @default false
     */
    allowDestroy?: boolean;
}
