import {
    administratorsSid,
    buildServiceSubject,
    securityNamespaces,
    singleRoleScopes,
} from "../data/devOpsSecurity";
import { absent, is, known, map, read, readText, unknown, withDefault, type Known } from "../known";
import type { Resource } from "../resource";

export const gitPermissionsType = "azuredevops:index:GitPermissions";
export const securityPermissionsType = "azuredevops:index:SecurityPermissions";
export const buildFolderPermissionsType = "azuredevops:index:BuildFolderPermissions";
export const libraryPermissionsType = "azuredevops:index:LibraryPermissions";
export const endpointPermissionsType = "azuredevops:index:ServiceendpointPermissions";
export const roleAssignmentType = "azuredevops:index:SecurityroleAssignment";

/** What permissions are about. */
export type PermissionSubject = keyof typeof securityNamespaces;

/** Permissions of one principal on one thing. */
export interface Grant {
    readonly principal: Known<string>;
    /** "allow", "deny" or "notset"; absent when nothing is said of it. */
    readonly state: (permission: string) => Known<string>;
}

export function grant({ props }: Resource): Grant {
    const permissions = read(props, "permissions");
    return {
        principal: readText(props, "principal"),
        state: (name) =>
            permissions.state === "known"
                ? map(readText(permissions.value, [name]), (state) => state.toLowerCase())
                : permissions,
    };
}

export const permissionPath = (name: string): string => `permissions.${name}`;

/** Branch, or folder of branches, that permissions are about; absent for the whole repository. */
export function grantBranch({ props }: Resource): Known<string> {
    return map(readText(props, "branchName"), (name) => name.replace(/^refs\/heads\//, ""));
}

const subjects: Readonly<Record<string, PermissionSubject>> = {
    [gitPermissionsType]: "git",
    [buildFolderPermissionsType]: "build",
    [libraryPermissionsType]: "library",
    [endpointPermissionsType]: "serviceEndpoints",
};

/** What the permissions of a resource are about; absent for a namespace that is none of these. */
export function permissionSubject(resource: Resource): Known<PermissionSubject> {
    const own = subjects[resource.type];
    if (own) return known(own);
    const id = readText(resource.props, "namespaceId");
    if (id.state !== "known") return id;
    const names = Object.keys(securityNamespaces) as PermissionSubject[];
    const value = names.find((name) => securityNamespaces[name] === id.value.toLowerCase());
    return value ? known(value) : absent;
}

/** Whether permissions or a role hold for everything of a kind in a project, and which property says so. */
export interface Reach {
    readonly path: string;
    readonly projectWide: Known<boolean>;
}

/** A folder of pipelines is one thing, but for the one that all are in. */
export function reach({ type, props }: Resource): Reach {
    const of = (path: string, wide: (text: string) => boolean): Reach => ({
        path,
        projectWide: map(readText(props, path), wide),
    });
    switch (type) {
        case libraryPermissionsType:
            return { path: "projectId", projectWide: known(true) };
        case endpointPermissionsType: {
            const { path, projectWide } = of("serviceendpointId", () => false);
            return { path, projectWide: withDefault(projectWide, true) };
        }
        case buildFolderPermissionsType:
            return of("path", (path) => /^[\\/]?$/.test(path));
        case roleAssignmentType:
            return of("scope", (scope) => !singleRoleScopes.includes(scope.toLowerCase()));
        default:
            return of(
                "token",
                (token) => !/[^/]+\/./.test(token.replace(/^(Library|endpoints)\//i, "")),
            );
    }
}

/** Whether a principal is the group of administrators that its project was born with. */
export function isAdministrators(principal: Known<string>): Known<boolean> {
    return map(principal, (text) => administratorsSid.test(decoded(text, "vssgp.")));
}

/** Whether a principal is the identity of a project's jobs. */
export function isBuildService(principal: Known<string>): Known<boolean> {
    return map(principal, (text) => buildServiceSubject.test(decoded(text, "svc.")));
}

/** A subject descriptor is a kind, a dot and the subject in base64. */
function decoded(descriptor: string, kind: string): string {
    if (!descriptor.startsWith(kind)) return "";
    return Buffer.from(descriptor.slice(kind.length), "base64url").toString();
}

/** Whether every one of some permissions is refused. */
export function refuses({ state }: Grant, permissions: readonly string[]): Known<boolean> {
    const states = permissions.map(state);
    const open = states.find((one) => one.state === "unknown");
    if (states.some((one) => one.state !== "unknown" && !is(one, "deny"))) {
        return known(false);
    }
    return open ? unknown : known(true);
}
