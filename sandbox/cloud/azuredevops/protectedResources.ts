import { azureDevOpsError } from "../failures";
import type { Write } from "../resourceType";
import type { StoredResource } from "../store/record";
import { items, str } from "../values";
import { repositoryClaim } from "./git";

/** Where a protected resource is found; its checks and authorisations are listed under it. */
export function protectedClaim(owner: string, kind: string, id: string): string {
    return kind === "repository"
        ? repositoryClaim(owner, id)
        : `azure devops ${owner}/${kind} #${id}`;
}

/** How ids of each kind look. A repository's may carry its project's before a dot. */
const forms: Readonly<Record<string, RegExp>> = {
    endpoint: /^[\da-f-]{36}$/i,
    environment: /^\d+$/,
    queue: /^\d+$/,
    repository: /^(?:[\da-f-]{36}\.)?[\da-f-]{36}$/i,
    securefile: /^[\da-f-]{36}$/i,
    variablegroup: /^\d+$/,
};

const wanted: Readonly<Record<string, string>> = {
    environment: "the whole number of an environment",
    queue: "the whole number of an agent queue",
    variablegroup: "the whole number of a variable group",
};

/** What is wrong with an id for its kind, or nothing. */
export function idTrouble(kind: string, id: string): string | undefined {
    return forms[kind]?.test(id) === false
        ? `${JSON.stringify(id)} must be ${wanted[kind] ?? "a GUID"}`
        : undefined;
}

/** A repository without its project's id before it. */
export function bareId(kind: string, id: string): string {
    return kind === "repository" ? (id.split(".").pop() ?? id) : id;
}

/** The resource a check or an authorisation is about; it must stand in the project. */
export function requireProtected(
    { store, scope, inputs }: Write,
    kind: string,
    id: string,
): StoredResource {
    const found = store.holder(protectedClaim(scope.owner, kind, bareId(kind, id)));
    const project = str(inputs, "projectId");
    const shared = found === undefined ? [] : items(found.inputs, "sharedProjectIds");
    if (
        found === undefined ||
        (str(found.inputs, "projectId") !== project && !shared.includes(project))
    ) {
        const message = `ResourceNotFoundException: Resource with id ${id} and type ${kind} does not exist in project ${project}.`;
        throw azureDevOpsError(404, message);
    }
    return found;
}
