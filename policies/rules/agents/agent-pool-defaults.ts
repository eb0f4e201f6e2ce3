import { map } from "../../../model/known";
import { agentPool, elasticPoolType, poolType } from "../../../model/views/devOpsPool";
import { defineRule } from "../../lib/defineRule";
import { judgeDemands } from "../../lib/demands";

/**
 * Stops pools that every project may use, and agents that stay as old as they were.
 *
 * Blind spot: who administers the pool; agents of Managed DevOps Pools, which Microsoft keeps.
 */
export const agentPoolDefaults = defineRule({
    id: "agent-pool-defaults",
    code: "D08",
    title: "A pool of agents is offered to chosen projects, and its agents are kept up to date",
    attack:
        "A pool is offered to every project by itself. Whoever owns some small project runs jobs on the " +
        "agents of another, inside its network and with its identity.",
    blindSpot: "Does not see which projects were given the pool by hand, nor who administers it.",
    severity: "high",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "leave autoProvision false and autoUpdate true, and make a Queue in each project that needs the pool (AzureAgentPool does)",
        code: `autoProvision: false,
autoUpdate: true`,
    },
    controls: ["owasp:cicd-sec-5", "owasp:cicd-sec-7", "cis:2.1.5"],
    tags: ["azure-devops", "agents"],
    types: [poolType, elasticPoolType],
    settings: {},
    examples: {
        denied: `new Pool("deploy", { name: "deploy", autoProvision: true });`,
        allowed: `new Pool("deploy", { name: "deploy", autoProvision: false, autoUpdate: true });`,
    },
    judge(resource) {
        const { offeredToAll, updatesAgents } = agentPool(resource);
        return judgeDemands([
            {
                property: "autoProvision",
                seen: offeredToAll,
                met: map(offeredToAll, (offered) => !offered),
                wanted: "false",
            },
            {
                property: "autoUpdate",
                seen: updatesAgents,
                met: updatesAgents,
                wanted: "true",
            },
        ]);
    },
});
