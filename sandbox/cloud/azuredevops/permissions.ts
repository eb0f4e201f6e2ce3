import type { Failure } from "../check";
import type { Scope, Write } from "../resourceType";
import { fixed, required, text, type Fields } from "../shape";
import type { CloudStore } from "../store/store";
import { isUnknown, part, str, text as joined, UNKNOWN, type Values } from "../values";
import { azureDevOpsError } from "../failures";
import { definitionClaim, folderClaim, requireDefinition } from "./buildClaims";
import { devOpsType } from "./devOpsType";
import { filled, permissionFields, projectId, uuid } from "./fields";
import { requireRepository } from "./git";
import { requireSubject } from "./identityNeeds";
import {
    encodedRef,
    namespaceNamed,
    permissionTrouble,
    securityNamespaces,
    type SecurityNamespace,
} from "./namespaces";
import { projectClaim } from "./organization";
import { requireProtected } from "./protectedResources";

type Token = (inputs: Values, scope: Scope, store: CloudStore) => string;

/** Permissions of one kind of thing: what their token is, and what must stand for them. */
interface Kind {
    readonly namespace: string;
    readonly fields: Fields;
    readonly token: Token;
    readonly listed?: string;
    check?(inputs: Values): Failure[];
    needs?(write: Write): void;
}

function permissions(name: string, kind: Kind) {
    const namespace = namespaceNamed(kind.namespace);
    return devOpsType(name, {
        inputs: { ...permissionFields, ...kind.fields },
        id: (inputs, scope, { store }) =>
            joined`${kind.token(inputs, scope, store)}/${str(inputs, "principal")}`,
        setting: true,
        check: (inputs) => [
            ...checkPermissions(namespace, inputs),
            ...(kind.check?.(inputs) ?? []),
        ],
        parents: ({ inputs, scope }) =>
            kind.listed === undefined
                ? []
                : [`${projectClaim(scope.owner, str(inputs, "projectId"))}/${kind.listed}`],
        needs: (write) => {
            requireSubject(write, str(write.inputs, "principal"));
            kind.needs?.(write);
        },
    });
}

function checkPermissions(namespace: SecurityNamespace, inputs: Values): Failure[] {
    return Object.entries(part(inputs, "permissions")).flatMap(([name, state]) => {
        const said = typeof state === "string" && !isUnknown(state) ? state : "allow";
        const reason = permissionTrouble(namespace, name, said);
        return reason === undefined
            ? []
            : [{ property: `permissions[${JSON.stringify(name)}]`, reason }];
    });
}

/** Parts of a token; what is not given is left out with its slash. */
function slashed(first: string, ...rest: string[]): string {
    return rest.reduce((token, one) => (one === "" ? token : joined`${token}/${one}`), first);
}

export const projectPermissions = permissions("ProjectPermissions", {
    namespace: "Project",
    fields: { projectId },
    token: (inputs) =>
        joined`$PROJECT:vstfs:///Classification/TeamProject/${str(inputs, "projectId")}`,
});

export const gitPermissions = permissions("GitPermissions", {
    namespace: "Git Repositories",
    fields: { branchName: fixed(filled), projectId, repositoryId: fixed(uuid) },
    token: (inputs) => {
        const branch = str(inputs, "branchName");
        const ref = isUnknown(branch) ? UNKNOWN : `refs/heads/${encodedRef(branch)}`;
        return slashed(
            joined`repoV2/${str(inputs, "projectId")}`,
            str(inputs, "repositoryId"),
            branch === "" ? "" : ref,
        );
    },
    listed: "git permissions",
    check: (inputs) =>
        inputs.branchName !== undefined && inputs.repositoryId === undefined
            ? [{ property: "repositoryId", reason: "missing: a branch belongs to a repository" }]
            : [],
    needs: (write) => {
        const repository = str(write.inputs, "repositoryId");
        if (repository !== "") {
            requireRepository(write, repository);
        }
    },
});

/** Folders as they stand in tokens: without the first separator, and slashes between. */
function folderPath(path: string): string {
    return isUnknown(path) ? UNKNOWN : path.replace(/^\\/, "").replaceAll("\\", "/");
}

export const buildDefinitionPermissions = permissions("BuildDefinitionPermissions", {
    namespace: "Build",
    fields: { buildDefinitionId: required(fixed(filled)), projectId },
    token: (inputs, scope, store) => {
        const id = str(inputs, "buildDefinitionId");
        const definition = store.holder(definitionClaim(scope.owner, id));
        const path = folderPath(str(definition?.outputs, "path"));
        return slashed(str(inputs, "projectId"), path, id);
    },
    check: (inputs) => {
        const id = str(inputs, "buildDefinitionId");
        const reason = `${JSON.stringify(id)} must be the whole number of a build definition`;
        return isUnknown(id) || /^\d+$/.test(id) ? [] : [{ property: "buildDefinitionId", reason }];
    },
    needs: (write) => void requireDefinition(write, str(write.inputs, "buildDefinitionId")),
});

export const buildFolderPermissions = permissions("BuildFolderPermissions", {
    namespace: "Build",
    fields: { path: required(fixed(text)), projectId },
    token: (inputs) => slashed(str(inputs, "projectId"), folderPath(str(inputs, "path"))),
    needs: ({ inputs, scope, store }) => {
        const [project, path] = [str(inputs, "projectId"), str(inputs, "path")];
        const root = path === "\\" || path === "";
        if (!root && store.holder(folderClaim(scope.owner, project, path)) === undefined) {
            throw azureDevOpsError(404, `folder not found. Project ID: ${project}, Path: ${path}.`);
        }
    },
});

export const libraryPermissions = permissions("LibraryPermissions", {
    namespace: "Library",
    fields: { projectId },
    token: (inputs) => joined`Library/${str(inputs, "projectId")}`,
});

export const variableGroupPermissions = permissions("VariableGroupPermissions", {
    namespace: "Library",
    fields: { projectId, variableGroupId: required(fixed(filled)) },
    token: (inputs) =>
        joined`Library/${str(inputs, "projectId")}/VariableGroup/${str(inputs, "variableGroupId")}`,
    needs: (write) =>
        void requireProtected(write, "variablegroup", str(write.inputs, "variableGroupId")),
});

export const endpointPermissions = permissions("ServiceendpointPermissions", {
    namespace: "ServiceEndpoints",
    fields: { projectId, serviceendpointId: fixed(uuid) },
    token: (inputs) =>
        slashed(joined`endpoints/${str(inputs, "projectId")}`, str(inputs, "serviceendpointId")),
    needs: (write) => {
        const endpoint = str(write.inputs, "serviceendpointId");
        if (endpoint !== "") {
            requireProtected(write, "endpoint", endpoint);
        }
    },
});

export const servicehookPermissions = permissions("ServicehookPermissions", {
    namespace: "ServiceHooks",
    fields: { projectId: fixed(uuid) },
    token: (inputs) => slashed("PublisherSecurity", str(inputs, "projectId")),
});

/** Permissions of any namespace, by its id and a token. */
export const securityPermissions = devOpsType("SecurityPermissions", {
    inputs: {
        ...permissionFields,
        namespaceId: required(fixed(uuid)),
        token: required(fixed(filled)),
    },
    id: (inputs) =>
        joined`${str(inputs, "namespaceId")}/${str(inputs, "token")}/${str(inputs, "principal")}`,
    setting: true,
    check: (inputs) => {
        const wanted = str(inputs, "namespaceId");
        if (isUnknown(wanted)) {
            return [];
        }
        const namespace = securityNamespaces.find(({ id }) => id === wanted.toLowerCase());
        const known = securityNamespaces.map(({ id, name }) => `${name} ${id}`).join(", ");
        return namespace === undefined
            ? [{ property: "namespaceId", reason: `not known; known here: ${known}` }]
            : checkPermissions(namespace, inputs);
    },
    needs: (write) => void requireSubject(write, str(write.inputs, "principal")),
});
