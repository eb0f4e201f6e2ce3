import { UNKNOWN, type PropertyValue } from "../../../../model/known";
import { rulesetActive } from "../../../../policies/rules/repositories/ruleset-active";
import { describeRule, type Judged } from "../../../support/describeRule";
import { organizationRulesetType, rulesetType, soundRuleset } from "../../../support/rulesetCases";

function enforced(enforcement: PropertyValue, type = rulesetType): Judged {
    return { type, props: { ...soundRuleset, enforcement } };
}

const findings = ["enforcement"];

describeRule(rulesetActive, {
    denied: [
        { name: "a ruleset that is only evaluated", ...enforced("evaluate"), findings },
        { name: "a ruleset that is switched off", ...enforced("disabled"), findings },
        {
            name: "an organization's ruleset that is only evaluated",
            ...enforced("evaluate", organizationRulesetType),
            findings,
        },
        {
            name: "a ruleset of tags that is switched off",
            type: rulesetType,
            props: { ...soundRuleset, target: "tag", enforcement: "disabled" },
            findings,
        },
    ],
    allowed: [
        { name: "a ruleset that stands", ...enforced("active") },
        {
            name: "an organization's ruleset that stands",
            ...enforced("active", organizationRulesetType),
        },
    ],
    undecidable: [{ name: "an enforcement that is not known yet", ...enforced(UNKNOWN) }],
    tokens: ["github:index:RepositoryRuleset"],
});
