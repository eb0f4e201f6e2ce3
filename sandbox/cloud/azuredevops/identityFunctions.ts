import { azureDevOpsError } from "../failures";
import { integer, list, object, oneOf, required, text } from "../shape";
import type { CloudStore } from "../store/store";
import { str, type Values } from "../values";
import { filled, uuid } from "./fields";
import { findIdentity, principalDescriptor, principalId, type Identity } from "./identities";
import { legacyDescriptor } from "./groupFunctions";
import { listed, type DevOpsFunction } from "./lookup";

function person(name: string): Values {
    const id = principalId("user", name);
    return {
        descriptor: principalDescriptor("user", id),
        displayName: name.split("@")[0] ?? name,
        id,
        mailAddress: name,
        origin: "aad",
        originId: id,
        principalName: name,
    };
}

/** Everybody exists in the emulated directory; without a name: who has an entitlement. */
const getUsers: DevOpsFunction = {
    args: {
        features: object({ concurrentWorkers: integer(1) }),
        origin: text,
        originId: text,
        principalName: text,
        subjectTypes: list(text),
    },
    run: (args, { owner }, store) => {
        const name = str(args, "principalName") || str(args, "originId");
        const entitled = listed(store, owner, "User").map(({ outputs }) =>
            person(str(outputs, "principalName")),
        );
        const users = name === "" ? entitled : [person(name)];
        return { ...args, id: `users#${name}`, users };
    },
};

/** Everybody exists, but the identity of a project's jobs only as long as the project. */
function serviceOrPerson(store: CloudStore, owner: string, name: string): Identity {
    const service = findIdentity(store, owner, name);
    if (service?.kind === "service") {
        return service;
    }
    if (name.includes(" Build Service (")) {
        throw azureDevOpsError(404, `Could not find user with name: ${name}`);
    }
    const id = principalId("user", name);
    return { kind: "user", descriptor: principalDescriptor("user", id), id, name };
}

const getIdentityUsers: DevOpsFunction = {
    args: {
        name: required(filled),
        searchFilter: oneOf("AccountName", "DisplayName", "MailAddress", "General"),
    },
    run: (args, { owner }, store) => {
        const name = str(args, "name");
        const found = serviceOrPerson(store, owner, name);
        const { id, descriptor: subjectDescriptor } = found;
        const descriptor = legacyDescriptor(found);
        return { searchFilter: "General", ...args, id, descriptor, subjectDescriptor };
    },
};

const getUser: DevOpsFunction = {
    args: { descriptor: required(filled) },
    run: (args, { owner }, store) => {
        const descriptor = str(args, "descriptor");
        const found = findIdentity(store, owner, descriptor);
        if (found?.kind !== "user") {
            throw azureDevOpsError(404, `Could not find a user with descriptor ${descriptor}.`);
        }
        const entitled = listed(store, owner, "User").find(({ id }) => id === found.id);
        const name = str(entitled?.outputs, "principalName") || found.name;
        return { ...person(name), id: descriptor, descriptor, domain: "", subjectKind: "user" };
    },
};

const getServicePrincipal: DevOpsFunction = {
    args: { displayName: required(filled) },
    run: (args) => {
        const id = principalId("servicePrincipal", str(args, "displayName"));
        const descriptor = principalDescriptor("servicePrincipal", id);
        return { ...args, descriptor, id: descriptor, origin: "aad", originId: id };
    },
};

function requireKnown(store: CloudStore, owner: string, key: string): Identity {
    const found = findIdentity(store, owner, key);
    if (found === undefined) {
        throw azureDevOpsError(404, `VS860016: Could not find the subject ${key}.`);
    }
    return found;
}

const getStorageKey: DevOpsFunction = {
    args: { descriptor: required(filled) },
    run: (args, { owner }, store) => {
        const { id } = requireKnown(store, owner, str(args, "descriptor"));
        return { ...args, id, storageKey: id };
    },
};

const getDescriptor: DevOpsFunction = {
    args: { storageKey: required(uuid) },
    run: (args, { owner }, store) => {
        const { descriptor, id } = requireKnown(store, owner, str(args, "storageKey"));
        return { ...args, descriptor, id };
    },
};

/** Who is who: people, applications, and what any identity is called. */
export const identityFunctions: Readonly<Record<string, DevOpsFunction>> = {
    getDescriptor,
    getIdentityUsers,
    getServicePrincipal,
    getStorageKey,
    getUser,
    getUsers,
};
