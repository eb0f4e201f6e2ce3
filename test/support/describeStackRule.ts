import assert from "node:assert/strict";
import { describe, it } from "mocha";

import type { PropertyTree } from "../../model/known";
import type { StackRule } from "../../policies/lib/defineRule";
import { nonEmpty, property, wire } from "./describeRule";
import { exemption, runRule, testRule, urnOf, type CaseResource, type RuleCase } from "./ruleCases";

/** A resource of a stack; others name it by `name`. */
export interface StackResource {
    readonly name: string;
    readonly type: string;
    /** Outputs; `UNKNOWN` stands for values that the engine does not know yet. */
    readonly props: PropertyTree;
    /** Inputs it was registered with, where they differ from the outputs. */
    readonly inputs?: PropertyTree;
    /** Name of the component it stands under. */
    readonly parent?: string;
    /** Top-level property -> names of the resources that its value comes from. */
    readonly propertyDependencies?: Readonly<Record<string, readonly string[]>>;
}

export interface StackCase {
    /** Completes the sentence "denies ...", "allows ..." and so on. */
    readonly name: string;
    readonly resources: readonly StackResource[];
    readonly config?: Readonly<Record<string, unknown>>;
    readonly stackTags?: Readonly<Record<string, string>>;
}

export interface DeniedStack extends StackCase {
    /** Properties with a finding on the resource called "one", in any order. */
    readonly findings: readonly string[];
    /** Set where the findings only warn. */
    readonly advisory?: true;
    /** Words a user must read. */
    readonly says?: string;
}

export interface UndecidableStack extends StackCase {
    /** Whether it may concern production, and therefore blocks. */
    readonly production: boolean;
}

export interface StackRuleCases {
    readonly denied: readonly [DeniedStack, ...DeniedStack[]];
    readonly allowed: readonly [StackCase, ...StackCase[]];
    readonly undecidable: readonly [UndecidableStack, ...UndecidableStack[]];
    /** Other tokens of the judged resource of the first denied case. */
    readonly tokens: readonly [string, ...string[]];
}

/** Name of the resource that the cases of a stack rule are about. */
export const judged = "one";

/** Tests a stack rule with its cases, an exemption of the first denied one and further tokens. */
export function describeStackRule(rule: StackRule, cases: StackRuleCases): void {
    const [first] = cases.denied;
    testRule(rule, {
        denied: nonEmpty(cases.denied, (one) => deniedCase(one.name, one)),
        allowed: nonEmpty(cases.allowed, (one) => ruleCase(one.name, one)),
        undecidable: nonEmpty(cases.undecidable, (one) => ({
            ...ruleCase(one.name, one),
            level: one.production ? rule.enforcement : "advisory",
        })),
        exempt: [
            {
                ...ruleCase(first.name, first),
                config: { ...first.config, exemptions: [exemption()] },
            },
        ],
        tokenVariant: nonEmpty(cases.tokens, (type) =>
            deniedCase(`${first.name}, as ${type}`, {
                ...first,
                resources: first.resources.map((one) =>
                    one.name === judged ? { ...one, type } : one,
                ),
            }),
        ),
    });
    // Beside the findings of a rule that blocks there may be advice, which is none of them.
    const isFinding = (one: DeniedStack, level?: string) =>
        one.advisory === true || rule.enforcement === "advisory" || level !== "advisory";
    describe(`findings of ${rule.id}`, () => {
        for (const one of cases.denied) {
            it(`name exactly the properties at fault: ${one.name}`, () => {
                const named = runRule(rule, ruleCase("", one))
                    .filter(
                        ({ urn, level }) => urn?.endsWith(`::${judged}`) && isFinding(one, level),
                    )
                    .map(({ message }) => property(message));
                assert.deepEqual(named.sort(), [...one.findings].sort());
            });
        }
    });
}

function deniedCase(title: string, one: DeniedStack): RuleCase {
    return {
        ...ruleCase(title, one),
        answers: one.findings.length,
        ...(one.advisory && { level: "advisory" }),
        ...(one.says !== undefined && { says: [one.says] }),
    };
}

function ruleCase(title: string, { resources, config, stackTags }: StackCase): RuleCase {
    const urn = (name: string): string => {
        const found = resources.find((one) => one.name === name);
        assert.ok(found, name);
        const above = resources.find((one) => one.name === found.parent);
        const type = above ? `${above.type}$${found.type}` : found.type;
        return urnOf({ type, name });
    };
    const registered = resources.map(
        ({ name, type, props, inputs, parent, propertyDependencies }) => {
            const shared: CaseResource = {
                type,
                name,
                urn: urn(name),
                props: wire(props),
                ...(parent !== undefined && { parent: urn(parent) }),
                propertyDependencies: Object.fromEntries(
                    Object.entries(propertyDependencies ?? {}).map(([key, names]) => [
                        key,
                        names.map(urn),
                    ]),
                ),
            };
            return { shared, inputs: wire(inputs ?? props) };
        },
    );
    return {
        title,
        resources: registered.map(({ shared }) => shared),
        seen: registered.map(({ shared, inputs }) => ({ ...shared, props: inputs })),
        ...(config && { config }),
        ...(stackTags && { stackTags }),
    };
}
