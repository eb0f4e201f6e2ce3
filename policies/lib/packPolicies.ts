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
import { Stack } from "../../model/resource";
import type { Resource } from "../../model/resource";
import { readConfiguration, settingsOf } from "./configuration";
import type { RuleConfiguration } from "./configuration";
import { docsPage } from "./defineRule";
import type { JudgeContext, ResourceRule, Rule, StackRule } from "./defineRule";
import { fromPolicyResource, fromValidationArgs } from "./plainResource";
import { answer, sender, surprise } from "./reports";
import type { PackSession } from "./session";
import type { Settings } from "./settings";
import { unusedExemptionsPolicy } from "./unusedExemptions";

/**
 * The rules as the SDK's server runs them.
 *
 * The server walks the list once per resource and decodes the resource's properties anew for every
 * policy it meets. So the list's iterator belongs to one analysis: the first rule met tells it the
 * resource's type, and rules that do not judge that type are left out of the rest of the walk. A
 * server that walks differently (by index, or once for all) meets every rule, and each checks the
 * type itself: slower, never wrong.
 */
export function packPolicies(rules: readonly Rule[], session: PackSession): Policies {
    const facts = new Map(rules.map((rule) => [rule, sdkFacts(rule)]));
    const bind = (rule: Rule, analysis: Analysis): Policies[number] => {
        const policy = facts.get(rule) ?? sdkFacts(rule);
        return rule.scope === "resource"
            ? resourcePolicy(rule, policy, analysis, session)
            : stackPolicy(rule, policy, analysis, session);
    };
    const list: Policies = rules.map((rule) => bind(rule, new Analysis(session)));
    list.push(unusedExemptionsPolicy(session));
    function* walk(): Generator<Policies[number]> {
        const analysis = new Analysis(session);
        for (const rule of rules) if (!analysis.leavesOut(rule)) yield bind(rule, analysis);
        yield unusedExemptionsPolicy(session);
    }
    return Object.defineProperty(list, Symbol.iterator, { value: walk });
}

/** What the rules of one walk share: the resource or the stack, converted once. */
class Analysis {
    private resource: Resource | undefined;
    private readonly askedBy = new Set<string>();
    private stack: Stack | undefined;

    constructor(private readonly session: PackSession) {}

    /** The resource under analysis. Another URN, or a rule that asks again, means another analysis. */
    openResource(rule: Rule, args: ResourceValidationArgs): Resource {
        if (this.resource?.urn !== args.urn || this.askedBy.has(rule.id)) {
            this.resource = fromValidationArgs(args);
            this.askedBy.clear();
            this.session.record(this.resource);
        }
        this.askedBy.add(rule.id);
        return this.resource;
    }

    openStack(rule: Rule, args: StackValidationArgs): Stack {
        if (this.stack === undefined || this.askedBy.has(rule.id)) {
            this.stack = new Stack(args.resources.map(fromPolicyResource));
            this.askedBy.clear();
        }
        this.askedBy.add(rule.id);
        return this.stack;
    }

    /** Once the subject is known: whether a rule has nothing to say. A rule is met once a run to read its exemptions. */
    leavesOut(rule: Rule): boolean {
        if (this.stack) return rule.scope === "resource" || !concerns(rule, this.stack);
        if (!this.resource) return false;
        if (rule.scope === "stack") return true;
        return !judges(rule, this.resource) && this.session.knowsExemptionsOf(rule);
    }
}

function judges(rule: Rule, resource: Resource): boolean {
    return rule.types === "any" || rule.types.includes(resource.type);
}

function concerns(rule: Rule, stack: Stack): boolean {
    return rule.types === "any" || stack.ofType(...rule.types).length > 0;
}

function resourcePolicy(
    rule: ResourceRule,
    facts: Policy,
    analysis: Analysis,
    session: PackSession,
): ResourceValidationPolicy {
    const validateResource = (args: ResourceValidationArgs, report: ReportViolation) => {
        const resource = analysis.openResource(rule, args);
        run(rule, args, session, report, resource, (to, context) => {
            if (judges(rule, resource)) answer(to, resource, rule.judge(resource, context));
        });
    };
    return { ...facts, validateResource };
}

function stackPolicy(
    rule: StackRule,
    facts: Policy,
    analysis: Analysis,
    session: PackSession,
): StackValidationPolicy {
    const validateStack = (args: StackValidationArgs, report: ReportViolation) => {
        const stack = analysis.openStack(rule, args);
        run(rule, args, session, report, undefined, (to, context) => {
            if (!concerns(rule, stack)) return;
            for (const { urn, verdict } of rule.judge(stack, context)) {
                answer(to, stack.get(urn) ?? nameless(urn), verdict);
            }
        });
    };
    return { ...facts, validateStack };
}

type Body = (to: Parameters<typeof answer>[0], context: JudgeContext<Settings>) => void;

/**
 * Everything a rule does with a subject, surprises included. `args.notApplicable` throws an error
 * that belongs to the SDK; it is not called in here, so nothing of the SDK's is caught.
 */
function run(
    rule: Rule,
    args: Pick<StackValidationArgs, "getConfig" | "stackTags">,
    session: PackSession,
    report: ReportViolation,
    resource: Resource | undefined,
    body: Body,
): void {
    const send = sender(report);
    const given = args.getConfig<Record<string, unknown>>();
    try {
        const configuration: RuleConfiguration = readConfiguration(settingsOf(rule), given);
        const exemptions = session.exemptionsOf(rule, configuration.exemptions);
        const context: JudgeContext<Settings> = {
            config: configuration,
            stackTags: args.stackTags,
            now: session.now,
            declarationOf: (urn) => session.declarationOf(urn),
        };
        body({ rule, configuration, exemptions, send }, context);
    } catch (error) {
        surprise(rule, resource, error, send);
    }
}

/** The subject of a judgement about something the stack does not hold. */
function nameless(urn: string) {
    const options = { protect: false, ignoreChanges: [], aliases: [], additionalSecretOutputs: [] };
    return { urn, name: urn.split("::").at(-1) ?? urn, token: "not in this stack", options };
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
