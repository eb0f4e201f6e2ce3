import { setTimeout as sleep } from "node:timers/promises";
import { armError } from "../failures";
import type { Write } from "../resourceType";
import { fixed, list, matching, required, text } from "../shape";
import type { CloudStore } from "../store/store";
import { isUnknown, str } from "../values";
import { armType, copied, idInGroup, parentId, requireResource, resourceGroupName } from "./arm";
import { credentialToken } from "./identity";

/** source: Microsoft Learn, "Considerations for workload identity federation"; date: 2026-11-21 */
const limits = { perIdentity: 20, characters: 600 } as const;

/** How long a write is under way, so that writes nobody put in a row do meet. */
const writeMs = 4;

/** Identities with a credential write under way, and which one. */
const underWay = new WeakMap<CloudStore, Map<string, Write>>();

const issuerOrSubject = required(
    matching(
        new RegExp(`^.{1,${limits.characters}}$`, "u"),
        `1 to ${limits.characters} characters`,
    ),
);

export const federatedCredential = armType({
    token: credentialToken,
    api: "2023-01-31",
    type: "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials",
    inputs: {
        audiences: required(list(text, { min: 1, max: 1 })),
        federatedIdentityCredentialResourceName: fixed(
            matching(
                /^[a-zA-Z0-9][-\w]{2,119}$/,
                "3 to 120 letters, digits, - and _, with a letter or digit first",
            ),
        ),
        issuer: issuerOrSubject,
        resourceGroupName,
        resourceName: required(fixed(text)),
        subject: issuerOrSubject,
    },
    path: ["resourceGroupName", "resourceName", "federatedIdentityCredentialResourceName"],
    autoname: copied("federatedIdentityCredentialResourceName"),
    check: (inputs) => {
        const issuer = str(inputs, "issuer");
        return isUnknown(issuer) || issuer.startsWith("https://")
            ? []
            : [
                  {
                      property: "issuer",
                      reason: `${JSON.stringify(issuer)} must be an https address`,
                  },
              ];
    },
    id: (inputs, scope) =>
        idInGroup(
            scope,
            inputs,
            "Microsoft.ManagedIdentity",
            "userAssignedIdentities",
            str(inputs, "resourceName"),
            "federatedIdentityCredentials",
            str(inputs, "federatedIdentityCredentialResourceName"),
        ),
    beforeCreate: (write) => {
        const siblings = siblingsOf(write);
        if (siblings.length >= limits.perIdentity) {
            const message = `The identity '${parentId(write.id)}' has reached the limit of ${limits.perIdentity} federated identity credentials.`;
            throw armError(400, "FederatedIdentityCredentialLimitReached", message);
        }
        return begin(write, siblings);
    },
    beforeUpdate: (write) => begin(write, siblingsOf(write)),
    beforeDelete: (write) => begin(write, []),
    afterWrite: (write) => {
        const writes = underWay.get(write.store);
        const identity = parentId(write.id).toLowerCase();
        if (writes?.get(identity) === write) {
            writes.delete(identity);
        }
    },
});

function siblingsOf({ store, id }: Write) {
    const identity = requireResource(store, parentId(id), "ParentResourceNotFound", "The identity");
    return store
        .under(identity.id)
        .filter((one) => one.type === credentialToken && one.id.toLowerCase() !== id.toLowerCase());
}

/** Azure takes one credential write at a time on an identity. */
async function begin(write: Write, siblings: ReturnType<typeof siblingsOf>): Promise<void> {
    const { inputs } = write;
    const twin = siblings.find(
        (one) =>
            str(one.inputs, "issuer") === str(inputs, "issuer") &&
            str(one.inputs, "subject") === str(inputs, "subject"),
    );
    if (twin !== undefined) {
        const message = `Issuer and subject combination already exists for this Managed Identity, in '${str(twin.outputs, "name")}'.`;
        throw armError(409, "Conflict", message);
    }
    const writes = underWay.get(write.store) ?? new Map<string, Write>();
    underWay.set(write.store, writes);
    const identity = parentId(write.id).toLowerCase();
    if (writes.has(identity)) {
        const message =
            "Too many Federated Identity Credentials are written concurrently for the managed identity. Concurrent Federated Identity Credentials writes under the same managed identity are not supported.";
        throw armError(
            409,
            "ConcurrentFederatedIdentityCredentialsWritesForSingleManagedIdentity",
            message,
        );
    }
    writes.set(identity, write);
    await sleep(writeMs);
}
