import { at, inGroup, networkId, placed, workspaceId, type Sample } from "./everything";

const network = (path: string) => at(`Microsoft.Network/${path}`);
const policyId = network("firewallPolicies/afwp-main");

/** What leads traffic out of a network, and what watches it. */
export const azureNetworkSamples: readonly Sample[] = [
    {
        type: "azure-native:network:PublicIPPrefix",
        inputs: { ...placed, publicIpPrefixName: "ippre-main", prefixLength: 30 },
        id: network("publicIPPrefixes/ippre-main"),
        later: ["ipPrefix"],
        update: { tags: { a: "b" } },
        replace: { location: "ukwest" },
    },
    {
        type: "azure-native:network:PublicIPAddress",
        inputs: {
            ...placed,
            publicIpAddressName: "pip-main",
            sku: { name: "Standard" },
            publicIPAllocationMethod: "Static",
            zones: ["1"],
        },
        id: network("publicIPAddresses/pip-main"),
        later: ["ipAddress", "resourceGuid"],
        update: { idleTimeoutInMinutes: 10 },
        replace: { sku: { name: "Basic" } },
    },
    {
        type: "azure-native:network:NatGateway",
        inputs: {
            ...placed,
            natGatewayName: "ng-main",
            sku: { name: "Standard" },
            publicIpAddresses: [{ id: network("publicIPAddresses/pip-main") }],
        },
        id: network("natGateways/ng-main"),
        later: ["resourceGuid"],
        update: { idleTimeoutInMinutes: 10 },
        replace: { natGatewayName: "ng-other" },
    },
    {
        type: "azure-native:network:RouteTable",
        inputs: {
            ...placed,
            routeTableName: "rt-main",
            disableBgpRoutePropagation: true,
            routes: [
                {
                    name: "out",
                    addressPrefix: "0.0.0.0/0",
                    nextHopType: "VirtualAppliance",
                    nextHopIpAddress: "10.0.2.4",
                },
            ],
        },
        id: network("routeTables/rt-main"),
        update: { disableBgpRoutePropagation: false },
        replace: { location: "ukwest" },
    },
    {
        type: "azure-native:network:Route",
        inputs: {
            ...inGroup,
            routeTableName: "rt-main",
            routeName: "monitor",
            addressPrefix: "AzureMonitor",
            nextHopType: "Internet",
        },
        id: network("routeTables/rt-main/routes/monitor"),
        update: { addressPrefix: "AzureMonitor.UKSouth" },
        replace: { routeName: "other" },
    },
    {
        type: "azure-native:network:Subnet",
        inputs: {
            ...inGroup,
            subnetName: "AzureFirewallSubnet",
            virtualNetworkName: "vnet-main",
            addressPrefix: "10.0.2.0/26",
        },
        id: `${networkId}/subnets/AzureFirewallSubnet`,
    },
    {
        type: "azure-native:network:Subnet",
        inputs: {
            ...inGroup,
            subnetName: "snet-pool",
            virtualNetworkName: "vnet-main",
            addressPrefix: "10.0.3.0/24",
            natGateway: { id: network("natGateways/ng-main") },
            routeTable: { id: network("routeTables/rt-main") },
            delegations: [{ name: "pool", serviceName: "Microsoft.DevOpsInfrastructure/pools" }],
        },
        id: `${networkId}/subnets/snet-pool`,
    },
    {
        type: "azure-native:network:IpGroup",
        inputs: { ...placed, ipGroupsName: "ipg-agents", ipAddresses: ["10.0.3.0/24"] },
        id: network("ipGroups/ipg-agents"),
        update: { ipAddresses: ["10.0.4.0/24"] },
        replace: { ipGroupsName: "ipg-other" },
    },
    {
        type: "azure-native:network:FirewallPolicy",
        inputs: {
            ...placed,
            firewallPolicyName: "afwp-main",
            sku: { tier: "Premium" },
            intrusionDetection: { mode: "Deny" },
            dnsSettings: { enableProxy: true },
            insights: {
                isEnabled: true,
                logAnalyticsResources: { defaultWorkspaceId: { id: workspaceId } },
            },
        },
        id: policyId,
        update: { threatIntelMode: "Deny" },
        replace: { firewallPolicyName: "afwp-other" },
    },
    {
        type: "azure-native:network:FirewallPolicyRuleCollectionGroup",
        inputs: {
            ...inGroup,
            firewallPolicyName: "afwp-main",
            ruleCollectionGroupName: "agents",
            priority: 200,
            ruleCollections: [
                {
                    ruleCollectionType: "FirewallPolicyFilterRuleCollection",
                    name: "web",
                    priority: 100,
                    action: { type: "Allow" },
                    rules: [
                        {
                            ruleType: "ApplicationRule",
                            name: "github",
                            protocols: [{ protocolType: "Https", port: 443 }],
                            sourceIpGroups: [network("ipGroups/ipg-agents")],
                            targetFqdns: ["github.com"],
                        },
                        {
                            ruleType: "NetworkRule",
                            name: "time",
                            ipProtocols: ["UDP"],
                            sourceAddresses: ["10.0.3.0/24"],
                            destinationAddresses: ["*"],
                            destinationPorts: ["123"],
                        },
                    ],
                },
            ],
        },
        id: `${policyId}/ruleCollectionGroups/agents`,
        update: { priority: 201 },
        replace: { ruleCollectionGroupName: "other" },
    },
    {
        type: "azure-native:network:PublicIPAddress",
        inputs: {
            ...placed,
            publicIpAddressName: "pip-firewall",
            sku: { name: "Standard" },
            publicIPAllocationMethod: "Static",
        },
        id: network("publicIPAddresses/pip-firewall"),
    },
    {
        type: "azure-native:network:AzureFirewall",
        inputs: {
            ...placed,
            azureFirewallName: "afw-main",
            sku: { name: "AZFW_VNet", tier: "Premium" },
            firewallPolicy: { id: policyId },
            ipConfigurations: [
                {
                    name: "main",
                    subnet: { id: `${networkId}/subnets/AzureFirewallSubnet` },
                    publicIPAddress: { id: network("publicIPAddresses/pip-firewall") },
                },
            ],
        },
        id: network("azureFirewalls/afw-main"),
        update: { tags: { a: "b" } },
        replace: { azureFirewallName: "afw-other" },
    },
    {
        type: "azure-native:network:NetworkWatcher",
        inputs: { ...placed, networkWatcherName: "nw-main" },
        id: network("networkWatchers/nw-main"),
        update: { tags: { a: "b" } },
        replace: { location: "ukwest" },
    },
    {
        type: "azure-native:network:FlowLog",
        inputs: {
            ...placed,
            networkWatcherName: "nw-main",
            flowLogName: "vnet",
            targetResourceId: networkId,
            storageId: at("Microsoft.Storage/storageAccounts/stmain"),
            enabled: true,
            format: { type: "JSON", version: 2 },
            flowAnalyticsConfiguration: {
                networkWatcherFlowAnalyticsConfiguration: {
                    enabled: true,
                    workspaceResourceId: workspaceId,
                    trafficAnalyticsInterval: 10,
                },
            },
        },
        id: network("networkWatchers/nw-main/flowLogs/vnet"),
        later: ["targetResourceGuid"],
        update: { retentionPolicy: { days: 30, enabled: true } },
        replace: { flowLogName: "other" },
    },
];
