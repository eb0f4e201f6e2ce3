import { UNKNOWN, type PropertyTree, type PropertyValue } from "../../../../model/known";
import { statusCheckSourcePinned } from "../../../../policies/rules/repositories/status-check-source-pinned";
import { describeRule, type Judged } from "../../../support/describeRule";
import { organizationRulesetType, rulesetType, soundRuleset } from "../../../support/rulesetCases";

function checks(requiredChecks: PropertyValue, more: PropertyTree = {}): Judged {
    const rules: PropertyTree = {
        ...soundRuleset.rules,
        requiredStatusChecks: { requiredChecks },
    };
    return { type: rulesetType, props: { ...soundRuleset, rules, ...more } };
}

const pinned = { context: "build", integrationId: 15368 };
const at = (i: number) => `rules.requiredStatusChecks.requiredChecks[${i}].integrationId`;

describeRule(statusCheckSourcePinned, {
    denied: [
        { name: "a check of any app", ...checks([{ context: "build" }]), findings: [at(0)] },
        {
            name: "a check of app 0, which is how the provider writes any app",
            ...checks([{ context: "build", integrationId: 0 }]),
            findings: [at(0)],
        },
        {
            name: "the one of any app among others",
            ...checks([pinned, { context: "scan" }, UNKNOWN]),
            findings: [at(1)],
        },
        {
            name: "a check of any app whose name is not known yet",
            ...checks([{ context: UNKNOWN }]),
            findings: [at(0)],
        },
        {
            name: "a check of any app in an organization's ruleset",
            ...{ ...checks([{ context: "build" }]), type: organizationRulesetType },
            findings: [at(0)],
        },
    ],
    allowed: [
        { name: "a check with its app", ...checks([pinned]) },
        {
            name: "no checks, which another rule names",
            type: rulesetType,
            props: { ...soundRuleset, rules: { deletion: true } },
        },
        {
            name: "a ruleset that does not stand",
            ...checks([{ context: "build" }], { enforcement: "disabled" }),
        },
    ],
    undecidable: [
        { name: "a list that is not known yet", ...checks(UNKNOWN) },
        {
            name: "an app that is not known yet",
            ...checks([{ context: "build", integrationId: UNKNOWN }]),
        },
    ],
    tokens: ["github:index:RepositoryRuleset"],
});
