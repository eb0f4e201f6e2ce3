import { choice, fixed, flag, matching, object, required, text } from "../shape";
import { str, text as joined } from "../values";
import { guidText, location, parentId, requireResource, resourceGroupName, tags } from "./arm";
import { namedType } from "./named";

export const codeSigningAccount = namedType({
    token: "azure-native:codesigning:CodeSigningAccount",
    api: "2024-09-30-preview",
    type: "Microsoft.CodeSigning/codeSigningAccounts",
    inputs: {
        accountName: fixed(
            matching(
                /^[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*$/,
                "letters, digits and single hyphens, with a letter first",
            ),
        ),
        location,
        resourceGroupName,
        sku: object({ name: required(choice("Basic", "Premium")) }),
        tags,
    },
    names: ["accountName"],
    outputs: ({ inputs }) => ({
        accountUri: joined`https://${str(inputs, "location").replaceAll(" ", "").toLowerCase()}.codesigning.azure.net/`,
        provisioningState: "Succeeded",
    }),
    deletion: ({ store, id }) => ({ remove: store.under(id) }),
});

export const certificateProfile = namedType({
    token: "azure-native:codesigning:CertificateProfile",
    api: "2024-09-30-preview",
    type: "Microsoft.CodeSigning/codeSigningAccounts/certificateProfiles",
    inputs: {
        accountName: required(fixed(text)),
        identityValidationId: required(guidText),
        includeCity: flag,
        includeCountry: flag,
        includePostalCode: flag,
        includeState: flag,
        includeStreetAddress: flag,
        profileName: fixed(
            matching(
                /^[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*$/,
                "letters, digits and single hyphens, with a letter first",
            ),
        ),
        profileType: required(
            choice(
                "PublicTrust",
                "PrivateTrust",
                "PrivateTrustCIPolicy",
                "VBSEnclave",
                "PublicTrustTest",
            ),
        ),
        resourceGroupName,
    },
    names: ["accountName", "profileName"],
    settled: [["profileType"], ["identityValidationId"]],
    outputs: () => ({ certificates: [], status: "Active", provisioningState: "Succeeded" }),
    beforeCreate: ({ store, id }) =>
        void requireResource(store, parentId(id), "ParentResourceNotFound", "The account"),
});
