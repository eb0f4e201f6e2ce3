import { armError } from "../failures";
import { choice, fixed, flag, list, matching, number, object, required, text } from "../shape";
import { get } from "../values";
import { location, parentId, requireResource, resourceGroupName, tags } from "./arm";
import { namedType } from "./named";

const encryptionImagesShape = object({
    dataDiskImages: list(object({ diskEncryptionSetId: text, lun: required(number) })),
    osDiskImage: object({
        diskEncryptionSetId: text,
        securityProfile: object({
            confidentialVMEncryptionType: choice(
                "EncryptedVMGuestStateOnlyWithPmk",
                "EncryptedWithPmk",
                "EncryptedWithCmk",
                "NonPersistedTPM",
            ),
            secureVMDiskEncryptionSetId: text,
        }),
    }),
});

export const galleryImageVersion = namedType({
    token: "azure-native:compute:GalleryImageVersion",
    api: "2024-03-03",
    type: "Microsoft.Compute/galleries/images/versions",
    inputs: {
        galleryImageName: required(fixed(text)),
        galleryImageVersionName: fixed(
            matching(/^\d{1,10}\.\d{1,10}\.\d{1,10}$/, "three whole numbers as 1.0.0"),
        ),
        galleryName: required(fixed(text)),
        location,
        publishingProfile: object({
            endOfLifeDate: text,
            excludeFromLatest: flag,
            replicaCount: number,
            replicationMode: choice("Full", "Shallow"),
            storageAccountType: choice(
                "Standard_LRS",
                "Standard_ZRS",
                "Premium_LRS",
                "PremiumV2_LRS",
            ),
            targetExtendedLocations: list(
                object({
                    encryption: encryptionImagesShape,
                    extendedLocation: object({ name: text, type: choice("EdgeZone", "Unknown") }),
                    extendedLocationReplicaCount: number,
                    name: text,
                    storageAccountType: choice(
                        "Standard_LRS",
                        "Standard_ZRS",
                        "StandardSSD_LRS",
                        "Premium_LRS",
                    ),
                }),
            ),
            targetRegions: list(
                object({
                    additionalReplicaSets: list(
                        object({
                            regionalReplicaCount: number,
                            storageAccountType: choice(
                                "Standard_LRS",
                                "Standard_ZRS",
                                "Premium_LRS",
                                "PremiumV2_LRS",
                            ),
                        }),
                    ),
                    encryption: encryptionImagesShape,
                    excludeFromLatest: flag,
                    name: required(text),
                    regionalReplicaCount: number,
                    storageAccountType: choice(
                        "Standard_LRS",
                        "Standard_ZRS",
                        "Premium_LRS",
                        "PremiumV2_LRS",
                    ),
                }),
            ),
        }),
        resourceGroupName,
        restore: flag,
        safetyProfile: object({
            allowDeletionOfReplicatedLocations: flag,
            blockDeletionBeforeEndOfLife: flag,
        }),
        securityProfile: object({
            uefiSettings: object({
                additionalSignatures: object({
                    db: list(object({ type: choice("sha256", "x509"), value: list(text) })),
                    dbx: list(object({ type: choice("sha256", "x509"), value: list(text) })),
                    kek: list(object({ type: choice("sha256", "x509"), value: list(text) })),
                    pk: object({ type: choice("sha256", "x509"), value: list(text) }),
                }),
                signatureTemplateNames: list(
                    choice(
                        "NoSignatureTemplate",
                        "MicrosoftUefiCertificateAuthorityTemplate",
                        "MicrosoftWindowsTemplate",
                    ),
                ),
            }),
        }),
        storageProfile: required(
            object({
                dataDiskImages: list(
                    object({
                        hostCaching: choice("None", "ReadOnly", "ReadWrite"),
                        lun: required(number),
                        source: object({ id: text, storageAccountId: text, uri: text }),
                    }),
                ),
                osDiskImage: object({
                    hostCaching: choice("None", "ReadOnly", "ReadWrite"),
                    source: object({ id: text, storageAccountId: text, uri: text }),
                }),
                source: object({ communityGalleryImageId: text, id: text, virtualMachineId: text }),
            }),
        ),
        tags,
    },
    names: ["galleryName", "galleryImageName", "galleryImageVersionName"],
    settled: [["storageProfile"]],
    outputs: () => ({ provisioningState: "Succeeded" }),
    beforeCreate: ({ store, id, inputs }) => {
        requireResource(store, parentId(id), "ParentResourceNotFound", "The image definition");
        const sources = [
            ["source", "id"],
            ["source", "virtualMachineId"],
            ["source", "communityGalleryImageId"],
            ["osDiskImage", "source", "id"],
            ["osDiskImage", "source", "uri"],
        ];
        if (sources.every((path) => get(inputs, "storageProfile", ...path) === undefined)) {
            throw armError(
                400,
                "InvalidParameter",
                "The gallery image version needs a source in storageProfile.",
            );
        }
    },
});
