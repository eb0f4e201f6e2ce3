import type { UserAssignedIdentity } from "@pulumi/azure-native/managedidentity";
import {
    Pool,
    Queue,
    SecurityroleAssignment,
    ServicePrincipalEntitlement,
} from "@pulumi/azuredevops";

import { agentFacts } from "./agentFacts";
import type { AzureDevOpsAgents } from "./azureAgentPoolArgs";
import type { PoolPlan } from "./poolPlan";

/** A pool in Azure DevOps, its queues, and the right of the machines' identity to join it. */
export interface DevOpsPool {
    pool: Pool;
    administrator: SecurityroleAssignment;
    queues: Queue[];
}

/**
 * The pool is offered to no project but those given, and a pipeline of theirs may use it only when
 * it is authorised for the queue.
 */
export function createDevOpsPool(
    plan: PoolPlan,
    identity: UserAssignedIdentity,
    { projectIds }: AzureDevOpsAgents,
): DevOpsPool {
    const { name, parent } = plan;
    const pool = new Pool(
        `${name}-pool`,
        { name: plan.pooled, poolType: "automation", autoProvision: false, autoUpdate: true },
        { parent },
    );
    const queues = projectIds.map(
        (projectId, i) =>
            new Queue(
                i === 0 ? `${name}-queue` : `${name}-queue-${i + 1}`,
                { projectId, agentPoolId: pool.id.apply(Number) },
                { parent },
            ),
    );
    return { pool, queues, administrator: allowJoining(plan, identity, pool) };
}

/**
 * "Administrator" of this one pool: the only role with which an agent can add itself. It reaches no
 * other pool, no project and no repository.
 */
function allowJoining(
    { name, parent }: PoolPlan,
    identity: UserAssignedIdentity,
    pool: Pool,
): SecurityroleAssignment {
    const member = new ServicePrincipalEntitlement(
        `${name}-member`,
        { originId: identity.principalId, origin: "aad", accountLicenseType: "express" },
        { parent },
    );
    return new SecurityroleAssignment(
        `${name}-joins`,
        {
            scope: agentFacts.poolRole.scope,
            resourceId: pool.id,
            // The number Azure DevOps has for it; the one Entra has is not known there.
            identityId: member.id,
            roleName: agentFacts.poolRole.name,
        },
        { parent },
    );
}
