import assert from "node:assert/strict";
import { describe, it } from "mocha";

import { isList, isTree, UNKNOWN, type PropertyTree, type PropertyValue } from "../../model/known";
import type { ResourceRule } from "../../policies/lib/defineRule";
import { exemption, runRule, testRule, unknownValue, urnOf, type RuleCase } from "./ruleCases";

/** A resource and what a rule is expected to say of it. */
export interface ResourceCase {
    /** Completes the sentence "denies ...", "allows ..." and so on. */
    readonly name: string;
    readonly type: string;
    /** `UNKNOWN` stands for values that the engine does not know yet. */
    readonly props: PropertyTree;
    readonly config?: Readonly<Record<string, unknown>>;
    readonly stackTags?: Readonly<Record<string, string>>;
    /** The component the resource stands under; without props nobody has seen its inputs. */
    readonly parent?: { readonly type: string; readonly props: PropertyTree | undefined };
}

/** A case but for its name. */
export type Judged = Omit<ResourceCase, "name">;

export interface DeniedResource extends ResourceCase {
    /** Properties with a finding, in any order; a property with two findings stands here twice. */
    readonly findings: readonly string[];
    /** Set where the findings only warn. */
    readonly advisory?: true;
    /** Parts that must not appear, such as a secret. */
    readonly hides?: readonly string[];
}

export interface ResourceRuleCases {
    readonly denied: readonly [DeniedResource, ...DeniedResource[]];
    readonly allowed: readonly [ResourceCase, ...ResourceCase[]];
    readonly undecidable: readonly [ResourceCase, ...ResourceCase[]];
    /** Other tokens of the first denied case's type; the same properties are denied under them. */
    readonly tokens: readonly [string, ...string[]];
}

/** Tests a rule with its cases, an exemption of the first denied one and further tokens. */
export function describeRule(rule: ResourceRule, cases: ResourceRuleCases): void {
    const [first] = cases.denied;
    testRule(rule, {
        denied: nonEmpty(cases.denied, (one) => deniedCase(one.name, one)),
        allowed: nonEmpty(cases.allowed, (one) => ruleCase(one.name, one)),
        undecidable: nonEmpty(cases.undecidable, (one) => ruleCase(one.name, one)),
        exempt: [
            {
                ...ruleCase(first.name, first),
                config: { ...first.config, exemptions: [exemption()] },
            },
        ],
        tokenVariant: nonEmpty(cases.tokens, (type) =>
            deniedCase(`${first.name}, as ${type}`, { ...first, type }),
        ),
    });
    describe(`findings of ${rule.id}`, () => {
        for (const one of cases.denied) {
            it(`name exactly the properties at fault: ${one.name}`, () => {
                const named = runRule(rule, ruleCase("", one)).map(({ message }) =>
                    property(message),
                );
                assert.deepEqual(named.sort(), [...one.findings].sort());
            });
        }
    });
}

/** The property that a finding's text names. */
export function property(message: string): string {
    return /^ {2}property +(.*)$/m.exec(message)?.[1] ?? message;
}

export function nonEmpty<T, U>(
    [first, ...rest]: readonly [T, ...T[]],
    change: (one: T) => U,
): [U, ...U[]] {
    return [change(first), ...rest.map(change)];
}

/** Properties as the engine sends them. */
export function wire(tree: PropertyTree): Record<string, unknown> {
    return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, wireValue(value)]));
}

function wireValue(value: PropertyValue): unknown {
    if (value === UNKNOWN) return unknownValue;
    if (isList(value)) return value.map(wireValue);
    return isTree(value) ? wire(value) : value;
}

function deniedCase(title: string, one: DeniedResource): RuleCase {
    return {
        ...ruleCase(title, one),
        answers: one.findings.length,
        ...(one.advisory && { level: "advisory" }),
        ...(one.hides && { hides: one.hides }),
    };
}

function ruleCase(title: string, one: ResourceCase): RuleCase {
    const { type, props, config, stackTags, parent } = one;
    const above = parent && { type: parent.type, name: "parent" };
    return {
        title,
        resources: [{ type, props: wire(props), ...(above && { parent: urnOf(above) }) }],
        ...(above && parent.props && { seen: [{ ...above, props: wire(parent.props) }] }),
        ...(config && { config }),
        ...(stackTags && { stackTags }),
    };
}
