import { choice, fixed, integer, list, matching, object, text } from "../shape";
import { UNKNOWN, str, text as joined } from "../values";
import { location, resourceGroupName, tags } from "./arm";
import {
    identityClaims,
    identityOutput,
    identityShape,
    requireIdentities,
} from "./managedIdentity";
import { namedType } from "./named";
import { requireUsed, uses, refuseUsed } from "./uses";

export const devCenter = namedType({
    token: "azure-native:devcenter:DevCenter",
    api: "2024-02-01",
    type: "Microsoft.DevCenter/devcenters",
    inputs: {
        devCenterName: fixed(
            matching(/^[a-zA-Z0-9][-a-zA-Z0-9]{2,25}$/, "3 to 26 letters, digits and hyphens"),
        ),
        displayName: text,
        encryption: object({
            customerManagedKeyEncryption: object({
                keyEncryptionKeyIdentity: object({
                    delegatedIdentityClientId: text,
                    identityType: choice(
                        "systemAssignedIdentity",
                        "userAssignedIdentity",
                        "delegatedResourceIdentity",
                    ),
                    userAssignedIdentityResourceId: text,
                }),
                keyEncryptionKeyUrl: text,
            }),
        }),
        identity: identityShape(
            "None",
            "SystemAssigned",
            "UserAssigned",
            "SystemAssigned, UserAssigned",
        ),
        location,
        projectCatalogSettings: object({
            catalogItemSyncEnableStatus: choice("Enabled", "Disabled"),
        }),
        resourceGroupName,
        tags,
    },
    names: ["devCenterName"],
    outputs: (shaping) => ({
        ...identityOutput(shaping),
        devCenterUri: joined`https://${shaping.scope.tenantId}-${str(shaping.inputs, "devCenterName")}.${str(shaping.inputs, "location")}.devcenter.azure.com/`,
        provisioningState: "Succeeded",
    }),
    claims: identityClaims,
    beforeCreate: requireIdentities,
    beforeUpdate: requireIdentities,
    beforeDelete: (change) => refuseUsed(change, "DevCenterInUse"),
});

export const devCenterProject = namedType({
    token: "azure-native:devcenter:Project",
    api: "2024-02-01",
    type: "Microsoft.DevCenter/projects",
    inputs: {
        catalogSettings: object({ catalogItemSyncTypes: list(choice("EnvironmentDefinition")) }),
        description: text,
        devCenterId: text,
        displayName: text,
        identity: identityShape(
            "None",
            "SystemAssigned",
            "UserAssigned",
            "SystemAssigned, UserAssigned",
        ),
        location,
        maxDevBoxesPerUser: integer(0),
        projectName: fixed(matching(/^[a-zA-Z0-9][-\w.]{2,62}$/, "3 to 63 letters, digits, - _ .")),
        resourceGroupName,
        tags,
    },
    names: ["projectName"],
    settled: [["devCenterId"]],
    outputs: (shaping) => ({
        ...identityOutput(shaping),
        devCenterUri:
            str(
                shaping.store.holder(str(shaping.inputs, "devCenterId"))?.outputs,
                "devCenterUri",
            ) || UNKNOWN,
        provisioningState: "Succeeded",
    }),
    claims: identityClaims,
    parents: ({ inputs }) => uses([str(inputs, "devCenterId")].filter((id) => id.startsWith("/"))),
    beforeCreate: (write) => {
        requireUsed(
            write,
            [str(write.inputs, "devCenterId")].filter((id) => id !== ""),
        );
        requireIdentities(write);
    },
    beforeUpdate: requireIdentities,
    beforeDelete: (change) => refuseUsed(change, "ProjectInUse"),
});
