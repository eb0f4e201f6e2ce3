import type { RoleAssignment } from "@pulumi/azure-native/authorization";
import { UserAssignedIdentity } from "@pulumi/azure-native/managedidentity";
import type * as pulumi from "@pulumi/pulumi";

import { azureName } from "../shared/naming";
import { agentFacts } from "./agentFacts";
import { giveRole } from "./narrowRole";
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
    return giveRole(plan, {
        key: "signer",
        purpose: `sign as ${plan.pooled}`,
        actions: [],
        dataActions: agentFacts.keySignActions,
        scope: keyId,
        principalId: identity.principalId,
    });
}
