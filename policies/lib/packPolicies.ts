import type {
    Policies,
    Policy,
    ReportViolation,
    ResourceValidationArgs,
    ResourceValidationPolicy,
    StackValidationArgs,
    StackValidationPolicy,
} from "@pulumi/policy";

import { control } from "../../model/controls";
import { Analysis } from "./analysis";
import { settingsOf } from "./configuration";
import { docsPage } from "./defineRule";
import type { Rule, StackRule } from "./defineRule";
import { sender } from "./reports";
import type { Report } from "./reports";
import type { PackSession } from "./session";
import { unusedExemptionsPolicy } from "./unusedExemptions";

/**
 * The rules as the SDK's server runs them.
 *
 * The server walks the list once per resource, and once for the stack, and decodes its subject anew for every
 * policy it meets. So the list's iterator belongs to one analysis: the first rule met opens the subject,
 * the others are asked here, and the server meets those that have something to say. A server that walks
 * differently (by index, or once for all) meets every rule, and each asks for itself: slower,
 * never wrong.
 */
export function packPolicies(rules: readonly Rule[], session: PackSession): Policies {
    const facts = new Map(rules.map((rule) => [rule, sdkFacts(rule)]));
    const factsOf = (rule: Rule): Policy => facts.get(rule) ?? sdkFacts(rule);
    const bind = (rule: Rule, analysis: Analysis): Policies[number] => {
        if (rule.scope === "stack" && analysis.subject === "resource") {
            return settingsReader(rule, factsOf(rule), session);
        }
        return policy(rule, factsOf(rule), (args, report) => {
            analysis.run(rule, args, sender(report));
        });
    };
    const list: Policies = rules.map((rule) => bind(rule, new Analysis(session)));
    list.push(unusedExemptionsPolicy(session));
    // A resource opens before the first stack rule is met, which then has its settings read.
    const ordered = [...rules].sort((a, b) => a.scope.localeCompare(b.scope));
    function* walk(): Generator<Policies[number]> {
        const analysis = new Analysis(session);
        for (const rule of ordered) {
            const said = analysis.ask(rule);
            if (said === undefined) yield bind(rule, analysis);
            else if (said.length > 0) yield saying(rule, factsOf(rule), said);
        }
        const idle = analysis.subject === "stack" && session.unusedExemptions().length === 0;
        if (!idle) yield unusedExemptionsPolicy(session);
    }
    return Object.defineProperty(list, Symbol.iterator, { value: walk });
}

type Validate = (
    args: ResourceValidationArgs | StackValidationArgs,
    report: ReportViolation,
) => void;

function policy(
    rule: Rule,
    facts: Policy,
    validate: Validate,
): ResourceValidationPolicy | StackValidationPolicy {
    return rule.scope === "resource"
        ? { ...facts, validateResource: validate }
        : { ...facts, validateStack: validate };
}

/** A rule that was asked already. */
function saying(rule: Rule, facts: Policy, said: readonly Report[]): Policies[number] {
    return policy(rule, facts, (_args, report) => said.forEach(sender(report)));
}

/**
 * Stands for a stack rule before a run's first resource, to read the rule's settings: the server tells them
 * to the policy of that name alone. Wrong ones are told when the stack is judged.
 */
function settingsReader(
    rule: StackRule,
    facts: Policy,
    session: PackSession,
): ResourceValidationPolicy {
    const validateResource = (args: ResourceValidationArgs) => {
        try {
            session.readSettings(rule, args.getConfig());
        } catch {
            return;
        }
    };
    return { ...facts, validateResource };
}

/** The rule's metadata in the SDK's fields. */
export function sdkFacts(rule: Rule): Policy {
    const { name, version, reference, specification } = control(rule.controls[0]).standard;
    const settings = Object.entries(settingsOf(rule));
    return {
        name: rule.id,
        displayName: rule.title,
        description: rule.attack,
        enforcementLevel: rule.enforcement,
        severity: rule.severity,
        configSchema: {
            properties: Object.fromEntries(settings.map(([key, { schema }]) => [key, schema])),
        },
        framework: { name, version, reference, specification },
        tags: [rule.code, ...rule.tags, ...rule.controls],
        remediationSteps: rule.remediation.change,
        url: docsPage(rule),
    };
}
