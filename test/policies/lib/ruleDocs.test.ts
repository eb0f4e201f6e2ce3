import assert from "node:assert/strict";
import { describe, it } from "mocha";

import { defineRule } from "../../../policies/lib/defineRule";
import { renderRuleDocs } from "../../../policies/lib/ruleDocs";
import { choice, flag, pattern, texts, wholeNumber } from "../../../policies/lib/settings";
import { allowed } from "../../../model/finding";
import { sampleFacts } from "../../support/sampleRules";

const rule = defineRule({
    ...sampleFacts,
    settings: { least: wholeNumber("Least number of a|b.", 2, 1, 6) },
    judge: () => allowed,
});

describe("the rules' documentation", () => {
    const pages = renderRuleDocs([rule, { ...rule, id: "another-rule", code: "A09" }]);

    it("is one page a rule and an index", () => {
        assert.deepEqual([...pages.keys()], ["README.md", "sample-rule.md", "another-rule.md"]);
    });

    it("says on a page what the metadata says, settings and their defaults included", () => {
        const page = pages.get("sample-rule.md") ?? "";
        for (const part of [
            "# sample-rule\n\nA sample keeps its promise.\n",
            "| Longest exemption | 30 days |",
            "Somebody breaks the sample.",
            "Everything else is out of its sight.",
            "Mend the sample.\n\n```ts\nmended: true\n```",
            "| ncsc:1 | Use a pipeline you trust |",
            "| `least` | Least number of a\\|b. | a whole number from 1 to 6 | `2` |",
            "| `exemptions` |",
            "| `onUnknown` |",
        ]) {
            assert.ok(page.includes(part), `"${part}" is not in:\n${page}`);
        }
    });

    it("lists rules by code, and under each control the rules that enforce it", () => {
        const index = pages.get("README.md") ?? "";
        assert.ok(index.indexOf("| A09 |") < index.indexOf("| Z01 |"));
        assert.match(index, /\| ncsc:1 \|.*another-rule.*sample-rule/);
        assert.ok(!index.includes("| ncsc:2 |"), "a control nobody enforces is not listed");
    });
});

describe("a setting", () => {
    const settings = [
        { setting: wholeNumber("n", 2, 1, 6), good: [1, 6], bad: [0, 7, 2.5, "2", null] },
        { setting: flag("f", true), good: [true, false], bad: ["true", 1] },
        { setting: texts("t", []), good: [[], ["a"]], bad: ["a", [1]] },
        { setting: pattern("p", "prod"), good: ["^a$"], bad: ["(", 1] },
        { setting: choice("c", "a", ["a", "b"]), good: ["a", "b"], bad: ["c", 1] },
    ];
    for (const { setting, good, bad } of settings) {
        it(`that allows ${setting.allowed} refuses everything else`, () => {
            for (const value of good) assert.ok(setting.accepts(value), String(value));
            for (const value of bad) assert.ok(!setting.accepts(value), String(value));
            assert.ok(setting.accepts(setting.default));
        });
    }
});
