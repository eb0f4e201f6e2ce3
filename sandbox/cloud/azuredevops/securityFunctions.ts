import { azureDevOpsError } from "../failures";
import { flag, map, required, text } from "../shape";
import type { CloudStore } from "../store/store";
import { part, str } from "../values";
import { definitionClaim } from "./buildClaims";
import { filled, uuid } from "./fields";
import { oneArgument, type DevOpsFunction } from "./lookup";
import { encodedRef, securityNamespaces, type SecurityNamespace } from "./namespaces";
import { rolesOfScope } from "./securityRoles";

function actionsOf({ actions }: SecurityNamespace) {
    return actions.map((name, bit) => ({ bit: 2 ** bit, displayName: name, name }));
}

function namespaceOf(property: "id" | "name", value: string): SecurityNamespace {
    const folded = value.toLowerCase();
    const found = securityNamespaces.find((one) => one[property].toLowerCase() === folded);
    if (found === undefined) {
        const known = securityNamespaces.map((one) => one[property]).join(", ");
        throw azureDevOpsError(
            404,
            `no security namespace with ${property} ${value}; there: ${known}`,
        );
    }
    return found;
}

const getSecurityNamespace: DevOpsFunction = {
    args: { id: uuid, name: text },
    run: (args) => {
        const by = oneArgument(args, ["id", "name"]) === "id" ? "id" : "name";
        const found = namespaceOf(by, str(args, by));
        const { id, name } = found;
        return { id, name, displayName: name, actions: actionsOf(found) };
    },
};

const getSecurityNamespaces: DevOpsFunction = {
    args: {},
    run: () => ({
        id: "namespaces",
        namespaces: securityNamespaces.map((one) => ({
            id: one.id,
            name: one.name,
            displayName: one.name,
            actions: actionsOf(one),
        })),
    }),
};

/** What a token of a namespace is made of. */
interface TokenForm {
    readonly required: readonly string[];
    readonly optional: readonly string[];
    make(given: Readonly<Record<string, string>>, store: CloudStore, owner: string): string;
}

/** source: terraform-provider-azuredevops 1.16, data_security_namespace_token.go; date: 2026-11-21 */
const forms: Readonly<Record<string, TokenForm>> = {
    "Git Repositories": {
        required: ["project_id"],
        optional: ["repository_id", "ref_name"],
        make: ({ project_id: project = "", repository_id: repository, ref_name: ref }) => {
            if (repository === undefined) {
                return `repoV2/${project}`;
            }
            const [root = "", kind = "", ...rest] = (ref ?? "").split("/");
            const branch = `${root}/${kind}/${encodedRef(rest.join("/"))}/`;
            return `repoV2/${project}/${repository}${ref === undefined ? "" : `/${branch}`}`;
        },
    },
    Project: {
        required: ["project_id"],
        optional: [],
        make: ({ project_id: project = "" }) =>
            `$PROJECT:vstfs:///Classification/TeamProject/${project}`,
    },
    Build: {
        required: ["project_id"],
        optional: ["path", "definition_id"],
        make: ({ project_id: project = "", path = "", definition_id: id = "" }, store, owner) => {
            const definition = store.holder(definitionClaim(owner, id));
            if (id !== "" && definition === undefined) {
                throw azureDevOpsError(404, `error getting build definition: ${id} not found`);
            }
            const folder = str(definition?.outputs, "path") || path;
            const trimmed = folder.replaceAll("\\", "/").replace(/^\/|\/$/g, "");
            return [project, trimmed, id].filter((one) => one !== "").join("/");
        },
    },
    ServiceEndpoints: {
        required: [],
        optional: ["project_id", "serviceendpoint_id"],
        make: ({ project_id: project = "", serviceendpoint_id: id = "" }) =>
            ["endpoints", project, id].filter((one) => one !== "").join("/"),
    },
    ServiceHooks: {
        required: [],
        optional: ["project_id"],
        make: ({ project_id: project }) =>
            project === undefined ? "PublisherSecurity" : `PublisherSecurity/${project}`,
    },
    AuditLog: { required: [], optional: [], make: () => "AllPermissions" },
    BuildAdministration: { required: [], optional: [], make: () => "BuildPrivileges" },
};

const getSecurityNamespaceToken: DevOpsFunction = {
    args: {
        identifiers: map(text),
        namespaceId: uuid,
        namespaceName: text,
        returnIdentifierInfo: flag,
    },
    run: (args, { owner }, store) => {
        const by = oneArgument(args, ["namespaceId", "namespaceName"]);
        const { id, name } = namespaceOf(by === "namespaceId" ? "id" : "name", str(args, by));
        const form = forms[name];
        if (form === undefined) {
            throw azureDevOpsError(400, `tokens of namespace ${name} are not emulated`);
        }
        const given = part(args, "identifiers") as Record<string, string>;
        const asked = args.returnIdentifierInfo === true;
        const missing = form.required.filter((one) => given[one] === undefined);
        const known = [...form.required, ...form.optional];
        const unknown = Object.keys(given).filter((one) => !known.includes(one));
        if (!asked && (missing.length > 0 || unknown.length > 0)) {
            const message = `namespace ${name}: missing identifiers: ${missing.join(", ") || "none"}; unknown identifiers: ${unknown.join(", ") || "none"}; known: ${known.join(", ")}`;
            throw azureDevOpsError(400, message);
        }
        const token = asked ? "" : form.make(given, store, owner);
        return {
            ...args,
            id: asked ? `ns-info-${id}` : `ns-token-${id}-${token}`,
            identifiers: given,
            namespaceId: id,
            namespaceName: name,
            optionalIdentifiers: asked ? [...form.optional] : [],
            requiredIdentifiers: asked ? [...form.required] : [],
            returnIdentifierInfo: asked,
            token,
        };
    },
};

const getSecurityroleDefinitions: DevOpsFunction = {
    args: { scope: required(filled) },
    run: (args) => {
        const scope = str(args, "scope");
        const roles = rolesOfScope[scope];
        if (roles === undefined) {
            throw azureDevOpsError(404, `no role definition found at scope: ${scope}`);
        }
        const definitions = roles.map((name, i) => ({
            allowPermissions: 2 ** (i + 1) - 1,
            denyPermissions: 0,
            description: name,
            displayName: name,
            identifier: `${scope}.${name}`,
            name,
            scope,
        }));
        return { definitions, id: `secroledefs-${scope}`, scope };
    },
};

/** Permissions and roles: their names and tokens. */
export const securityFunctions: Readonly<Record<string, DevOpsFunction>> = {
    getSecurityNamespace,
    getSecurityNamespaceToken,
    getSecurityNamespaces,
    getSecurityroleDefinitions,
};
