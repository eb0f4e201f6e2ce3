import type * as pulumi from "@pulumi/pulumi";

import { agentTiers, pooledName } from "./agentTiers";
import type { AzureAgentPoolArgs } from "./azureAgentPoolArgs";

/** What the parts of a pool are made from. */
export interface PoolPlan {
    parent: pulumi.Resource;
    /** Name of the component, with which the names of its resources begin. */
    name: string;
    args: AzureAgentPoolArgs;
    /** The tier as part of names. */
    tierWord: string;
    /** Name of the pool, tier included, where it is not an Azure resource. */
    pooled: string;
    tags: Record<string, pulumi.Input<string>>;
}

/** What stands when a pool is built; an empty text for what its kind does not have. */
export interface BuiltPool {
    scaleSetId: pulumi.Input<string>;
    poolId: pulumi.Input<string>;
    /** What jobs ask for. */
    poolName: pulumi.Input<string>;
    runnerGroupId: pulumi.Input<string>;
    queueIds: pulumi.Input<string>[];
}

/** Puts the arguments of a pool and what follows from them together. */
export function planOf(parent: pulumi.Resource, name: string, args: AzureAgentPoolArgs): PoolPlan {
    const pooled = pooledName(args.poolName, args.tier);
    return {
        parent,
        name,
        args,
        tierWord: agentTiers[args.tier] ?? args.tier,
        pooled,
        tags: { ...args.tags, "gatehouse-pool": pooled, "gatehouse-tier": args.tier },
    };
}
