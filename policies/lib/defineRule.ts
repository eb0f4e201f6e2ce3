import type { EnforcementLevel } from "@pulumi/policy";

import type { ControlId } from "../../model/controls";
import type { Confidence, Judgement, Severity, Verdict } from "../../model/finding";
import type { Resource, Stack } from "../../model/resource";
import type { Configured, Settings } from "./settings";

/** What a rule is, as data: the SDK's metadata, the docs page and the control matrix come from it. */
export interface RuleFacts<S extends Settings> {
    /** Kebab case, the desired truth, the name of the rule's file. Never reused. */
    readonly id: string;
    /** Short code of the catalogue, "A01". */
    readonly code: string;
    /** One sentence that is true when the rule is kept. */
    readonly title: string;
    /** The attack the rule stops, in two or three sentences. */
    readonly attack: string;
    /** What the rule does not see. */
    readonly blindSpot: string;
    readonly severity: Severity;
    /** Level when the user's configuration says nothing. */
    readonly enforcement: EnforcementLevel;
    readonly confidence: Confidence;
    readonly remediation: {
        /** The change to make, in the words of the user's own arguments. */
        readonly change: string;
        /** The same as code. */
        readonly code: string;
    };
    /** Ids of the control catalogue, the most telling one first: findings name that one. */
    readonly controls: readonly [ControlId, ...ControlId[]];
    readonly tags: readonly string[];
    /**
     * Normalised types the rule judges, or "any". A stack rule runs when one of them is in the stack.
     */
    readonly types: readonly string[] | "any";
    /** The rule's own settings. `exemptions` and `onUnknown` are every rule's. */
    readonly settings: S;
    /** One program text that is denied and one that is allowed, for the docs page. */
    readonly examples: { readonly denied: string; readonly allowed: string };
}

/** What a judge may look at besides the resource. */
export interface JudgeContext<S extends Settings> {
    /** The rule's settings as the user has them. */
    readonly config: Configured<S>;
    readonly stackTags: ReadonlyMap<string, string>;
    /** The pack's one clock. */
    readonly now: Date;
    /**
     * The inputs a resource was registered with in this run: a parent component's declaration in a resource
     * rule, or what outputs drop (names of parents, links) in a stack rule. Undefined when the resource
     * was not seen.
     */
    declarationOf(urn: string | undefined): Resource | undefined;
}

export interface ResourceRuleDefinition<S extends Settings> extends RuleFacts<S> {
    /** Called for each resource of `types`, with its inputs, before it is created or changed. */
    judge(resource: Resource, context: JudgeContext<S>): Verdict;
}

export interface StackRuleDefinition<S extends Settings> extends RuleFacts<S> {
    /** Called once, with every resource of the stack. Resources without a judgement are allowed. */
    judge(stack: Stack, context: JudgeContext<S>): readonly Judgement[];
}

/**
 * A rule with its settings' types forgotten, so that rules fit in one list. Only the framework calls
 * `judge`, with settings it has read by the rule's own schema.
 */
export interface ResourceRule extends RuleFacts<Settings> {
    readonly scope: "resource";
    judge(resource: Resource, context: JudgeContext<Settings>): Verdict;
}

export interface StackRule extends RuleFacts<Settings> {
    readonly scope: "stack";
    judge(stack: Stack, context: JudgeContext<Settings>): readonly Judgement[];
}

export type Rule = ResourceRule | StackRule;

/** A rule over one resource. Runs in preview and again before each change: prefer it where one resource is enough. */
export function defineRule<const S extends Settings>(
    definition: ResourceRuleDefinition<S>,
): ResourceRule {
    return { ...definition, scope: "resource" };
}

/** A rule over the whole stack. In `up` it runs after the changes, so it must decide in preview. */
export function defineStackRule<const S extends Settings>(
    definition: StackRuleDefinition<S>,
): StackRule {
    return { ...definition, scope: "stack" };
}

/** Path of the rule's page, relative to the repository's root. */
export function docsPage(rule: { readonly id: string }): string {
    return `docs/rules/${rule.id}.md`;
}
