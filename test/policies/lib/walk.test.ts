import assert from "node:assert/strict";
import type { Policies } from "@pulumi/policy";
import { describe, it } from "mocha";

import { allowed, denied } from "../../../model/finding";
import { known } from "../../../model/known";
import { defineStackRule } from "../../../policies/lib/defineRule";
import type { Rule, StackRule } from "../../../policies/lib/defineRule";
import { packPolicies } from "../../../policies/lib/packPolicies";
import { wholeNumber } from "../../../policies/lib/settings";
import { analyze, analyzeStack } from "../../support/policyServer";
import { policyResources, validationArgs } from "../../support/policyArgs";
import type { CaseResource, Shared } from "../../support/policyArgs";
import { newSession } from "../../support/ruleCases";
import { badIsDenied, sampleFacts, sampleRule, sampleStackRule } from "../../support/sampleRules";

const thing = (bad = false) => ({ type: "test:index:Thing", name: "one", props: { bad } });
const root = { type: "pulumi:pulumi:Stack", name: "gatehouse-dev", props: {} };
const otherType = { types: ["test:index:Other"] };
const broken = denied({ property: "bad", seen: known(true), wanted: "false" });

/** The pack after a run's first resource, with the names of the policies that the server meets from then on. */
async function begun(rules: readonly Rule[]) {
    const policies = packPolicies(rules, newSession());
    await analyze(policies, root);
    const met: string[] = [];
    const counted: Policies = Object.defineProperty([], Symbol.iterator, {
        *value() {
            for (const policy of policies) {
                met.push(policy.name);
                yield policy;
            }
        },
    });
    return { counted, met };
}

/** `count` rules, the first three of which judge a thing; how often they did. */
function many(count: number, rule: (id: string, types: object, judged: () => void) => Rule) {
    const asked = { times: 0 };
    const rules = Array.from({ length: count }, (_, index) =>
        rule(`rule-${index}`, index < 3 ? {} : otherType, () => asked.times++),
    );
    return { rules, asked };
}

describe("the walk of the SDK's server through the pack", () => {
    it("decodes a resource for the first rule and those that have something to say", async () => {
        const { rules, asked } = many(40, (id, types, judged) =>
            sampleRule((resource) => (judged(), badIsDenied(resource)), { id, ...types }),
        );
        const { counted, met } = await begun(rules);
        assert.deepEqual(await analyze(counted, thing()), []);
        assert.equal(asked.times, 3);
        // The policy about exemptions is the stack's, for which a resource is not decoded.
        assert.deepEqual(met.splice(0), ["rule-0", "exemptions-in-use"]);
        const said = await analyze(counted, thing(true));
        const three = ["rule-0", "rule-1", "rule-2"];
        assert.deepEqual(
            said.map(({ policy }) => policy),
            three,
        );
        assert.deepEqual(met, [...three, "exemptions-in-use"]);
        assert.equal(asked.times, 6, "a rule that spoke is not asked again");
    });

    it("decodes the stack for the first rule and those that have something to say", async () => {
        const { rules, asked } = many(40, (id, types, judged) => {
            const rule = sampleStackRule(id === "rule-2" ? broken : allowed, { id, ...types });
            const judge: StackRule["judge"] = (stack, context) => (
                judged(),
                rule.judge(stack, context)
            );
            return { ...rule, judge };
        });
        const { counted, met } = await begun([...rules, sampleRule(badIsDenied, { id: "single" })]);
        const said = await analyzeStack(counted, [root, thing(true)]);
        assert.deepEqual(
            said.map(({ policy, level }) => [policy, level]),
            [["rule-2", "mandatory"]],
        );
        // For a rule over one resource the server decodes no stack.
        assert.deepEqual(met, ["single", "rule-0", "rule-2"]);
        assert.equal(asked.times, 3);
    });

    it("tells of a rule that fails, though the server did not meet it", async () => {
        const failing = {
            ...sampleStackRule(allowed, { id: "failing" }),
            judge: () => assert.fail(),
        };
        const { counted } = await begun([sampleStackRule(allowed, { id: "first" }), failing]);
        const said = await analyzeStack(counted, [root, thing()]);
        assert.deepEqual(
            said.map(({ policy, level }) => [policy, level]),
            [["failing", "mandatory"]],
        );
    });
});

describe("a stack rule that the server does not meet", () => {
    const seen: number[] = [];
    const least = defineStackRule({
        ...sampleFacts,
        id: "least",
        types: ["test:index:Thing"],
        settings: { least: wholeNumber("Least number.", 2, 1, 6) },
        judge: (_stack, { config }) => (seen.push(config.least), []),
    });
    const rules = [sampleStackRule(allowed, { id: "first" }), sampleRule(badIsDenied), least];

    /** A run as the server walks it, with each policy's own configuration. */
    function run(settings: Readonly<Record<string, unknown>>): string[] {
        const policies = packPolicies(rules, newSession());
        const messages: string[] = [];
        const shared = (name: string): Shared => ({
            stackTags: new Map(),
            getConfig: (() => (name === "least" ? settings : {})) as Shared["getConfig"],
            notApplicable: () => assert.fail(),
        });
        const report = (message: unknown) => void messages.push(JSON.stringify(message));
        const all: CaseResource[] = [root, thing()];
        for (const one of all) {
            for (const policy of policies) {
                if (!("validateResource" in policy) || Array.isArray(policy.validateResource))
                    continue;
                void policy.validateResource?.(validationArgs(one, shared(policy.name)), report);
            }
        }
        for (const policy of policies) {
            if (!("validateStack" in policy)) continue;
            const resources = policyResources(all);
            void policy.validateStack({ ...shared(policy.name), resources }, report);
        }
        return messages;
    }

    it("judges by the settings that the user gave it", () => {
        seen.length = 0;
        assert.deepEqual(run({ least: 5 }), []);
        assert.deepEqual(seen, [5]);
    });

    it("names wrong settings once", () => {
        seen.length = 0;
        const messages = run({ least: 9 });
        assert.equal(messages.length, 1);
        assert.match(messages[0] ?? "", /least is 9, allowed is a whole number from 1 to 6/);
        assert.deepEqual(seen, []);
    });
});
