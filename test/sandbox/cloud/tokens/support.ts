import type { CloudView } from "../../../../sandbox/cloud/index";
import { storeKey, type StoredResource } from "../../../../sandbox/cloud/store/record";
import type { GitHubRepository } from "../../../../sandbox/cloud/tokens/githubIssuer";
import type { Values } from "../../../../sandbox/cloud/values";

export const githubIssuer = "https://token.actions.githubusercontent.com";
export const entraAudience = "api://AzureADTokenExchange";
export const clientId = "aaaaaaaa-0000-4000-8000-000000000001";
const identityId =
    "/subscriptions/s/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-web";

export interface Trust {
    readonly issuer: string;
    readonly subject: string;
    readonly audience: string;
}

function record(type: string, id: string, inputs: Values, outputs: Values): StoredResource {
    const nothing = { claims: [], parents: [], secrets: [] };
    return { ...nothing, key: storeKey(type, id), type, id, inputs, outputs };
}

/** A cloud in which one identity stands, with these credentials. */
export function identityTrusting(...trusts: Trust[]): CloudView {
    const records = [
        record(
            "azure-native:managedidentity:UserAssignedIdentity",
            identityId,
            {},
            { clientId, name: "id-web" },
        ),
        ...trusts.map(({ issuer, subject, audience }, i) =>
            record(
                "azure-native:managedidentity:FederatedIdentityCredential",
                `${identityId}/federatedIdentityCredentials/cred-${i}`,
                { issuer, subject, audiences: [audience] },
                {},
            ),
        ),
    ];
    return {
        list: (type) => records.filter((one) => type === undefined || one.type === type),
        find: (type, id) => records.find((one) => one.type === type && one.id === id),
    };
}

/** A private repository as new ones are. */
export const web: GitHubRepository = {
    owner: "acme",
    ownerId: 1001,
    name: "web",
    id: 2002,
    visibility: "private",
    subjectFormat: "id",
};
