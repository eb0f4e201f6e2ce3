import { createHash } from "node:crypto";
import { RoleAssignment, RoleDefinition } from "@pulumi/azure-native/authorization";
import type * as pulumi from "@pulumi/pulumi";

import type { GrantedRole, MadeRole } from "./checkRoles";
import type { FederationArgs } from "./federationArgs";

/** A role to give, and what must stand before. */
export interface RoleToGive extends GrantedRole {
    after: pulumi.ResourceOptions["dependsOn"];
}

/** Makes the roles of the component, each for its one resource group. */
export function createDefinitions(
    parent: pulumi.Resource,
    name: string,
    args: FederationArgs,
    made: MadeRole[],
    { dependsOn }: pulumi.ComponentResourceOptions,
): RoleToGive[] {
    return made.map((role) => {
        // Always the same, so that policies can judge the assignment before the role stands.
        const roleId = guidOf(args.subscriptionId, args.identityName, name, role.name);
        const definition = new RoleDefinition(
            `${name}-definition/${role.name}`,
            {
                roleDefinitionId: roleId,
                // Names of roles are unique in the tenant, and read by people.
                roleName: `${args.identityName} ${role.name} ${roleId.slice(0, 8)}`,
                description: `What ${args.identityName} does to ${args.access}, and no more.`,
                roleType: "CustomRole",
                scope: role.group,
                assignableScopes: [role.group],
                permissions: [
                    {
                        actions: role.actions,
                        notActions: [],
                        dataActions: role.dataActions,
                        notDataActions: [],
                    },
                ],
            },
            // Two roles cannot have the same id.
            { parent, dependsOn, deleteBeforeReplace: true },
        );
        const { name: key, group: scope } = role;
        return { name: key, roleId, scope, condition: undefined, after: [definition] };
    });
}

/** Gives roles to one identity. */
export function createAssignments(
    parent: pulumi.Resource,
    name: string,
    args: FederationArgs,
    principalId: pulumi.Input<string>,
    roles: RoleToGive[],
): void {
    const definitions = `/subscriptions/${args.subscriptionId}/providers/Microsoft.Authorization/roleDefinitions`;
    for (const role of roles) {
        new RoleAssignment(
            `${name}/${role.name}`,
            {
                scope: role.scope,
                roleDefinitionId: `${definitions}/${role.roleId}`,
                principalId,
                // Said at once, Azure does not look the new identity up before it is replicated.
                principalType: "ServicePrincipal",
                ...(role.condition === undefined
                    ? {}
                    : { condition: role.condition, conditionVersion: "2.0" }),
            },
            { parent, dependsOn: role.after },
        );
    }
}

/** A GUID of its own for these words. */
function guidOf(...words: string[]): string {
    const digest = createHash("sha256").update(words.join("\0")).digest("hex");
    // Version 8 and variant 1 of RFC 9562: made from a hash of one's own choice.
    const bits = `${digest.slice(0, 12)}8${digest.slice(13, 16)}a${digest.slice(17, 32)}`;
    return bits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
