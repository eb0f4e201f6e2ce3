import {
    BlobContainer,
    BlobContainerImmutabilityPolicy,
    BlobServiceProperties,
    StorageAccount,
} from "@pulumi/azure-native/storage";
import type * as pulumi from "@pulumi/pulumi";

import { logToTrail } from "../logToTrail";
import type { AzureFacts } from "./facts";

/** A storage account, and what makes it unchangeable. */
export interface Archive {
    account: StorageAccount;
    policy: BlobContainerImmutabilityPolicy;
}

/**
 * The container into which Azure Monitor writes the activity log: it is there, with its policy, before
 * the first entry.
 *
 * source: Microsoft Learn, "Azure Monitor activity log", section on sending to a storage account
 * date: 2026-11-21
 */
const activityContainer = "insights-activity-logs";

/** Days for which Azure keeps a deleted blob at most. source: Blob service REST API; date: 2026-11-21 */
const longestSoftDelete = 365;

/**
 * A second copy of the activity log, in blobs that can be added to and neither changed nor deleted.
 * Azure Monitor gets in as a trusted service: that exception holds although the public network is
 * closed.
 *
 * source: Microsoft Learn, "Configure Azure Storage firewalls" (exceptions stay in effect when public
 * access is disabled); "Immutable storage for Azure Blob Storage" (protected append writes)
 * date: 2026-11-21
 */
export function createArchive(
    parent: pulumi.Resource,
    name: string,
    accountName: string,
    facts: AzureFacts,
    workspaceId: pulumi.Input<string>,
): Archive {
    const account = new StorageAccount(
        `${name}-archive`,
        {
            accountName,
            resourceGroupName: facts.resourceGroupName,
            location: facts.location,
            tags: facts.tags,
            kind: "StorageV2",
            sku: { name: "Standard_ZRS" },
            allowSharedKeyAccess: false,
            allowBlobPublicAccess: false,
            allowCrossTenantReplication: false,
            defaultToOAuthAuthentication: true,
            minimumTlsVersion: "TLS1_2",
            enableHttpsTrafficOnly: true,
            isLocalUserEnabled: false,
            publicNetworkAccess: "Disabled",
            networkRuleSet: { defaultAction: "Deny", bypass: "AzureServices" },
            encryption: { keySource: "Microsoft.Storage", requireInfrastructureEncryption: true },
        },
        { parent, protect: facts.protect },
    );
    const blobs = new BlobServiceProperties(
        `${name}-archive-blobs`,
        {
            accountName: account.name,
            blobServicesName: "default",
            resourceGroupName: facts.resourceGroupName,
            isVersioningEnabled: true,
            deleteRetentionPolicy: {
                enabled: true,
                days: Math.min(facts.retentionDays, longestSoftDelete),
            },
        },
        { parent },
    );
    logToTrail(parent, `${name}-archive-log`, blobs.id, workspaceId);
    const container = new BlobContainer(
        `${name}-archive-container`,
        {
            accountName: account.name,
            resourceGroupName: facts.resourceGroupName,
            containerName: activityContainer,
            publicAccess: "None",
        },
        { parent, dependsOn: [blobs], protect: facts.protect },
    );
    const policy = new BlobContainerImmutabilityPolicy(
        `${name}-archive-policy`,
        {
            accountName: account.name,
            resourceGroupName: facts.resourceGroupName,
            containerName: activityContainer,
            immutabilityPolicyName: "default",
            immutabilityPeriodSinceCreationInDays: facts.retentionDays,
            // Azure Monitor appends to the blob of the hour.
            allowProtectedAppendWrites: true,
        },
        { parent, dependsOn: [container], protect: facts.protect },
    );
    return { account, policy };
}
