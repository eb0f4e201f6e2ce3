import { RoleAssignment, RoleDefinition } from "@pulumi/azure-native/authorization";
import * as pulumi from "@pulumi/pulumi";

import { shaped } from "../shared/shapes";
import { stableGuid } from "../shared/stableGuid";
import { distinct, ignoringCase, judged, oneOf, type Problem } from "../shared/validate";
import type { VaultPrincipal } from "./vaultPrincipalArgs";
import { principalTypes } from "./vaultRoles";

/** Problems of a list of principals; whoever is not known yet is judged when known. */
export function judgedPrincipals<T extends VaultPrincipal>(
    owner: pulumi.Resource,
    what: string,
    path: string,
    principals: T[],
    problems: Problem[],
): T[] {
    const names = principals.map((one) => one.name);
    problems.push(...distinct(names, (i) => `${path}[${i}].name`, "a key", ignoringCase));
    return principals.map((one, i) => {
        const at = `${path}[${i}]`;
        problems.push(...shaped(`${at}.name`, one.name, "key"));
        problems.push(
            ...oneOf(
                `${at}.principalType`,
                one.principalType ?? "ServicePrincipal",
                principalTypes,
            ),
        );
        const judge = (value: string): Problem[] => shaped(`${at}.principalId`, value, "guid");
        return { ...one, principalId: judged(owner, what, one.principalId, judge, problems) };
    });
}

/** Id of a role definition of a subscription, built in or custom. */
export function roleDefinitionId(subscriptionId: string, roleId: string): string {
    return `/subscriptions/${subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${roleId}`;
}

/** Gives a principal a role at one scope. */
export function grantRole(
    parent: pulumi.Resource,
    name: string,
    principal: VaultPrincipal,
    role: { scope: pulumi.Input<string>; id: pulumi.Input<string> },
    opts: pulumi.CustomResourceOptions = {},
): RoleAssignment {
    return new RoleAssignment(
        name,
        {
            scope: role.scope,
            roleDefinitionId: role.id,
            principalId: principal.principalId,
            // Said, because Entra may not have heard of a new identity everywhere yet.
            principalType: principal.principalType ?? "ServicePrincipal",
        },
        { parent, ...opts },
    );
}

/** A custom role and where its id comes from. */
export interface CustomRole {
    /** Subscription the role is defined in. */
    subscriptionId: string;
    /** What its holder may do, for example "sign with release of kv-acme". */
    purpose: string;
    /** Operations on data; the role has none on resources. */
    dataActions: string[];
}

/**
 * Defines a role and returns its id, which is known in preview: what a role assignment gives can
 * then be judged there. The resource is returned with it, to be waited for.
 */
export function defineRole(
    parent: pulumi.Resource,
    name: string,
    { subscriptionId, purpose, dataActions }: CustomRole,
): { id: string; definition: RoleDefinition } {
    const place = `${pulumi.getProject()}/${pulumi.getStack()}/${name}`;
    const roleId = stableGuid("role", subscriptionId, place);
    const scope = `/subscriptions/${subscriptionId}`;
    const definition = new RoleDefinition(
        name,
        {
            roleDefinitionId: roleId,
            scope,
            // Unique in the tenant: Azure takes 512 characters.
            roleName: `Gatehouse: ${purpose} (${place})`,
            description: `May ${purpose}, and nothing else. Managed by Gatehouse.`,
            permissions: [{ actions: [], notActions: [], dataActions, notDataActions: [] }],
            assignableScopes: [scope],
        },
        { parent },
    );
    return { id: roleDefinitionId(subscriptionId, roleId), definition };
}
