import type * as pulumi from "@pulumi/pulumi";

import type { VaultPrincipal } from "../vault/vaultPrincipalArgs";

/** State in an Azure storage account, its secrets under a Key Vault key. */
export interface StateStoreAzure {
    /** Name of the storage account, unique in all of Azure: 3 to 24 small letters and digits. */
    accountName: string;
    /**
     * Name of the container.
     * @default "pulumi-state"
     */
    containerName?: string;
    /** Resource group of the account, its identity, its endpoint and its DNS zone. */
    resourceGroupName: pulumi.Input<string>;
    /** Azure region in its short form, for example "uksouth". */
    location: pulumi.Input<string>;
    /** Subscription in which the roles are defined, a GUID. */
    subscriptionId: string;
    /**
     * Name of the vault that gets the two keys: premium, with purge protection. It has to let trusted
     * services in (`allowTrustedServices` of `HardenedVault`): Azure Storage reaches it as one.
     */
    vaultName: pulumi.Input<string>;
    /**
     * Resource group of that vault.
     * @default that of the account
     */
    vaultResourceGroupName?: pulumi.Input<string>;
    /** Id of the subnet that gets the account's private endpoint. */
    subnetId: pulumi.Input<string>;
    /** Id of the virtual network whose machines resolve the account's name to the endpoint. */
    virtualNetworkId: pulumi.Input<string>;
    /**
     * Id of an existing zone "privatelink.blob.core.windows.net", already linked to the network.
     * @default a zone of its own, linked to `virtualNetworkId`
     */
    privateDnsZoneId?: pulumi.Input<string>;
    /** Id of the Log Analytics workspace that receives every read and write. */
    workspaceId: pulumi.Input<string>;
    /**
     * Identities that apply: they read and write state, and encrypt and decrypt its secrets.
     * @default nobody
     */
    writers?: VaultPrincipal[];
    /**
     * Identities that preview: they read state and decrypt its secrets, which no preview works
     * without, and write nothing.
     * @default nobody
     */
    planners?: VaultPrincipal[];
    /**
     * Identities that read state and cannot decrypt its secrets: reports, drift detection by export.
     * @default nobody
     */
    readers?: VaultPrincipal[];
    /**
     * Opens the account's public endpoint. Its firewall still refuses every address that is not in
     * `allowAddresses`.
     * @default false
     */
    allowPublicNetwork?: boolean;
    /**
     * Public IPv4 addresses or ranges, each with a prefix of 24 bits or more, that the firewall
     * lets through. Needs `allowPublicNetwork`.
     * @default none
     */
    allowAddresses?: string[];
}

/** State in an S3 bucket, its secrets under a KMS key. */
export interface StateStoreAws {
    /** Name of the bucket, unique in all of AWS: 3 to 63 small letters, digits and hyphens. */
    bucketName: string;
    /** Account that owns the bucket: twelve digits. */
    accountId: string;
    /** Region of the bucket and its keys, for example "eu-west-1". */
    region: string;
    /**
     * ARNs of the roles that manage the keys. The one that deploys has to be among them: KMS refuses
     * a policy that locks it out.
     */
    administratorArns: pulumi.Input<string>[];
    /**
     * ARNs of the roles that apply: they read and write state, and encrypt and decrypt its secrets.
     * @default nobody
     */
    writerArns?: pulumi.Input<string>[];
    /**
     * ARNs of the roles that preview: they read state and decrypt its secrets, which no preview works
     * without, and write nothing.
     * @default nobody
     */
    plannerArns?: pulumi.Input<string>[];
    /**
     * ARNs of the roles that read state and cannot decrypt its secrets.
     * @default nobody
     */
    readerArns?: pulumi.Input<string>[];
}

/** Arguments of `StateStore`. */
export interface StateStoreArgs {
    /**
     * Stacks to give `pulumi stack init` lines for, as "prod" or "organization/project/prod".
     * @default none
     */
    stacks?: string[];
    /**
     * Days for which a version cannot be removed, 30 to 3650. Older ones that are no longer current
     * are removed by the service.
     * @default 90
     */
    keepDays?: number;
    /**
     * The store in Azure. Exactly one of `azure` and `aws` is given.
     * @default none
     */
    azure?: StateStoreAzure;
    /**
     * The store in AWS. Exactly one of `azure` and `aws` is given.
     * @default none
     */
    aws?: StateStoreAws;
    /**
     * Tags of everything that can be tagged.
     * @default none
     */
    tags?: Record<string, pulumi.Input<string>>;
    /**
     * Lets Pulumi delete the store and its keys. Otherwise they are protected resources.
     * @default false
     */
    allowDestroy?: boolean;
}
