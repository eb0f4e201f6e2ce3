import { UNKNOWN } from "../../../../model/known";
import { agentEphemeral } from "../../../../policies/rules/agents/agent-ephemeral";
import { describeRule } from "../../../support/describeRule";
import { devOpsToken } from "../../../support/devOpsCases";

const type = devOpsToken("ElasticPool");
const managed = "azure-native:devopsinfrastructure:Pool";

describeRule(agentEphemeral, {
    denied: [
        {
            name: "machines of a scale set by default",
            type,
            props: { desiredIdle: 1, maxCapacity: 4 },
            findings: ["recycleAfterEachUse"],
        },
        {
            name: "managed machines that stay",
            type: managed,
            props: { agentProfile: { kind: "Stateful" } },
            findings: ["agentProfile.kind"],
        },
        {
            name: "managed machines of which nothing is said",
            type: managed,
            props: {},
            findings: ["agentProfile.kind"],
        },
        {
            name: "managed machines that stay, by another version",
            type: "azure-native:devopsinfrastructure/v20241019:Pool",
            props: { agentProfile: { kind: "Stateful" } },
            findings: ["agentProfile.kind"],
        },
    ],
    allowed: [
        { name: "machines that are replaced", type, props: { recycleAfterEachUse: true } },
        {
            name: "managed machines that are replaced",
            type: managed,
            props: { agentProfile: { kind: "Stateless" } },
        },
    ],
    undecidable: [
        { name: "a life that is not known yet", type, props: { recycleAfterEachUse: UNKNOWN } },
        {
            name: "a profile that is not known yet",
            type: managed,
            props: { agentProfile: UNKNOWN },
        },
    ],
    tokens: ["azuredevops:index:ElasticPool"],
});
