import { UNKNOWN, type PropertyTree, type PropertyValue } from "../../../../model/known";
import { rulesetStatusChecks } from "../../../../policies/rules/repositories/ruleset-status-checks";
import { describeRule, type Judged } from "../../../support/describeRule";
import {
    olderProtectionType,
    organizationRulesetType,
    protectionType,
    rulesetType,
    soundChecks,
    soundProtection,
    soundRuleset,
} from "../../../support/rulesetCases";

function rules(changed: PropertyTree, more: PropertyTree = {}): Judged {
    return {
        type: rulesetType,
        props: { ...soundRuleset, rules: { ...soundRuleset.rules, ...changed }, ...more },
    };
}

function checks(changed: PropertyTree, more: PropertyTree = {}): Judged {
    return rules({ requiredStatusChecks: { ...soundChecks, ...changed }, ...more });
}

function organization(changed: PropertyTree): Judged {
    return { ...rules(changed), type: organizationRulesetType };
}

function protection(requiredStatusChecks: PropertyValue): Judged {
    return { type: protectionType, props: { ...soundProtection, requiredStatusChecks } };
}

function olderProtection(requiredStatusChecks: PropertyValue): Judged {
    return { type: olderProtectionType, props: { branch: "main", requiredStatusChecks } };
}

const list = "rules.requiredStatusChecks.requiredChecks";
const strict = "rules.requiredStatusChecks.strictRequiredStatusChecksPolicy";

describeRule(rulesetStatusChecks, {
    denied: [
        {
            name: "no checks",
            ...rules({ requiredStatusChecks: null }),
            findings: ["rules.requiredStatusChecks"],
        },
        { name: "an empty list of checks", ...checks({ requiredChecks: [] }), findings: [list] },
        {
            name: "checks that may have run on an old base",
            ...checks({ strictRequiredStatusChecksPolicy: false }),
            findings: [strict],
        },
        {
            name: "everything left at GitHub's default",
            ...rules({ requiredStatusChecks: {} }),
            findings: [list, strict],
        },
        {
            name: "an old base although the list is not known yet",
            ...checks({ requiredChecks: UNKNOWN, strictRequiredStatusChecksPolicy: false }),
            findings: [strict],
        },
        {
            name: "an empty list of workflows instead of checks",
            ...rules({
                requiredStatusChecks: null,
                requiredWorkflows: { requiredWorkflows: [] },
            }),
            findings: ["rules.requiredStatusChecks"],
        },
        {
            name: "checks of an organization that may have run on an old base",
            ...organization({
                requiredStatusChecks: { requiredChecks: soundChecks.requiredChecks },
            }),
            findings: [strict],
        },
        {
            name: "classic protection without checks",
            ...protection([]),
            findings: ["requiredStatusChecks"],
        },
        {
            name: "classic protection with an empty list on an old base",
            ...protection([{ contexts: [] }]),
            findings: ["requiredStatusChecks[0].contexts", "requiredStatusChecks[0].strict"],
        },
        {
            name: "the older classic protection without checks",
            ...olderProtection(null),
            findings: ["requiredStatusChecks"],
        },
        {
            name: "the older classic protection with an empty list",
            ...olderProtection({ strict: true }),
            findings: ["requiredStatusChecks.checks"],
        },
    ],
    allowed: [
        { name: "a check on an up-to-date branch", ...checks({}) },
        {
            name: "a check in a merge queue, which brings changes up to date itself",
            ...checks({ strictRequiredStatusChecksPolicy: false }, { mergeQueue: {} }),
        },
        { name: "a check that is not known yet", ...checks({ requiredChecks: [UNKNOWN] }) },
        {
            name: "an organization that names no checks",
            ...organization({ requiredStatusChecks: null }),
        },
        {
            name: "required workflows",
            ...rules({
                requiredStatusChecks: null,
                requiredWorkflows: { requiredWorkflows: [{ repositoryId: 7, path: "scan.yml" }] },
            }),
        },
        { name: "classic protection", ...protection([{ strict: true, contexts: ["build"] }]) },
        {
            name: "the older classic protection with checks of an app",
            ...olderProtection({ strict: true, checks: ["build:15368"] }),
        },
        {
            name: "the older classic protection with checks by name",
            ...olderProtection({ strict: true, contexts: ["build"], checks: UNKNOWN }),
        },
        {
            name: "a layer about signatures alone",
            ...{
                type: rulesetType,
                props: { ...soundRuleset, rules: { requiredSignatures: true } },
            },
        },
        {
            name: "a ruleset of tags",
            ...rules({ requiredStatusChecks: null }, { target: "tag" }),
        },
        {
            name: "a ruleset that does not stand, which another rule names",
            ...rules({ requiredStatusChecks: null }, { enforcement: "disabled" }),
        },
    ],
    undecidable: [
        { name: "checks that are not known yet", ...checks({ requiredChecks: UNKNOWN }) },
        {
            name: "a policy that is not known yet",
            ...checks({ strictRequiredStatusChecksPolicy: UNKNOWN }),
        },
        { name: "rules that are not known yet", ...rules({}, { rules: UNKNOWN }) },
        {
            name: "workflows that are not known yet",
            ...rules({ requiredStatusChecks: null, requiredWorkflows: UNKNOWN }),
        },
        { name: "a target that is not known yet", ...rules({}, { target: UNKNOWN }) },
        { name: "an enforcement that is not known yet", ...rules({}, { enforcement: UNKNOWN }) },
        {
            name: "classic protection's names that are not known yet",
            ...protection([{ strict: true, contexts: UNKNOWN }]),
        },
    ],
    tokens: ["github:index:RepositoryRuleset"],
});
