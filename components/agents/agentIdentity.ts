import { RoleAssignment, RoleDefinition } from "@pulumi/azure-native/authorization";
import { UserAssignedIdentity } from "@pulumi/azure-native/managedidentity";
import * as pulumi from "@pulumi/pulumi";

import { azureName } from "../shared/naming";
import { agentFacts } from "./agentFacts";
import type { PoolPlan } from "./poolPlan";

/** The pool's own identity. It starts with no role at all, and no argument can give it one. */
export function createIdentity(plan: PoolPlan): UserAssignedIdentity {
    const { args, name, parent, tags } = plan;
    return new UserAssignedIdentity(
        `${name}-identity`,
        {
            resourceName: azureName("id", "agent", args.poolName, plan.tierWord),
            resourceGroupName: args.resourceGroupName,
            location: args.location,
            tags,
        },
        { parent },
    );
}

/** Lets the identity sign with one key, and nothing else: not read it, not change it. */
export function allowSigning(
    plan: PoolPlan,
    identity: UserAssignedIdentity,
    keyId: pulumi.Input<string>,
): RoleAssignment {
    const { name, parent } = plan;
    const role = new RoleDefinition(
        `${name}-signer-role`,
        {
            roleName: `Gatehouse: sign as ${plan.pooled}`,
            description: "Sign with a Key Vault key, to register runners with GitHub.",
            scope: groupOf(keyId),
            assignableScopes: [groupOf(keyId)],
            permissions: [{ dataActions: [...agentFacts.keySignActions] }],
        },
        { parent },
    );
    return new RoleAssignment(
        `${name}-signer`,
        {
            scope: keyId,
            roleDefinitionId: role.id,
            principalId: identity.principalId,
            principalType: "ServicePrincipal",
        },
        { parent },
    );
}

/** Id of the resource group that an id lies in. */
export function groupOf(id: pulumi.Input<string>): pulumi.Output<string> {
    return pulumi.output(id).apply((known) => known.split("/").slice(0, 5).join("/"));
}
