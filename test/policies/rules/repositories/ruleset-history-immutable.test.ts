import { UNKNOWN, type PropertyTree } from "../../../../model/known";
import { rulesetHistoryImmutable } from "../../../../policies/rules/repositories/ruleset-history-immutable";
import { describeRule, type Judged } from "../../../support/describeRule";
import {
    olderProtectionType,
    organizationRulesetType,
    protectionType,
    rulesetType,
    soundProtection,
    soundRuleset,
} from "../../../support/rulesetCases";

function rules(changed: PropertyTree, more: PropertyTree = {}): Judged {
    return {
        type: rulesetType,
        props: { ...soundRuleset, rules: { ...soundRuleset.rules, ...changed }, ...more },
    };
}

function protection(changed: PropertyTree): Judged {
    return { type: protectionType, props: { ...soundProtection, ...changed } };
}

describeRule(rulesetHistoryImmutable, {
    denied: [
        {
            name: "forced pushes",
            ...rules({ nonFastForward: false }),
            findings: ["rules.nonFastForward"],
        },
        { name: "a deletion", ...rules({ deletion: false }), findings: ["rules.deletion"] },
        {
            name: "both, left at GitHub's default",
            ...rules({ nonFastForward: null, deletion: null }),
            findings: ["rules.nonFastForward", "rules.deletion"],
        },
        {
            name: "a deletion although forced pushes are not known yet",
            ...rules({ nonFastForward: UNKNOWN, deletion: false }),
            findings: ["rules.deletion"],
        },
        {
            name: "forced pushes in an organization's ruleset",
            ...{ ...rules({ nonFastForward: false }), type: organizationRulesetType },
            findings: ["rules.nonFastForward"],
        },
        {
            name: "classic protection that lets branches be forced and deleted",
            ...protection({ allowsForcePushes: true, allowsDeletions: true }),
            findings: ["allowsForcePushes", "allowsDeletions"],
        },
        {
            name: "people who may force a push, each by name",
            ...protection({ forcePushBypassers: ["/ada", UNKNOWN] }),
            findings: ["forcePushBypassers[0]", "forcePushBypassers[1]"],
        },
    ],
    allowed: [
        { name: "neither", ...rules({}) },
        { name: "classic protection that says nothing of it", ...protection({}) },
        {
            name: "classic protection that exempts nobody",
            ...protection({ forcePushBypassers: [] }),
        },
        {
            name: "the older classic protection, which refuses both",
            type: olderProtectionType,
            props: { branch: "main" },
        },
        {
            name: "a layer about signatures alone",
            ...rules({}, { rules: { requiredSignatures: true } }),
        },
        { name: "a ruleset of tags", ...rules({ deletion: false }, { target: "tag" }) },
        {
            name: "a ruleset that does not stand, which another rule names",
            ...rules({ deletion: false }, { enforcement: "evaluate" }),
        },
    ],
    undecidable: [
        { name: "forced pushes that are not known yet", ...rules({ nonFastForward: UNKNOWN }) },
        { name: "rules that are not known yet", ...rules({}, { rules: UNKNOWN }) },
        { name: "classic protection's flag", ...protection({ allowsDeletions: UNKNOWN }) },
        { name: "exempted people as a whole", ...protection({ forcePushBypassers: UNKNOWN }) },
    ],
    tokens: ["github:index:RepositoryRuleset"],
});
