import { azureDevOpsError } from "../failures";
import type { Write } from "../resourceType";
import type { StoredResource } from "../store/record";
import { str } from "../values";
import { projectClaim } from "./organization";

/** Where a build definition is found, and what belongs to it is listed under. */
export function definitionClaim(owner: string, id: string): string {
    return `azure devops ${owner}/definition #${id}`;
}

/** The build definition a write names; it must stand in the write's project. */
export function requireDefinition(
    { store, scope, inputs }: Write,
    id: string,
    project = str(inputs, "projectId"),
): StoredResource {
    const found = store.holder(definitionClaim(scope.owner, id));
    if (found === undefined || str(found.inputs, "projectId") !== project) {
        throw azureDevOpsError(
            404,
            `DefinitionNotFoundException: Build definition ${id} not found.`,
        );
    }
    return found;
}

/** Where a folder of build definitions is found. */
export function folderClaim(owner: string, project: string, path: string): string {
    return `${projectClaim(owner, project)}/folder ${path}`;
}
