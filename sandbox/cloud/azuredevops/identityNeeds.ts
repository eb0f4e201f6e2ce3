import { azureDevOpsError } from "../failures";
import type { Write } from "../resourceType";
import { texts, Values } from "../values";
import { findIdentity, type Identity } from "./identities";

/** The identity a descriptor names; it must be one of the organisation. */
export function requireSubject({ store, scope }: Write, descriptor: string): Identity {
    const found = findIdentity(store, scope.owner, descriptor);
    if (found?.descriptor !== descriptor) {
        const message = `VS860016: Could not find the subject with descriptor '${descriptor}' in organization ${scope.owner}.`;
        throw azureDevOpsError(404, message);
    }
    return found;
}

/** The identity a GUID names; descriptors are refused, as the service refuses them. */
export function requireIdentity({ store, scope }: Write, id: string): Identity {
    const found = findIdentity(store, scope.owner, id);
    if (found?.id !== id.toLowerCase()) {
        const message = `TF400813: The identity '${id}' is not known in organization ${scope.owner}; a user's id or a group's originId is needed.`;
        throw azureDevOpsError(404, message);
    }
    return found;
}

/** All descriptors of a list of members. */
export function requireSubjects(write: Write, inputs: Values, property: string): void {
    for (const one of texts(inputs, property)) {
        requireSubject(write, one);
    }
}
