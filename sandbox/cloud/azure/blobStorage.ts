import { armError } from "../failures";
import { hex } from "../identifiers";
import type { Write } from "../resourceType";
import {
    choice,
    fixed,
    flag,
    integer,
    map,
    matching,
    object,
    oneOf,
    required,
    text,
} from "../shape";
import type { StoredResource } from "../store/record";
import { get, str } from "../values";
import { parentId, requireResource, resourceGroupName } from "./arm";
import { namedType } from "./named";

/** The account a container or setting is of. */
export const accountOf = (id: string) =>
    id.replace(/\/(blobServices|managementPolicies)\/.*$/i, "");
const containerToken = "azure-native:storage:BlobContainer";
const policyToken = "azure-native:storage:BlobContainerImmutabilityPolicy";

export const requireAccount = ({ store, id }: Write): StoredResource =>
    requireResource(store, accountOf(id), "ParentResourceNotFound", "The storage account");

export const written = () => new Date().toISOString();

export const blobContainer = namedType({
    token: "azure-native:storage:BlobContainer",
    api: "2024-01-01",
    type: "Microsoft.Storage/storageAccounts/blobServices/containers",
    inputs: {
        accountName: required(fixed(text)),
        containerName: fixed(
            matching(
                /^(\$(root|web|logs)|[a-z0-9](?!.*--)[a-z0-9-]{1,61}[a-z0-9])$/,
                "3 to 63 lower-case letters, digits and single hyphens",
            ),
        ),
        defaultEncryptionScope: text,
        denyEncryptionScopeOverride: flag,
        enableNfsV3AllSquash: flag,
        enableNfsV3RootSquash: flag,
        immutableStorageWithVersioning: object({ enabled: flag }),
        metadata: map(text),
        publicAccess: choice("Container", "Blob", "None"),
        resourceGroupName,
    },
    names: ["accountName", "=default", "containerName"],
    settled: [["defaultEncryptionScope"], ["denyEncryptionScopeOverride"]],
    outputs: ({ inputs, store, id, each }) => ({
        publicAccess: inputs.publicAccess ?? "None",
        hasImmutabilityPolicy: store.under(id).some(({ type }) => type === policyToken),
        hasLegalHold: false,
        deleted: false,
        defaultEncryptionScope: inputs.defaultEncryptionScope ?? "$account-encryption-key",
        denyEncryptionScopeOverride: inputs.denyEncryptionScopeOverride ?? false,
        remainingRetentionDays: 0,
        leaseState: "Available",
        leaseStatus: "Unlocked",
        lastModifiedTime: each(written),
        etag: each(() => `"0x${hex(15, id, written()).toUpperCase()}"`),
    }),
    parents: ({ id }) => [accountOf(id)],
    beforeCreate: checkContainer,
    beforeUpdate: checkContainer,
    deletion: ({ store, id }) => ({ remove: store.under(id) }),
});

export const immutabilityPolicy = namedType({
    token: "azure-native:storage:BlobContainerImmutabilityPolicy",
    api: "2024-01-01",
    type: "Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies",
    inputs: {
        accountName: required(fixed(text)),
        allowProtectedAppendWrites: flag,
        allowProtectedAppendWritesAll: flag,
        containerName: required(fixed(text)),
        immutabilityPeriodSinceCreationInDays: integer(1, 146_000),
        immutabilityPolicyName: fixed(oneOf("default")),
        resourceGroupName,
    },
    names: ["accountName", "=default", "containerName", "immutabilityPolicyName"],
    autoname: { property: "immutabilityPolicyName", style: "copy", fit: () => "default" },
    check: (inputs) =>
        inputs.allowProtectedAppendWrites === true && inputs.allowProtectedAppendWritesAll === true
            ? [
                  {
                      property: "allowProtectedAppendWritesAll",
                      reason: "conflicts with allowProtectedAppendWrites",
                  },
              ]
            : [],
    outputs: ({ id, each }) => ({
        state: "Unlocked",
        etag: each(() => `"${hex(15, id, written())}"`),
    }),
    beforeCreate: ({ store, id }) =>
        void requireResource(store, parentId(id), "ContainerNotFound", "The container"),
});

/** Nobody reads without signing in unless the account lets containers be public. */
function checkContainer(write: Write): void {
    const { inputs } = write;
    const account = requireAccount(write);
    const isPublic = /^(blob|container)$/i.test(str(inputs, "publicAccess"));
    if (isPublic && account.inputs.allowBlobPublicAccess !== true) {
        throw armError(
            409,
            "PublicAccessNotPermitted",
            "Public access is not permitted on this storage account.",
        );
    }
    if (
        write.store.find(containerToken, write.id) === undefined &&
        get(inputs, "immutableStorageWithVersioning", "enabled") === true &&
        get(account.inputs, "immutableStorageWithVersioning", "enabled") !== true
    ) {
        const service = write.store.holder(`${account.id}/blobServices/default`);
        if (service?.inputs.isVersioningEnabled !== true) {
            throw armError(
                409,
                "FeatureNotSupportedForAccount",
                "Immutable storage with versioning needs blob versioning on the account.",
            );
        }
    }
}
