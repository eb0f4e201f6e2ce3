import { azureDevOpsError } from "../failures";
import { guid } from "../identifiers";
import type { StoredResource } from "../store/record";
import type { CloudStore } from "../store/store";

/** What everything of a project is listed under. */
export function projectClaim(owner: string, id: string): string {
    return `azure devops ${owner}/project #${id}`;
}

/** Where a project is found by its name. */
export function projectNameClaim(owner: string, name: string): string {
    return `azure devops ${owner}/project ${name}`;
}

/** The GUID of an organisation: part of the issuer of its tokens. */
export function organizationId(owner: string): string {
    return guid("azure devops organization", owner.toLowerCase());
}

export function findProject(store: CloudStore, owner: string, id: string) {
    return store.holder(projectClaim(owner, id));
}

export function requireProject(store: CloudStore, owner: string, id: string): StoredResource {
    const project = findProject(store, owner, id);
    if (project === undefined) {
        const message = `VS800075: The project with id 'vstfs:///Classification/TeamProject/${id}' does not exist, or you do not have permission to access it.`;
        throw azureDevOpsError(404, message);
    }
    return project;
}
