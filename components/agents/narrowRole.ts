import { RoleAssignment, RoleDefinition } from "@pulumi/azure-native/authorization";
import * as pulumi from "@pulumi/pulumi";

import { stableGuid } from "../shared/stableGuid";
import type { PoolPlan } from "./poolPlan";

/** A role made for one purpose, and who gets it where. */
export interface NarrowRole {
    /** Last part of the resources' names. */
    key: string;
    /** What the holder may do, for example "sign as web-production". */
    purpose: string;
    actions: readonly string[];
    dataActions: readonly string[];
    /** Id of the one resource it is given on; the role is defined in its resource group. */
    scope: pulumi.Input<string>;
    principalId: pulumi.Input<string>;
}

/**
 * Defines a role and gives it to one principal on one resource. The role's number does not depend
 * on Azure, so that policies can judge what is given before the role stands.
 */
export function giveRole(plan: PoolPlan, given: NarrowRole): RoleAssignment {
    const { name, parent } = plan;
    const { key, purpose, actions, dataActions, scope, principalId } = given;
    const place = `${pulumi.getProject()}/${pulumi.getStack()}/${name}`;
    const roleDefinitionId = stableGuid("role", key, place);
    const definition = new RoleDefinition(
        `${name}-${key}-role`,
        {
            roleDefinitionId,
            // Unique in the tenant, and read by people.
            roleName: `Gatehouse: ${purpose} (${place})`,
            description: `May ${purpose}, and nothing else. Managed by Gatehouse.`,
            scope: upTo(scope, 5),
            assignableScopes: [upTo(scope, 5)],
            permissions: [
                {
                    actions: [...actions],
                    notActions: [],
                    dataActions: [...dataActions],
                    notDataActions: [],
                },
            ],
        },
        // Two roles cannot have the same number.
        { parent, deleteBeforeReplace: true },
    );
    const definitions = "providers/Microsoft.Authorization/roleDefinitions";
    return new RoleAssignment(
        `${name}-${key}`,
        {
            scope,
            roleDefinitionId: pulumi.interpolate`${upTo(scope, 3)}/${definitions}/${roleDefinitionId}`,
            principalId,
            principalType: "ServicePrincipal",
        },
        { parent, dependsOn: [definition] },
    );
}

/** The first parts of an id: three for the subscription, five for the resource group. */
function upTo(id: pulumi.Input<string>, parts: number): pulumi.Output<string> {
    return pulumi.output(id).apply((known) => known.split("/").slice(0, parts).join("/"));
}
