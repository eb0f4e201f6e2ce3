import { known, readFlag, readText, withDefault, type Known } from "../known";
import type { Resource } from "../resource";

export const poolType = "azuredevops:index:Pool";
export const elasticPoolType = "azuredevops:index:ElasticPool";
/** A Managed DevOps Pool: machines in Microsoft's subscription. */
export const managedPoolType = "azure-native:devopsinfrastructure:Pool";

/** What a pool of agents offers, and to whom. */
export interface AgentPool {
    /** Whether every project gets a queue of it. */
    readonly offeredToAll: Known<boolean>;
    readonly updatesAgents: Known<boolean>;
}

export function agentPool({ props }: Resource): AgentPool {
    return {
        offeredToAll: withDefault(readFlag(props, "autoProvision"), false),
        updatesAgents: withDefault(readFlag(props, "autoUpdate"), true),
    };
}

/** How long a machine lasts. */
export interface AgentLife {
    readonly property: string;
    /** As written. */
    readonly seen: Known<unknown>;
    /** Whether each job gets a machine that no other job had. */
    readonly ephemeral: Known<boolean>;
}

export function agentLife({ type, props }: Resource): AgentLife {
    if (type === managedPoolType) {
        const kind = readText(props, "agentProfile.kind");
        const ephemeral =
            kind.state === "known" ? known(kind.value.toLowerCase() === "stateless") : kind;
        return {
            property: "agentProfile.kind",
            seen: kind,
            ephemeral: withDefault(ephemeral, false),
        };
    }
    const recycles = withDefault(readFlag(props, "recycleAfterEachUse"), false);
    return { property: "recycleAfterEachUse", seen: recycles, ephemeral: recycles };
}
