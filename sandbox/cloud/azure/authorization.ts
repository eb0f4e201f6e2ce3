import type { Write } from "../resourceType";
import { armError } from "../failures";
import { guid } from "../identifiers";
import { choice, fixed, list, object, required, text } from "../shape";
import { str, text as joined } from "../values";
import { armType, copied, guidText, requireResource } from "./arm";
import { locksOn } from "./locks";
import { isServicePrincipal } from "./servicePrincipals";

/** Refuses a scope that is no subscription and does not stand. */
export function requireScope({ store, inputs }: Write): void {
    const scope = str(inputs, "scope").replace(/\/$/, "");
    const beyondResources = /^\/(subscriptions\/[^/]+|providers\/Microsoft\.Management\/.+)?$/i;
    // Items of a vault are scopes of their own, and may be written by others later.
    const standing = scope.replace(/(\/vaults\/[^/]+)\/(secrets|keys|certificates)\/[^/]+$/i, "$1");
    if (!beyondResources.test(scope)) {
        requireResource(store, standing, "ResourceNotFound", "The scope");
    }
}

export const lock = armType({
    token: "azure-native:authorization:ManagementLockByScope",
    api: "2020-05-01",
    type: "Microsoft.Authorization/locks",
    inputs: {
        level: required(choice("NotSpecified", "CanNotDelete", "ReadOnly")),
        lockName: fixed(text),
        notes: text,
        owners: list(object({ applicationId: text })),
        scope: required(fixed(text)),
    },
    path: ["lockName", "scope"],
    autoname: copied("lockName"),
    id: (inputs) =>
        joined`${str(inputs, "scope")}/providers/Microsoft.Authorization/locks/${str(inputs, "lockName")}`,
    parents: ({ inputs }) => [locksOn(str(inputs, "scope"))],
    beforeCreate: requireScope,
});

/** Names a principal is found by: managed identities, and what the directory is said to hold. */
export function principalClaim(principalId: string): string {
    return `principal ${principalId}`;
}

function assignmentClaim({ inputs }: Pick<Write, "inputs">): string {
    const role = str(inputs, "roleDefinitionId").split("/").pop() ?? "";
    return `assignment ${str(inputs, "scope")}|${str(inputs, "principalId")}|${role}`;
}

export const roleAssignment = armType({
    token: "azure-native:authorization:RoleAssignment",
    api: "2022-04-01",
    type: "Microsoft.Authorization/roleAssignments",
    inputs: {
        // A role assignment is never changed: every difference replaces it, except these two.
        condition: text,
        conditionVersion: text,
        delegatedManagedIdentityResourceId: fixed(text),
        description: text,
        principalId: required(fixed(guidText)),
        principalType: fixed(
            choice(
                "User",
                "Group",
                "ServicePrincipal",
                "ForeignGroup",
                "Device",
                "AgentUser",
                "AgentServicePrincipal",
            ),
        ),
        roleAssignmentName: fixed(guidText),
        roleDefinitionId: required(fixed(text)),
        scope: required(fixed(text)),
    },
    path: ["roleAssignmentName"],
    autoname: { property: "roleAssignmentName", style: "guid" },
    deleteBeforeReplace: true,
    check: (inputs) =>
        inputs.condition !== undefined && inputs.conditionVersion === undefined
            ? [
                  {
                      property: "conditionVersion",
                      reason: "missing required property of an assignment with a condition",
                  },
              ]
            : [],
    id: (inputs) =>
        joined`${str(inputs, "scope")}/providers/Microsoft.Authorization/roleAssignments/${str(inputs, "roleAssignmentName")}`,
    outputs: ({ inputs, each, once }) => ({
        principalType: inputs.principalType ?? "User",
        createdBy: guid("deployer"),
        createdOn: once("createdOn", () => new Date().toISOString()),
        updatedBy: guid("deployer"),
        updatedOn: each(() => new Date().toISOString()),
    }),
    claims: (write) => [assignmentClaim(write)],
    parents: ({ inputs }) => [str(inputs, "scope"), `roles of ${str(inputs, "principalId")}`],
    beforeCreate: (write) => {
        const { store, inputs } = write;
        requireScope(write);
        requirePrincipal(write);
        requireRole(write);
        if (store.holder(assignmentClaim({ inputs })) !== undefined) {
            throw armError(409, "RoleAssignmentExists", "The role assignment already exists.");
        }
    },
});

/** Kinds of principals that are not service principals. */
const people = ["user", "group", "foreigngroup", "device"];

/**
 * Azure looks for whoever gets a role in the directory. It takes the caller's word for a service principal
 * that it does not find: that one may be too new to be known everywhere. People and groups live in a
 * directory outside of what is emulated, and are taken to be there.
 *
 * source: Azure's service team in hashicorp/terraform-provider-azurerm pull request 4168; Microsoft
 * Learn, "Troubleshoot Azure RBAC" (new service principals)
 * date: 2026-11-21
 */
function requirePrincipal({ store, inputs, scope }: Write): void {
    const principal = str(inputs, "principalId");
    const type = str(inputs, "principalType");
    const stands =
        isServicePrincipal(principal) || store.holder(principalClaim(principal)) !== undefined;
    if (stands && people.includes(type.toLowerCase())) {
        // The misspelt word is the service's.
        const message = `The PrincipalId '${principal.replaceAll("-", "")}' has type 'ServicePrincipal' , which is different from specified PrinciaplType '${type}'.`;
        throw armError(400, "UnmatchedPrincipalType", message);
    }
    if (!stands && type === "") {
        const message = `Principal ${principal.replaceAll("-", "")} does not exist in the directory ${scope.tenantId}.`;
        throw armError(400, "PrincipalNotFound", message);
    }
}

/** A custom role must stand; built-in ones are there, whatever their number. */
export function requireRole({ inputs }: Write): void {
    const role = str(inputs, "roleDefinitionId");
    const form =
        /\/providers\/Microsoft\.Authorization\/roleDefinitions\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
    if (!form.test(role)) {
        throw armError(
            400,
            "InvalidRoleDefinitionId",
            `The role definition ID '${role}' is not valid.`,
        );
    }
}

export const roleDefinition = armType({
    token: "azure-native:authorization:RoleDefinition",
    api: "2022-05-01-preview",
    type: "Microsoft.Authorization/roleDefinitions",
    inputs: {
        assignableScopes: list(text),
        description: text,
        permissions: list(
            object({
                actions: list(text),
                dataActions: list(text),
                notActions: list(text),
                notDataActions: list(text),
            }),
        ),
        roleDefinitionId: fixed(guidText),
        roleName: text,
        roleType: text,
        scope: required(fixed(text)),
    },
    path: ["roleDefinitionId", "scope"],
    autoname: { property: "roleDefinitionId", style: "guid" },
    id: (inputs) =>
        joined`${str(inputs, "scope")}/providers/Microsoft.Authorization/roleDefinitions/${str(inputs, "roleDefinitionId")}`,
    outputs: ({ inputs, each, once }) => ({
        roleType: inputs.roleType ?? "CustomRole",
        createdBy: guid("deployer"),
        createdOn: once("createdOn", () => new Date().toISOString()),
        updatedBy: guid("deployer"),
        updatedOn: each(() => new Date().toISOString()),
    }),
    claims: ({ inputs, scope }) => [`role name ${scope.tenantId}|${str(inputs, "roleName")}`],
    beforeCreate: (write) => {
        const { store, inputs, scope } = write;
        requireScope(write);
        const name = str(inputs, "roleName");
        if (name !== "" && store.holder(`role name ${scope.tenantId}|${name}`) !== undefined) {
            const message = `A custom role with the same name already exists in this directory: '${name}'. Use a different name.`;
            throw armError(409, "RoleDefinitionWithSameNameExists", message);
        }
    },
    beforeDelete: ({ store, id }) => {
        const role = id.split("/").pop() ?? "";
        const users = store.list("azure-native:authorization:RoleAssignment");
        if (users.some(({ inputs }) => str(inputs, "roleDefinitionId").endsWith(role))) {
            const message =
                "There are existing role assignments referencing role. The role definition cannot be deleted.";
            throw armError(400, "RoleDefinitionHasAssignments", message);
        }
    },
});
