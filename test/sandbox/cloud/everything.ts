import { subscription, tenant, type Props } from "./support";

/** One resource of each type: what it takes, and which outputs only the service can tell. */
export interface Sample {
    readonly type: string;
    readonly inputs: Props;
    /** Id, or its beginning and form where the service gives it. */
    readonly id: string | RegExp;
    /** The id is known in the preview, though not to this test. */
    readonly known?: boolean;
    /** Outputs that are unknown in the preview of a creation. */
    readonly later?: readonly string[];
    /** An input that is changed in place, with its new value. */
    readonly update?: Props;
    /** An input whose change replaces the resource. */
    readonly replace?: Props;
}

export const group = `/subscriptions/${subscription}/resourceGroups/rg-main`;
export const at = (path: string) => `${group}/providers/${path}`;
export const vaultId = at("Microsoft.KeyVault/vaults/kv-main");
export const networkId = at("Microsoft.Network/virtualNetworks/vnet-main");
export const workspaceId = at("Microsoft.OperationalInsights/workspaces/log-main");
export const inGroup = { resourceGroupName: "rg-main" };
export const placed = { ...inGroup, location: "uksouth" };
export const vaultProperties = {
    tenantId: tenant,
    sku: { family: "A", name: "premium" },
    enableRbacAuthorization: true,
};
export const rule = {
    name: "deny",
    priority: 4096,
    direction: "Inbound",
    access: "Deny",
    protocol: "*",
};

/** Places, network and vault, in the order in which they can be created. */
export const platformSamples: readonly Sample[] = [
    {
        type: "azure-native:resources:ResourceGroup",
        inputs: { resourceGroupName: "rg-main", location: "uksouth" },
        id: group,
        update: { tags: { owner: "acme" } },
        replace: { location: "ukwest" },
    },
    {
        type: "azure-native:operationalinsights:Workspace",
        inputs: { ...placed, workspaceName: "log-main", retentionInDays: 30 },
        id: workspaceId,
        later: ["customerId", "createdDate"],
        update: { retentionInDays: 365 },
        replace: { workspaceName: "log-other" },
    },
    {
        type: "azure-native:network:VirtualNetwork",
        inputs: {
            ...placed,
            virtualNetworkName: "vnet-main",
            addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
        },
        id: networkId,
        later: ["resourceGuid", "etag"],
        update: { flowTimeoutInMinutes: 10 },
        replace: { location: "ukwest" },
    },
    {
        type: "azure-native:network:NetworkSecurityGroup",
        inputs: { ...placed, networkSecurityGroupName: "nsg-main", securityRules: [rule] },
        id: at("Microsoft.Network/networkSecurityGroups/nsg-main"),
        later: ["resourceGuid"],
        update: { flushConnection: true },
        replace: { networkSecurityGroupName: "nsg-other" },
    },
    {
        type: "azure-native:network:SecurityRule",
        inputs: {
            ...inGroup,
            ...rule,
            name: undefined,
            priority: 200,
            networkSecurityGroupName: "nsg-main",
            securityRuleName: "deny-more",
        },
        id: at("Microsoft.Network/networkSecurityGroups/nsg-main/securityRules/deny-more"),
        update: { priority: 201 },
        replace: { securityRuleName: "other" },
    },
    {
        type: "azure-native:network:Subnet",
        inputs: {
            ...inGroup,
            subnetName: "snet-main",
            virtualNetworkName: "vnet-main",
            addressPrefix: "10.0.1.0/24",
            networkSecurityGroup: { id: at("Microsoft.Network/networkSecurityGroups/nsg-main") },
        },
        id: `${networkId}/subnets/snet-main`,
        update: { defaultOutboundAccess: false },
        replace: { subnetName: "snet-other" },
    },
    {
        type: "azure-native:keyvault:Vault",
        inputs: { ...placed, vaultName: "kv-main", properties: vaultProperties },
        id: vaultId,
        update: { tags: { tier: "production" } },
        replace: { vaultName: "kv-other" },
    },
    {
        type: "azure-native:keyvault:Secret",
        inputs: {
            ...inGroup,
            vaultName: "kv-main",
            secretName: "token",
            properties: { value: "correct horse" },
        },
        id: `${vaultId}/secrets/token`,
        update: { tags: { a: "b" } },
        replace: { secretName: "other" },
    },
    {
        type: "azure-native:keyvault:Key",
        inputs: {
            ...inGroup,
            vaultName: "kv-main",
            keyName: "sign",
            properties: { kty: "EC-HSM" },
        },
        id: `${vaultId}/keys/sign`,
        later: ["keyUriWithVersion"],
        replace: { properties: { kty: "RSA-HSM" } },
    },
    {
        type: "azure-native:network:PrivateEndpoint",
        inputs: {
            ...placed,
            privateEndpointName: "pe-main",
            subnet: { id: `${networkId}/subnets/snet-main` },
            privateLinkServiceConnections: [
                { name: "vault", privateLinkServiceId: vaultId, groupIds: ["vault"] },
            ],
        },
        id: at("Microsoft.Network/privateEndpoints/pe-main"),
        later: ["etag"],
        update: { tags: { a: "b" } },
        replace: { privateEndpointName: "pe-other" },
    },
    {
        type: "azure-native:privatedns:PrivateZone",
        inputs: {
            ...inGroup,
            location: "Global",
            privateZoneName: "privatelink.vaultcore.azure.net",
        },
        id: at("Microsoft.Network/privateDnsZones/privatelink.vaultcore.azure.net"),
        update: { tags: { a: "b" } },
        replace: { privateZoneName: "other.example.org" },
    },
    {
        type: "azure-native:privatedns:VirtualNetworkLink",
        inputs: {
            ...inGroup,
            location: "Global",
            privateZoneName: "privatelink.vaultcore.azure.net",
            virtualNetworkLinkName: "link",
            virtualNetwork: { id: networkId },
        },
        id: at(
            "Microsoft.Network/privateDnsZones/privatelink.vaultcore.azure.net/virtualNetworkLinks/link",
        ),
        update: { registrationEnabled: true },
        replace: { virtualNetwork: { id: "/other" } },
    },
    {
        type: "azure-native:network:PrivateDnsZoneGroup",
        inputs: {
            ...inGroup,
            privateEndpointName: "pe-main",
            privateDnsZoneGroupName: "default",
            privateDnsZoneConfigs: [
                {
                    name: "vault",
                    privateDnsZoneId: at(
                        "Microsoft.Network/privateDnsZones/privatelink.vaultcore.azure.net",
                    ),
                },
            ],
        },
        id: at("Microsoft.Network/privateEndpoints/pe-main/privateDnsZoneGroups/default"),
        replace: { privateDnsZoneGroupName: "other" },
    },
];
