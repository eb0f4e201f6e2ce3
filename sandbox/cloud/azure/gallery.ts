import { armError } from "../failures";
import type { Change } from "../resourceType";
import { choice, fixed, flag, list, matching, number, object, required, text } from "../shape";
import { str, text as joined } from "../values";
import { location, parentId, requireResource, resourceGroupName, tags } from "./arm";
import {
    identityClaims,
    identityOutput,
    identityShape,
    requireIdentities,
} from "./managedIdentity";
import { namedType } from "./named";

export const gallery = namedType({
    token: "azure-native:compute:Gallery",
    api: "2024-03-03",
    type: "Microsoft.Compute/galleries",
    inputs: {
        description: text,
        galleryName: fixed(
            matching(
                /^[a-zA-Z0-9]([\w.]{0,78}[a-zA-Z0-9])?$/,
                "1 to 80 letters, digits, _ and . with a letter or digit at both ends",
            ),
        ),
        identity: identityShape(
            "SystemAssigned",
            "UserAssigned",
            "SystemAssigned, UserAssigned",
            "None",
        ),
        location,
        resourceGroupName,
        sharingProfile: object({
            communityGalleryInfo: object({
                eula: text,
                publicNamePrefix: text,
                publisherContact: text,
                publisherUri: text,
            }),
            permissions: choice("Private", "Groups", "Community"),
        }),
        softDeletePolicy: object({ isSoftDeleteEnabled: flag }),
        tags,
    },
    names: ["galleryName"],
    outputs: (shaping) => ({
        ...identityOutput(shaping),
        identifier: {
            uniqueName: joined`${shaping.scope.subscriptionId}-${str(shaping.inputs, "galleryName").toUpperCase()}`,
        },
        provisioningState: "Succeeded",
    }),
    claims: identityClaims,
    beforeCreate: requireIdentities,
    beforeUpdate: requireIdentities,
    beforeDelete: refuseNested,
});

export const galleryImage = namedType({
    token: "azure-native:compute:GalleryImage",
    api: "2024-03-03",
    type: "Microsoft.Compute/galleries/images",
    inputs: {
        allowUpdateImage: flag,
        architecture: choice("x64", "Arm64"),
        description: text,
        disallowed: object({ diskTypes: list(text) }),
        endOfLifeDate: text,
        eula: text,
        features: list(object({ name: text, startsAtVersion: text, value: text })),
        galleryImageName: fixed(
            matching(
                /^[a-zA-Z0-9]([-\w.]{0,78}[a-zA-Z0-9])?$/,
                "1 to 80 letters, digits, - _ . with a letter or digit at both ends",
            ),
        ),
        galleryName: required(fixed(text)),
        hyperVGeneration: choice("V1", "V2"),
        identifier: required(
            object({ offer: required(text), publisher: required(text), sku: required(text) }),
        ),
        location,
        osState: required(choice("Generalized", "Specialized")),
        osType: required(choice("Windows", "Linux")),
        privacyStatementUri: text,
        purchasePlan: object({ name: text, product: text, publisher: text }),
        recommended: object({
            memory: object({ max: number, min: number }),
            vCPUs: object({ max: number, min: number }),
        }),
        releaseNoteUri: text,
        resourceGroupName,
        tags,
    },
    names: ["galleryName", "galleryImageName"],
    settled: [["identifier"], ["osType"], ["osState"], ["hyperVGeneration"], ["architecture"]],
    outputs: ({ inputs }) => ({
        architecture: inputs.architecture ?? "x64",
        hyperVGeneration: inputs.hyperVGeneration ?? "V2",
        provisioningState: "Succeeded",
    }),
    beforeCreate: ({ store, id, inputs }) => {
        const gallery = requireResource(
            store,
            parentId(id),
            "ParentResourceNotFound",
            "The gallery",
        );
        const twin = store
            .under(gallery.id)
            .find(
                (one) =>
                    one.id !== id &&
                    ["publisher", "offer", "sku"].every(
                        (name) =>
                            str(one.inputs, "identifier", name).toLowerCase() ===
                            str(inputs, "identifier", name).toLowerCase(),
                    ),
            );
        if (twin !== undefined) {
            throw armError(
                409,
                "Conflict",
                `The combination of publisher, offer and sku is already that of ${twin.id}.`,
            );
        }
    },
    beforeDelete: refuseNested,
});

function refuseNested({ store, id }: Change): void {
    const nested = store.under(id)[0];
    if (nested !== undefined) {
        throw armError(
            409,
            "CannotDeleteResource",
            `Cannot delete resource while nested resources exist. Some existing nested resource IDs include: '${nested.id}'.`,
        );
    }
}
