import assert from "node:assert/strict";
import type { EnforcementLevel } from "@pulumi/policy";
import { describe, it } from "mocha";

import { settingsOf } from "../../policies/lib/configuration";
import type { Rule } from "../../policies/lib/defineRule";
import { packPolicies } from "../../policies/lib/packPolicies";
import { fromValidationArgs } from "../../policies/lib/plainResource";
import { PackSession } from "../../policies/lib/session";
import { collector, policyResources, validationArgs } from "./policyArgs";
import type { Answer, CaseResource, Shared } from "./policyArgs";

export { urnOf } from "./policyArgs";
export type { Answer, CaseResource } from "./policyArgs";

/** The SDK's mark for text that is not known in a preview. */
export const unknownValue = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** The day on which every case runs. */
export const today = new Date("2026-03-01T12:00:00Z");

/** What one case gives a rule. */
export interface CaseInput {
    /** Resources judged one by one by a resource rule; every resource of the stack for a stack rule. */
    readonly resources: readonly CaseResource[];
    /** Registered before and not judged here: parent components, inputs that outputs drop. */
    readonly seen?: readonly CaseResource[];
    /** The user's configuration of the rule; defaults are filled in. */
    readonly config?: Readonly<Record<string, unknown>>;
    readonly stackTags?: Readonly<Record<string, string>>;
}

export const caseKinds = ["denied", "allowed", "undecidable", "exempt", "tokenVariant"] as const;
export type CaseKind = (typeof caseKinds)[number];

export interface RuleCase extends CaseInput {
    /** Completes the sentence "denies ...", "allows ..." and so on. */
    readonly title: string;
    /** Parts of the text a user must read; not for allowed. */
    readonly says?: readonly string[];
    /** Parts that must not appear, such as a secret. */
    readonly hides?: readonly string[];
    /** Number of answers; 1 when not given. */
    readonly answers?: number;
    /** Level of the answers when it is not the kind's own: a blocking undecidable, say. */
    readonly level?: EnforcementLevel;
}

export type RuleCases = Readonly<Record<CaseKind, readonly [RuleCase, ...RuleCase[]]>>;

const verbs: Readonly<Record<CaseKind, string>> = {
    denied: "denies",
    allowed: "allows",
    undecidable: "cannot decide on",
    exempt: "exempts",
    tokenVariant: "denies under another token",
};

/** Declares a mocha test for every case of a rule. */
export function testRule(rule: Rule, cases: RuleCases): void {
    describe(`rule ${rule.id}`, () => {
        for (const kind of caseKinds) {
            for (const one of cases[kind]) {
                it(`${verbs[kind]} ${one.title}`, () => check(rule, kind, one));
            }
        }
    });
}

function check(rule: Rule, kind: CaseKind, one: RuleCase): void {
    const answers = runRule(rule, one);
    if (kind === "allowed") {
        assert.deepEqual(answers, []);
        return;
    }
    const advice = kind === "undecidable" || kind === "exempt";
    const level = one.level ?? (advice ? "advisory" : rule.enforcement);
    const text = answers.map((answer) => answer.message).join("\n");
    assert.equal(answers.length, one.answers ?? 1, text);
    for (const answer of answers) assert.equal(answer.level, level, answer.message);
    for (const part of [opening(rule, kind), ...(one.says ?? [])]) {
        assert.ok(text.includes(part), `"${part}" is not in:\n${text}`);
    }
    for (const part of one.hides ?? [])
        assert.ok(!text.includes(part), `"${part}" is in:\n${text}`);
}

function opening(rule: Rule, kind: CaseKind): string {
    const heading = `${rule.id} (${rule.code}, ${rule.severity}): ${rule.title}`;
    if (kind === "undecidable") return `undecidable: ${heading}`;
    return kind === "exempt" ? `exempt from ${heading}` : heading;
}

/** Runs one rule's SDK policy on a case, through the SDK's own proxies. */
export function runRule(rule: Rule, input: CaseInput, session = newSession()): Answer[] {
    const answers: Answer[] = [];
    const shared = sharedArgs(rule, input);
    for (const resource of input.seen ?? []) {
        session.record(fromValidationArgs(validationArgs(resource, shared)));
    }
    const level = rule.enforcement;
    const report = collector({ description: rule.attack, enforcementLevel: level }, answers);
    const policy = packPolicies([rule], session)[0];
    assert.ok(policy !== undefined);
    if ("validateStack" in policy) {
        void policy.validateStack(
            { ...shared, resources: policyResources(input.resources) },
            report,
        );
        return answers;
    }
    const { validateResource } = policy;
    assert.ok(typeof validateResource === "function");
    for (const one of input.resources) void validateResource(validationArgs(one, shared), report);
    return answers;
}

/** The engine fills the defaults of the configuration's schema in, the SDK does not. */
function sharedArgs(rule: Rule, input: CaseInput): Shared {
    const defaults = Object.entries(settingsOf(rule)).map(
        ([name, setting]) => [name, setting.default] as const,
    );
    const config = { ...Object.fromEntries(defaults), ...input.config };
    return {
        stackTags: new Map(Object.entries(input.stackTags ?? {})),
        getConfig: (() => structuredClone(config)) as Shared["getConfig"],
        notApplicable: (reason?: string): never => {
            throw new Error(reason ?? "not applicable");
        },
    };
}

export function newSession(now: Date = today): PackSession {
    return new PackSession(() => now);
}

/** An exemption in force on the day of the cases, for the resource name cases have by default. */
export function exemption(changes: Readonly<Record<string, unknown>> = {}) {
    return {
        resource: "one",
        reason: "migration until the old stack is gone",
        approver: "grace",
        ticket: "SEC-42",
        approvedOn: "2026-02-27",
        expires: "2026-03-05",
        ...changes,
    };
}
