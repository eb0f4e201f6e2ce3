import { guid } from "../identifiers";
import { fixed, matching } from "../shape";
import { isUnknown, str, UNKNOWN } from "../values";
import { armType, idInGroup, location, resourceGroupName, suffixed, tags } from "./arm";
import { principalClaim } from "./authorization";

export const credentialToken = "azure-native:managedidentity:FederatedIdentityCredential";

export const userAssignedIdentity = armType({
    token: "azure-native:managedidentity:UserAssignedIdentity",
    api: "2023-01-31",
    type: "Microsoft.ManagedIdentity/userAssignedIdentities",
    inputs: {
        location,
        resourceGroupName,
        resourceName: fixed(
            matching(
                /^[a-zA-Z0-9][-\w]{2,127}$/,
                "3 to 128 letters, digits, - and _, with a letter or digit first",
            ),
        ),
        tags,
    },
    path: ["resourceGroupName", "resourceName"],
    autoname: suffixed("resourceName"),
    id: (inputs, scope) =>
        idInGroup(
            scope,
            inputs,
            "Microsoft.ManagedIdentity",
            "userAssignedIdentities",
            str(inputs, "resourceName"),
        ),
    outputs: ({ id, scope, once }) => ({
        clientId: once("clientId", () => guid("client", id.toLowerCase())),
        principalId: once("principalId", () => guid("principal", id.toLowerCase())),
        tenantId: isUnknown(scope.tenantId) ? UNKNOWN : scope.tenantId,
    }),
    claims: ({ id }) => [principalClaim(guid("principal", id.toLowerCase()))],
    // Its credentials go with it; role assignments stay behind, as they do in Azure.
    deletion: ({ store, id }) => ({
        remove: store.under(id).filter(({ type }) => type === credentialToken),
    }),
});
