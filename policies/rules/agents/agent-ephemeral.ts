import { agentLife, elasticPoolType, managedPoolType } from "../../../model/views/devOpsPool";
import { defineRule } from "../../lib/defineRule";
import { judgeDemands } from "../../lib/demands";

/**
 * Stops machines that serve one job after another. A Managed DevOps Pool without an agent profile
 * is refused, too; the service takes none.
 *
 * Blind spot: agents that somebody installed, and machines that register themselves: nothing in a
 * plain pool says how long they last.
 */
export const agentEphemeral = defineRule({
    id: "agent-ephemeral",
    code: "D07",
    title: "Each job on a pool of machines gets one that no other job had",
    attack:
        "A job of an unreviewed branch leaves something behind on the agent: a changed tool, a process that " +
        "waits. The next job, which deploys, runs it with its own secrets.",
    blindSpot:
        "Does not see agents that were installed by hand or register themselves, nor caches that outlive a machine.",
    severity: "high",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: 'set recycleAfterEachUse to true, or agentProfile to { kind: "Stateless" } (AzureAgentPool does)',
        code: "recycleAfterEachUse: true",
    },
    controls: ["ncsc:1", "ncsc:8", "owasp:cicd-sec-7", "cis:2.2.4"],
    tags: ["azure-devops", "azure", "agents"],
    types: [elasticPoolType, managedPoolType],
    settings: {},
    examples: {
        denied: `new ElasticPool("builds", {
    azureResourceId: machines.id,
    serviceEndpointId: connection.id,
    serviceEndpointScope: project.id,
    desiredIdle: 1,
    maxCapacity: 4,
});`,
        allowed: `new ElasticPool("builds", {
    azureResourceId: machines.id,
    serviceEndpointId: connection.id,
    serviceEndpointScope: project.id,
    desiredIdle: 1,
    maxCapacity: 4,
    recycleAfterEachUse: true,
});`,
    },
    judge(resource) {
        const { property, seen, ephemeral } = agentLife(resource);
        const wanted = property === "agentProfile.kind" ? "Stateless" : "true";
        return judgeDemands([{ property, seen, met: ephemeral, wanted }]);
    },
});
