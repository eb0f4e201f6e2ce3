import { armError } from "../failures";
import type { Write } from "../resourceType";
import { choice, fixed, flag, list, number, object, oneOf, required, text } from "../shape";
import { get, isObject, isUnknown, items, num, part, str } from "../values";
import { resourceGroupName } from "./arm";
import { namedType } from "./named";
import { accountOf, requireAccount, written } from "./blobStorage";

const dateAfterModificationShape = object({
    daysAfterCreationGreaterThan: number,
    daysAfterLastAccessTimeGreaterThan: number,
    daysAfterLastTierChangeGreaterThan: number,
    daysAfterModificationGreaterThan: number,
});
const dateAfterCreationShape = object({
    daysAfterCreationGreaterThan: required(number),
    daysAfterLastTierChangeGreaterThan: number,
});

export const managementPolicy = namedType({
    token: "azure-native:storage:ManagementPolicy",
    api: "2024-01-01",
    type: "Microsoft.Storage/storageAccounts/managementPolicies",
    inputs: {
        accountName: required(fixed(text)),
        managementPolicyName: fixed(oneOf("default")),
        policy: required(
            object({
                rules: required(
                    list(
                        object({
                            definition: required(
                                object({
                                    actions: required(
                                        object({
                                            baseBlob: object({
                                                delete: dateAfterModificationShape,
                                                enableAutoTierToHotFromCool: flag,
                                                tierToArchive: dateAfterModificationShape,
                                                tierToCold: dateAfterModificationShape,
                                                tierToCool: dateAfterModificationShape,
                                                tierToHot: dateAfterModificationShape,
                                            }),
                                            snapshot: object({
                                                delete: dateAfterCreationShape,
                                                tierToArchive: dateAfterCreationShape,
                                                tierToCold: dateAfterCreationShape,
                                                tierToCool: dateAfterCreationShape,
                                                tierToHot: dateAfterCreationShape,
                                            }),
                                            version: object({
                                                delete: dateAfterCreationShape,
                                                tierToArchive: dateAfterCreationShape,
                                                tierToCold: dateAfterCreationShape,
                                                tierToCool: dateAfterCreationShape,
                                                tierToHot: dateAfterCreationShape,
                                            }),
                                        }),
                                    ),
                                    filters: object({
                                        blobIndexMatch: list(
                                            object({
                                                name: required(text),
                                                op: required(text),
                                                value: required(text),
                                            }),
                                        ),
                                        blobTypes: required(list(text)),
                                        prefixMatch: list(text),
                                    }),
                                }),
                            ),
                            enabled: flag,
                            name: required(text),
                            type: required(choice("Lifecycle")),
                        }),
                    ),
                ),
            }),
        ),
        resourceGroupName,
    },
    names: ["accountName", "managementPolicyName"],
    autoname: { property: "managementPolicyName", style: "copy", fit: () => "default" },
    check: (inputs) => {
        const names = items(inputs, "policy", "rules").map((one) =>
            isObject(one) ? str(one, "name") : "",
        );
        return names.flatMap((name, i) =>
            name !== "" && !isUnknown(name) && names.indexOf(name) < i
                ? [{ property: `policy.rules[${i}].name`, reason: `"${name}" is used twice` }]
                : [],
        );
    },
    outputs: ({ each }) => ({ lastModifiedTime: each(written) }),
    beforeCreate: (write) => void requireAccount(write),
});

export const blobService = namedType({
    token: "azure-native:storage:BlobServiceProperties",
    api: "2024-01-01",
    type: "Microsoft.Storage/storageAccounts/blobServices",
    inputs: {
        accountName: required(fixed(text)),
        automaticSnapshotPolicyEnabled: flag,
        blobServicesName: fixed(oneOf("default")),
        changeFeed: object({ enabled: flag, retentionInDays: number }),
        containerDeleteRetentionPolicy: object({
            allowPermanentDelete: flag,
            days: number,
            enabled: flag,
        }),
        cors: object({
            corsRules: list(
                object({
                    allowedHeaders: required(list(text)),
                    allowedMethods: required(
                        list(
                            choice(
                                "DELETE",
                                "GET",
                                "HEAD",
                                "MERGE",
                                "POST",
                                "OPTIONS",
                                "PUT",
                                "PATCH",
                                "CONNECT",
                                "TRACE",
                            ),
                        ),
                    ),
                    allowedOrigins: required(list(text)),
                    exposedHeaders: required(list(text)),
                    maxAgeInSeconds: required(number),
                }),
            ),
        }),
        defaultServiceVersion: text,
        deleteRetentionPolicy: object({ allowPermanentDelete: flag, days: number, enabled: flag }),
        isVersioningEnabled: flag,
        lastAccessTimeTrackingPolicy: object({
            blobType: list(text),
            enable: required(flag),
            name: choice("AccessTimeTracking"),
            trackingGranularityInDays: number,
        }),
        resourceGroupName,
        restorePolicy: object({ days: number, enabled: required(flag) }),
    },
    names: ["accountName", "blobServicesName"],
    autoname: { property: "blobServicesName", style: "copy", fit: () => "default" },
    // Every account has it; the provider sets what is there.
    overwrites: true,
    outputs: ({ store, id }) => ({
        sku: { tier: "Standard", ...part(store.holder(accountOf(id))?.inputs, "sku") },
    }),
    beforeCreate: checkRestore,
    beforeUpdate: checkRestore,
});

/** Going back in time needs versions, the change feed and deleted blobs kept longer than that. */
function checkRestore(write: Write): void {
    const { inputs } = write;
    requireAccount(write);
    if (get(inputs, "restorePolicy", "enabled") !== true) {
        return;
    }
    const days = num(inputs, "restorePolicy", "days") ?? 0;
    const kept = num(inputs, "deleteRetentionPolicy", "days") ?? 0;
    const ready =
        inputs.isVersioningEnabled === true &&
        get(inputs, "changeFeed", "enabled") === true &&
        get(inputs, "deleteRetentionPolicy", "enabled") === true;
    if (!ready || days >= kept) {
        throw armError(
            400,
            "InvalidRequestPropertyValue",
            "restorePolicy needs isVersioningEnabled, changeFeed and deleteRetentionPolicy, with more days than restorePolicy.days.",
        );
    }
}
