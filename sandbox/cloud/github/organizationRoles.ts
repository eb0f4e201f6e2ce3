import { githubError } from "../failures";
import type { Write } from "../resourceType";
import { fixed, integer, list, oneOf, required, text } from "../shape";
import { num, str, type Values } from "../values";
import { planHas, planRefusal } from "./plan";
import { dashed, joinedId, requireTeam, restType, type RestType } from "./rest";

/**
 * Roles every organisation has.
 * source: documentation and tests of the GitHub provider; date: 2026-11-21
 */
export const predefinedRoles = new Map([
    [8132, "all_repo_read"],
    [8133, "all_repo_triage"],
    [8134, "all_repo_write"],
    [8135, "all_repo_maintain"],
    [8136, "all_repo_admin"],
    [138, "security_manager"],
]);

const roleName = (kind: string, { scope, inputs }: Pick<Write, "scope" | "inputs">) =>
    `${kind} role ${scope.owner}/${str(inputs, "name")}`;
const roleNumber = ({ owner }: { owner: string }, id: number) => `role ${owner}/#${id}`;

function customRole(kind: "organization" | "repository"): Partial<RestType> {
    const refuse = (write: Write, itself: string) => {
        const path = kind === "organization" ? "organization-roles" : "custom-repository-roles";
        const request = `POST /orgs/${write.scope.owner}/${path}`;
        if (!planHas(write.scope, "customRoles", "private")) {
            throw planRefusal("customRoles", "private", 403, request);
        }
        const holder = write.store.holder(roleName(kind, write));
        if (holder !== undefined && holder.id !== itself) {
            throw githubError(422, request, "Validation Failed: Name has already been taken");
        }
    };
    return {
        creates: true,
        autoname: dashed("name"),
        id: (_inputs, _scope, { once, store }) =>
            String(once("roleId", () => store.next("github role", 20_400, 7))),
        outputs: ({ id, once }) => ({ roleId: once("roleId", () => Number(id)) }),
        claims: (write) => [
            roleName(kind, write),
            ...(kind === "organization" ? [roleNumber(write.scope, Number(write.id))] : []),
        ],
        beforeCreate: (write) => refuse(write, ""),
        beforeUpdate: (change) => refuse(change, change.id),
    };
}

export const organizationRole = restType({
    ...(customRole("organization") as RestType),
    token: "github:index/organizationRole:OrganizationRole",
    inputs: {
        baseRole: oneOf("none", "read", "triage", "write", "maintain", "admin"),
        description: text,
        name: text,
        permissions: required(list(text)),
    },
    defaults: { baseRole: "none" },
    beforeDelete: ({ store, scope, id }) => {
        const held = store.under(`holders of ${roleNumber(scope, Number(id))}`)[0];
        if (held !== undefined) {
            const request = `DELETE /orgs/${scope.owner}/organization-roles/${id}`;
            throw githubError(422, request, `The role is still assigned: ${held.id}`);
        }
    },
});

export const organizationRepositoryRole = restType({
    ...(customRole("repository") as RestType),
    token: "github:index/organizationRepositoryRole:OrganizationRepositoryRole",
    inputs: {
        baseRole: required(oneOf("read", "triage", "write", "maintain")),
        description: text,
        name: text,
        permissions: required(list(text)),
    },
});

function requireRole({ store, scope, inputs }: Write): void {
    const role = num(inputs, "roleId") ?? 0;
    if (!predefinedRoles.has(role) && store.holder(roleNumber(scope, role)) === undefined) {
        const request = `PUT /orgs/${scope.owner}/organization-roles/${role}`;
        throw githubError(404, request, "Not Found");
    }
}

const heldRole: RestType["parents"] = ({ scope, inputs }) => [
    `holders of ${roleNumber(scope, num(inputs, "roleId") ?? 0)}`,
];
const roleAndHolder = (holder: string) => (inputs: Values) =>
    joinedId(num(inputs, "roleId") ?? str(inputs, "roleId"), str(inputs, holder));

export const organizationRoleTeam = restType({
    token: "github:index/organizationRoleTeam:OrganizationRoleTeam",
    inputs: { roleId: required(fixed(integer())), teamSlug: required(fixed(text)) },
    id: roleAndHolder("teamSlug"),
    parents: heldRole,
    beforeCreate: (write) => {
        requireRole(write);
        requireTeam(write);
    },
});

export const organizationRoleUser = restType({
    token: "github:index/organizationRoleUser:OrganizationRoleUser",
    inputs: { login: required(fixed(text)), roleId: required(fixed(integer())) },
    id: roleAndHolder("login"),
    parents: heldRole,
    beforeCreate: requireRole,
});

export const securityManager = restType({
    token: "github:index/organizationSecurityManager:OrganizationSecurityManager",
    inputs: { teamSlug: required(text) },
    id: (_inputs, _scope, { once, store }) =>
        String(once("managerId", () => store.next("github manager", 12_400, 3))),
    beforeCreate: (write) => void requireTeam(write),
    beforeUpdate: (change) => void requireTeam(change),
});

/** Roles as `getOrganizationRoles` lists them. */
export function rolesOf({ store, scope }: Pick<Write, "store" | "scope">): Values[] {
    const own = store
        .list(organizationRole.token)
        .filter(({ key }) => key.includes(`|${scope.owner.toLowerCase()}|`));
    return [
        ...[...predefinedRoles].map(([roleId, name]) => ({
            roleId,
            name,
            description: name.replaceAll("_", " "),
            source: "Predefined",
            baseRole: /^all_repo_(.+)$/.exec(name)?.[1] ?? "none",
            permissions: [],
        })),
        ...own.map(({ outputs }) => ({ description: "", ...outputs, source: "Organization" })),
    ];
}
