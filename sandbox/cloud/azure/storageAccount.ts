import { armError } from "../failures";
import {
    choice,
    fixed,
    flag,
    list,
    loose,
    matching,
    number,
    object,
    required,
    text,
} from "../shape";
import { str, text as joined } from "../values";
import { armType, idInGroup, location, resourceGroupName, suffixed, tags } from "./arm";

const service = object({ enabled: flag, keyType: choice("Service", "Account") });
const nameClaim = (name: string) => `storage account name ${name}`;

export const storageAccount = armType({
    token: "azure-native:storage:StorageAccount",
    api: "2024-01-01",
    type: "Microsoft.Storage/storageAccounts",
    inputs: {
        accessTier: choice("Premium", "Hot", "Cool", "Cold"),
        accountName: fixed(matching(/^[a-z0-9]{3,24}$/, "3 to 24 lower-case letters and digits")),
        allowBlobPublicAccess: flag,
        allowCrossTenantReplication: flag,
        allowSharedKeyAccess: flag,
        allowedCopyScope: choice("PrivateLink", "AAD"),
        azureFilesIdentityBasedAuthentication: loose({
            directoryServiceOptions: required(choice("None", "AADDS", "AD", "AADKERB")),
        }),
        customDomain: object({ name: required(text), useSubDomainName: flag }),
        defaultToOAuthAuthentication: flag,
        dnsEndpointType: choice("Standard", "AzureDnsZone"),
        enableExtendedGroups: flag,
        enableHttpsTrafficOnly: flag,
        enableNfsV3: fixed(flag),
        encryption: object({
            encryptionIdentity: object({
                encryptionFederatedIdentityClientId: text,
                encryptionUserAssignedIdentity: text,
            }),
            keySource: choice("Microsoft.Storage", "Microsoft.Keyvault"),
            keyVaultProperties: object({ keyName: text, keyVaultUri: text, keyVersion: text }),
            requireInfrastructureEncryption: fixed(flag),
            services: object({ blob: service, file: service, queue: service, table: service }),
        }),
        extendedLocation: fixed(object({ name: text, type: choice("EdgeZone") })),
        identity: object({
            type: required(
                choice("None", "SystemAssigned", "UserAssigned", "SystemAssigned,UserAssigned"),
            ),
            userAssignedIdentities: list(text),
        }),
        immutableStorageWithVersioning: fixed(
            object({
                enabled: flag,
                immutabilityPolicy: object({
                    allowProtectedAppendWrites: flag,
                    immutabilityPeriodSinceCreationInDays: number,
                    state: choice("Unlocked", "Locked", "Disabled"),
                }),
            }),
        ),
        isHnsEnabled: fixed(flag),
        isLocalUserEnabled: flag,
        isSftpEnabled: flag,
        keyPolicy: object({ keyExpirationPeriodInDays: required(number) }),
        kind: required(
            fixed(choice("Storage", "StorageV2", "BlobStorage", "FileStorage", "BlockBlobStorage")),
        ),
        largeFileSharesState: choice("Disabled", "Enabled"),
        location,
        minimumTlsVersion: choice("TLS1_0", "TLS1_1", "TLS1_2", "TLS1_3"),
        networkRuleSet: object({
            bypass: text,
            defaultAction: required(choice("Allow", "Deny")),
            ipRules: list(object({ action: choice("Allow"), iPAddressOrRange: required(text) })),
            resourceAccessRules: list(object({ resourceId: text, tenantId: text })),
            virtualNetworkRules: list(
                object({
                    action: choice("Allow"),
                    state: text,
                    virtualNetworkResourceId: required(text),
                }),
            ),
        }),
        publicNetworkAccess: choice("Enabled", "Disabled", "SecuredByPerimeter"),
        resourceGroupName,
        routingPreference: object({
            publishInternetEndpoints: flag,
            publishMicrosoftEndpoints: flag,
            routingChoice: choice("MicrosoftRouting", "InternetRouting"),
        }),
        sasPolicy: object({
            expirationAction: required(choice("Log", "Block")),
            sasExpirationPeriod: required(text),
        }),
        sku: required(
            object({
                name: required(
                    choice(
                        ...[
                            "Standard_LRS",
                            "Standard_GRS",
                            "Standard_RAGRS",
                            "Standard_ZRS",
                            "Premium_LRS",
                            "Premium_ZRS",
                        ],
                        ...[
                            "Standard_GZRS",
                            "Standard_RAGZRS",
                            "StandardV2_LRS",
                            "StandardV2_GRS",
                            "StandardV2_ZRS",
                        ],
                        ...["StandardV2_GZRS", "PremiumV2_LRS", "PremiumV2_ZRS"],
                    ),
                ),
            }),
        ),
        tags,
    },
    path: ["resourceGroupName", "accountName"],
    autoname: suffixed("accountName", (name) =>
        name
            .toLowerCase()
            .replace(/[^a-z0-9]/g, "")
            .slice(-24),
    ),
    id: (inputs, scope) =>
        idInGroup(
            scope,
            inputs,
            "Microsoft.Storage",
            "storageAccounts",
            str(inputs, "accountName"),
        ),
    outputs: ({ inputs, once }) => {
        const name = str(inputs, "accountName");
        const endpoint = (kind: string) => joined`https://${name}.${kind}.core.windows.net/`;
        const createdAt = once("creationTime", () => new Date().toISOString());
        return {
            accessTier: inputs.accessTier ?? "Hot",
            enableHttpsTrafficOnly: inputs.enableHttpsTrafficOnly ?? true,
            creationTime: createdAt,
            keyCreationTime: { key1: createdAt, key2: createdAt },
            primaryEndpoints: {
                blob: endpoint("blob"),
                dfs: endpoint("dfs"),
                file: endpoint("file"),
                queue: endpoint("queue"),
                table: endpoint("table"),
                web: endpoint("web"),
            },
            primaryLocation: inputs.location ?? "",
            privateEndpointConnections: [],
            statusOfPrimary: "available",
            provisioningState: "Succeeded",
        };
    },
    claims: ({ inputs }) => [nameClaim(str(inputs, "accountName"))],
    beforeCreate: ({ store, inputs, id }) => {
        const name = str(inputs, "accountName");
        const holder = store.holder(nameClaim(name));
        if (holder !== undefined && holder.id !== id) {
            const message = `The storage account named ${name} is already taken.`;
            throw armError(409, "StorageAccountAlreadyTaken", message);
        }
    },
});
