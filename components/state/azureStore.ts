import { ManagementLockByScope } from "@pulumi/azure-native/authorization";
import { DiagnosticSetting } from "@pulumi/azure-native/monitor";
import {
    BlobContainer,
    BlobServiceProperties,
    ManagementPolicy,
    type StorageAccount,
} from "@pulumi/azure-native/storage";
import type * as pulumi from "@pulumi/pulumi";

import { createDns, createEndpoint } from "../shared/privateAccess";
import { createAccount } from "./azureAccount";
import { createRoles } from "./azureStoreRoles";
import { createSecretsKey, createStorageKey } from "./azureStoreKeys";
import type { AzureStore } from "./checkStateStore";
import { urls, type StatePlace } from "./commands";
import type { StateStoreArgs } from "./stateStoreArgs";
import { blobPrivateLink } from "./storageFacts";

/** Days in which a deleted blob, version or container can be had back. */
const undeleteDays = 30;

/** The account with all that keeps it closed, its two keys, and the roles of those who use it. */
export function createAzureStore(
    parent: pulumi.Resource,
    name: string,
    args: StateStoreArgs,
    store: AzureStore,
    keepDays: number,
): StatePlace {
    const encryption = createStorageKey(parent, name, args, store);
    const account = createAccount(parent, name, args, store, { keepDays, ...encryption });
    const blobs = createBlobService(parent, name, store, account);
    const container = createContainer(parent, name, args, store, account, blobs);
    const old = createLifecycle(parent, name, store, account, blobs, keepDays);
    const target = { cloudName: store.accountName, id: account.id, ...blobPrivateLink };
    const place = { ...store, tags: args.tags };
    const endpoint = createEndpoint(parent, name, place, target);
    const zoneGroup = createDns(parent, name, place, target, endpoint);
    const log = createAuditLog(parent, name, store, blobs);
    const secretsKey = createSecretsKey(parent, name, args, store);
    const roles = createRoles(parent, name, store, { container, secretsKey });
    // Last, so that a permitted deletion removes it first.
    new ManagementLockByScope(
        `${name}-lock`,
        {
            lockName: "do-not-delete",
            scope: account.id,
            level: "CanNotDelete",
            notes: "Holds the state of Pulumi. Managed by Gatehouse.",
        },
        {
            parent,
            protect: args.allowDestroy !== true,
            dependsOn: [container, old, endpoint, zoneGroup, log, ...roles],
        },
    );
    return {
        // Of the container, so that nobody logs in to one that is not there yet.
        backendUrl: container.id.apply(() =>
            urls.azureBackend(store.containerName, store.accountName),
        ),
        secretsProvider: secretsKey.keyUriWithVersion.apply(urls.azureSecrets),
    };
}

function createBlobService(
    parent: pulumi.Resource,
    name: string,
    store: AzureStore,
    account: StorageAccount,
): BlobServiceProperties {
    const kept = { enabled: true, days: undeleteDays };
    return new BlobServiceProperties(
        `${name}-blobs`,
        {
            accountName: account.name,
            resourceGroupName: store.resourceGroupName,
            blobServicesName: "default",
            isVersioningEnabled: true,
            changeFeed: { enabled: true },
            deleteRetentionPolicy: { ...kept, allowPermanentDelete: false },
            containerDeleteRetentionPolicy: kept,
        },
        { parent },
    );
}

function createContainer(
    parent: pulumi.Resource,
    name: string,
    args: StateStoreArgs,
    store: AzureStore,
    account: StorageAccount,
    blobs: BlobServiceProperties,
): BlobContainer {
    return new BlobContainer(
        `${name}-container`,
        {
            containerName: store.containerName,
            accountName: account.name,
            resourceGroupName: store.resourceGroupName,
            publicAccess: "None",
        },
        { parent, dependsOn: blobs, protect: args.allowDestroy !== true },
    );
}

/** Every step of an update writes the state anew: without an end the versions would only grow. */
function createLifecycle(
    parent: pulumi.Resource,
    name: string,
    store: AzureStore,
    account: StorageAccount,
    blobs: BlobServiceProperties,
    keepDays: number,
): ManagementPolicy {
    return new ManagementPolicy(
        `${name}-old-versions`,
        {
            managementPolicyName: "default",
            accountName: account.name,
            resourceGroupName: store.resourceGroupName,
            policy: {
                rules: [
                    {
                        name: "old-versions",
                        type: "Lifecycle",
                        enabled: true,
                        definition: {
                            filters: { blobTypes: ["blockBlob"] },
                            actions: {
                                version: { delete: { daysAfterCreationGreaterThan: keepDays } },
                            },
                        },
                    },
                ],
            },
        },
        { parent, dependsOn: blobs },
    );
}

function createAuditLog(
    parent: pulumi.Resource,
    name: string,
    store: AzureStore,
    blobs: BlobServiceProperties,
): DiagnosticSetting {
    return new DiagnosticSetting(
        `${name}-audit-log`,
        {
            name: "audit-to-workspace",
            resourceUri: blobs.id,
            workspaceId: store.workspaceId,
            logs: [{ categoryGroup: "allLogs", enabled: true }],
            metrics: [{ category: "Transaction", enabled: true }],
        },
        { parent },
    );
}
