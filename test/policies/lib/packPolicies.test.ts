import assert from "node:assert/strict";
import { describe, it } from "mocha";

import { allowed, denied, undecidable } from "../../../model/finding";
import { known, read, readText, UNKNOWN } from "../../../model/known";
import { defineRule } from "../../../policies/lib/defineRule";
import { sdkFacts } from "../../../policies/lib/packPolicies";
import { wholeNumber } from "../../../policies/lib/settings";
import { exemption, runRule, unknownValue } from "../../support/ruleCases";
import { badIsDenied, sampleFacts, sampleRule, sampleStackRule } from "../../support/sampleRules";

const thing = (props: Record<string, unknown>) => ({ type: "test:index:Thing", props });
const one = (props: Record<string, unknown>) => ({ resources: [thing(props)] });

describe("a rule run as a policy", () => {
    it("prints a finding over several lines, with all a reader needs", () => {
        const [answer] = runRule(sampleRule(badIsDenied), one({ bad: true }));
        assert.deepEqual(answer?.message.split("\n"), [
            "sample-rule (Z01, high): A sample keeps its promise",
            "  resource  one (test:index:Thing)",
            "  urn       urn:pulumi:dev::gatehouse::test:index:Thing::one",
            "  property  bad",
            "  seen      true",
            "  wanted    false",
            "  change    mend the sample",
            "  standard  NCSC Secure the build and deployment pipeline, ncsc:1: Use a pipeline you trust",
            "  docs      docs/rules/sample-rule.md",
        ]);
        assert.equal(answer.urn, "urn:pulumi:dev::gatehouse::test:index:Thing::one");
    });

    it("keeps a violation and says why, when an exemption has expired", () => {
        const expired = exemption({ approvedOn: "2026-01-01", expires: "2026-01-20" });
        const config = { exemptions: [expired] };
        const [answer] = runRule(sampleRule(badIsDenied), { ...one({ bad: true }), config });
        assert.equal(answer?.level, "mandatory");
        assert.match(
            answer.message,
            / {2}notice {4}exemption SEC-42 not applied: it expired on 2026-01-20$/,
        );
    });

    it("judges each resource by itself: an unknown value of one hides nothing of another", () => {
        const resources = [
            { ...thing({ bad: unknownValue }), name: "first" },
            { ...thing({ bad: true }), name: "second" },
        ];
        const levels = runRule(sampleRule(badIsDenied), { resources }).map(({ level }) => level);
        assert.deepEqual(levels, ["advisory", "mandatory"]);
    });

    it("hides an unknown value nowhere: in lists, in objects, at the top", () => {
        const seen: unknown[] = [];
        const rule = sampleRule(({ props }) => {
            seen.push(read(props, "list"), read(props, "object.deep"), read(props, "top"));
            return allowed;
        });
        const props = {
            list: ["a", unknownValue],
            object: { deep: unknownValue },
            top: unknownValue,
        };
        assert.deepEqual(runRule(rule, one(props)), []);
        assert.deepEqual(seen, [known(["a", UNKNOWN]), { state: "unknown" }, { state: "unknown" }]);
    });

    it("stays silent about unknown values when it is told to, and blocks when it is told to", () => {
        const answers = (onUnknown: string) =>
            runRule(sampleRule(badIsDenied), {
                ...one({ bad: unknownValue }),
                config: { onUnknown },
            });
        assert.deepEqual(answers("ignore"), []);
        assert.deepEqual(
            answers("block").map(({ level }) => level),
            ["mandatory"],
        );
    });

    it("does not show values the program declared secret", () => {
        const rule = sampleRule(() =>
            denied({ property: "value", seen: known("hunter2"), wanted: "another" }),
        );
        const opts = { additionalSecretOutputs: ["value"] };
        const [answer] = runRule(rule, { resources: [{ ...thing({ value: "hunter2" }), opts }] });
        assert.ok(answer && !answer.message.includes("hunter2"));
    });
});

describe("a rule that fails", () => {
    const secret = "hunter2-of-the-estate";
    const failing = sampleRule(
        () => {
            throw new Error(`cannot parse ${secret}\n    at ${secret} (file.ts:1:1)`);
        },
        { enforcement: "advisory" },
    );

    it("is a mandatory finding that names the rule, whatever its level", () => {
        const [answer] = runRule(failing, one({}));
        assert.equal(answer?.level, "mandatory");
        assert.match(answer.message, /^rule sample-rule could not run\n {2}resource {2}one /);
    });

    it("tells the kind and place of the error, not its text, which may hold values", () => {
        const [answer] = runRule(failing, one({}));
        assert.ok(answer && !answer.message.includes(secret));
        assert.match(answer.message, /cause {5}Error at [\w.-]+:\d+/);
    });

    it("tells which property had the wrong kind of value", () => {
        const rule = sampleRule(({ props }) => {
            readText(props, "owner");
            return allowed;
        });
        const [answer] = runRule(rule, one({ owner: { password: secret } }));
        assert.match(answer?.message ?? "", /TypeError at known\.ts:\d+, expected text at owner/);
        assert.ok(!answer?.message.includes(secret));
    });

    it("does not pass what something else than an error was thrown at", () => {
        const rule = sampleRule(() => {
            // eslint-disable-next-line @typescript-eslint/only-throw-error -- that is the case
            throw secret;
        });
        const [answer] = runRule(rule, one({}));
        assert.match(answer?.message ?? "", /cause {5}a thrown string/);
    });

    it("names every wrong setting, and refuses the change", () => {
        const rule = defineRule({
            ...sampleFacts,
            settings: { least: wholeNumber("Least number.", 2, 1, 6) },
            judge: () => allowed,
        });
        const config = { least: 9, exemptions: "none", lesat: 3 };
        const [answer] = runRule(rule, { ...one({}), config });
        assert.equal(answer?.level, "mandatory");
        for (const part of [
            "least is 9, allowed is a whole number from 1 to 6",
            'exemptions is "none", allowed is a list of objects',
            "lesat is no setting, allowed are least, exemptions, onUnknown",
        ]) {
            assert.ok(answer.message.includes(part), answer.message);
        }
    });
});

describe("a stack rule run as a policy", () => {
    it("blocks an undecidable answer for production and warns else", () => {
        const level = (production: boolean) =>
            runRule(sampleStackRule(undecidable(["id"], production)), one({}))[0]?.level;
        assert.equal(level(true), "mandatory");
        assert.equal(level(false), "advisory");
    });

    it("lets an exemption accept a blocking undecidable answer", () => {
        const rule = sampleStackRule(undecidable(["id"], true));
        const config = { exemptions: [exemption({ finding: "undecidable" })] };
        const [answer] = runRule(rule, { ...one({}), config });
        assert.equal(answer?.level, "advisory");
        assert.match(answer.message, /^exempt from sample-rule/);
    });

    it("is not asked about a stack without its types", () => {
        const resources = [{ type: "test:index:Other", props: {} }];
        const rule = sampleStackRule(allowed, { types: ["test:index:Missing"] });
        assert.deepEqual(runRule({ ...rule, judge: () => assert.fail() }, { resources }), []);
    });

    it("that fails is a mandatory finding about the stack", () => {
        const rule = { ...sampleStackRule(allowed), judge: () => assert.fail("secret") };
        const [answer] = runRule(rule, one({}));
        assert.equal(answer?.level, "mandatory");
        assert.equal(answer.urn, undefined);
        assert.ok(!answer.message.includes("secret"));
    });

    it("sees parents and where values come from", () => {
        const [source, target] = ["source", "target"].map((name) => ({ ...thing({}), name }));
        assert.ok(source && target);
        const urn = "urn:pulumi:dev::gatehouse::test:index:Thing::source";
        const rule = sampleStackRule(allowed);
        const seen: unknown[] = [];
        const judge = (...[stack]: Parameters<typeof rule.judge>) => {
            const made = stack.resources[1] ?? assert.fail();
            seen.push(made.parent, stack.sourcesOf(made, "link", "test:index:Thing")[0]?.name);
            return [];
        };
        const linked = { ...target, parent: urn, propertyDependencies: { link: [urn] } };
        runRule({ ...rule, judge }, { resources: [source, linked] });
        assert.deepEqual(seen, [urn, "source"]);
    });
});

describe("the SDK's metadata of a rule", () => {
    it("carries title, attack, severity, level, standard, codes, the change and the page", () => {
        const { configSchema, framework, ...facts } = sdkFacts(sampleRule(badIsDenied));
        assert.deepEqual(facts, {
            name: "sample-rule",
            displayName: "A sample keeps its promise",
            description: "Somebody breaks the sample.",
            enforcementLevel: "mandatory",
            severity: "high",
            tags: ["Z01", "ncsc:1"],
            remediationSteps: "mend the sample",
            url: "docs/rules/sample-rule.md",
        });
        assert.equal(framework?.name, "NCSC Secure the build and deployment pipeline");
        assert.deepEqual(Object.keys(configSchema?.properties ?? {}), ["exemptions", "onUnknown"]);
    });
});
