import { UNKNOWN } from "../../../../model/known";
import { agentPoolDefaults } from "../../../../policies/rules/agents/agent-pool-defaults";
import { describeRule } from "../../../support/describeRule";
import { devOpsToken } from "../../../support/devOpsCases";

const [type, elastic] = ["Pool", "ElasticPool"].map(devOpsToken) as [string, string];

describeRule(agentPoolDefaults, {
    denied: [
        {
            name: "a pool for every project",
            type,
            props: { autoProvision: true, autoUpdate: true },
            findings: ["autoProvision"],
        },
        {
            name: "agents that stay as they are",
            type: elastic,
            props: { autoUpdate: false },
            findings: ["autoUpdate"],
        },
    ],
    allowed: [
        { name: "the provider's defaults", type, props: { name: "deploy" } },
        { name: "what they are, written", type: elastic, props: { autoProvision: false } },
    ],
    undecidable: [
        { name: "an offer that is not known yet", type, props: { autoProvision: UNKNOWN } },
    ],
    tokens: ["azuredevops:index:Pool", "azuredevops:index/elasticPool:ElasticPool"],
});
