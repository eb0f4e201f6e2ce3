import { UNKNOWN, type PropertyTree } from "../../../../model/known";
import { kvNoTrustedServicesBypass } from "../../../../policies/rules/vault/kv-no-trusted-services-bypass";
import { describeStackRule, type StackResource } from "../../../support/describeStackRule";

const vault = (networkAcls: PropertyTree, more: Partial<StackResource> = {}): StackResource => ({
    name: "one",
    type: "azure-native:keyvault:Vault",
    props: { properties: { networkAcls } },
    inputs: { vaultName: "kv-acme", properties: { networkAcls } },
    ...more,
});
const open = vault({ defaultAction: "Deny", bypass: "AzureServices" });
const key = (more: Partial<StackResource>): StackResource => ({
    name: "key",
    type: "azure-native:keyvault:Key",
    props: { keyName: "storage" },
    ...more,
});
const account = (more: Partial<StackResource>): StackResource => ({
    name: "account",
    type: "azure-native:storage:StorageAccount",
    props: { encryption: UNKNOWN },
    ...more,
});
const path = "properties.networkAcls.bypass";

describeStackRule(kvNoTrustedServicesBypass, {
    denied: [
        {
            name: "the exception without a need",
            resources: [open],
            findings: [path],
            says: "leave allowTrustedServices out",
        },
        {
            name: "a firewall that does not speak of it: Azure makes the exception",
            resources: [vault({ defaultAction: "Deny" })],
            findings: [path],
        },
        {
            name: "a storage account that uses another vault's key",
            resources: [
                open,
                account({
                    props: {
                        encryption: {
                            keyVaultProperties: { keyVaultUri: "https://kv-b.vault.azure.net" },
                        },
                    },
                }),
            ],
            findings: [path],
        },
        {
            name: "a vault of the classic provider",
            resources: [
                vault(
                    {},
                    {
                        type: "azure:keyvault:KeyVault",
                        props: { networkAcls: { bypass: "AzureServices" } },
                        inputs: { name: "kv-acme", networkAcls: { bypass: "AzureServices" } },
                    },
                ),
            ],
            findings: ["networkAcls.bypass"],
        },
    ],
    allowed: [
        { name: "no exception", resources: [vault({ defaultAction: "Deny", bypass: "none" })] },
        {
            name: "the exception for an account whose encryption comes from the vault",
            resources: [open, account({ propertyDependencies: { encryption: ["one"] } })],
        },
        {
            name: "the exception for an account whose key is in the vault",
            resources: [
                open,
                key({ propertyDependencies: { vaultName: ["one"] } }),
                account({ propertyDependencies: { encryption: ["key"] } }),
            ],
        },
        {
            name: "the exception for an account whose key names the vault",
            resources: [
                open,
                key({ inputs: { vaultName: "KV-Acme" } }),
                account({ propertyDependencies: { encryption: ["key"] } }),
            ],
        },
        {
            name: "the exception for disks that name the vault",
            resources: [
                open,
                {
                    name: "disks",
                    type: "azure-native:compute:DiskEncryptionSet",
                    props: {
                        activeKey: { keyUrl: "https://kv-acme.vault.azure.net/keys/disks/1" },
                    },
                },
            ],
        },
    ],
    undecidable: [
        {
            name: "an unknown exception",
            resources: [vault({ bypass: UNKNOWN })],
            production: false,
        },
    ],
    tokens: ["azure-native:keyvault/v20230701:Vault"],
});
