import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { describe, it } from "mocha";

import { controlIds } from "../../model/controls";
import { normaliseType } from "../../model/typeFamilies";
import { docsPage } from "../../policies/lib/defineRule";
import { renderRuleDocs } from "../../policies/lib/ruleDocs";
import { rules } from "../../policies/rules";

const root = path.join(__dirname, "..", "..");
const ruleFolder = path.join(root, "policies", "rules");

function filesBelow(folder: string): string[] {
    return fs.readdirSync(folder, { recursive: true, encoding: "utf8" });
}

const ruleFiles = filesBelow(ruleFolder).filter((file) => /\/[a-z0-9-]+\.ts$/.test(file));
const testFiles = filesBelow(__dirname).filter((file) => file.endsWith(".test.ts"));

function textOf(file: string): string {
    return fs.readFileSync(path.join(ruleFolder, file), "utf8");
}

describe("every rule", () => {
    it("is in the list, under the name of its file, in sorted order", () => {
        const ids = rules.map((rule) => rule.id);
        assert.deepEqual(ids, ruleFiles.map((file) => path.basename(file, ".ts")).sort());
        assert.deepEqual(ids, [...ids].sort());
    });

    it("has an id and a code of its own", () => {
        assert.equal(new Set(rules.map((rule) => rule.id)).size, rules.length);
        assert.equal(new Set(rules.map((rule) => rule.code)).size, rules.length);
        for (const { id, code } of rules) {
            assert.match(id, /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/);
            assert.match(code, /^[A-Z]\d\d$/, id);
            assert.notEqual(id, "all", "the SDK keeps that name for itself");
        }
    });

    it("names controls of the catalogue, each once", () => {
        for (const { id, controls } of rules) {
            for (const one of controls) assert.ok(controlIds.includes(one), `${id}: ${one}`);
            assert.equal(new Set(controls).size, controls.length, id);
        }
    });

    it("names normalised types, so that no token slips by", () => {
        for (const { id, types } of rules) {
            if (types === "any") continue;
            assert.ok(types.length > 0, id);
            for (const type of types) assert.equal(normaliseType(type), type, id);
        }
    });

    it("says what it stops, what it misses and what to change", () => {
        for (const rule of rules) {
            const { id, title, attack, blindSpot, remediation, examples } = rule;
            assert.doesNotMatch(title, /\.$/, id);
            for (const text of [attack, blindSpot]) assert.match(text, /^[A-Z].{20,}\.$/s, id);
            for (const text of [title, remediation.change, remediation.code]) {
                assert.ok(text.length >= 10, id);
            }
            assert.notEqual(examples.denied, examples.allowed, id);
        }
    });

    it("gives every setting a default it would accept itself", () => {
        for (const { id, settings } of rules) {
            for (const [name, setting] of Object.entries(settings)) {
                assert.ok(setting.accepts(setting.default), `${id}: ${name}`);
                assert.deepEqual(setting.schema.default, setting.default, `${id}: ${name}`);
            }
        }
    });

    it("has a test file with cases of all five kinds (the type of their runner demands them)", () => {
        for (const { id } of rules) {
            const file = testFiles.find((one) => path.basename(one) === `${id}.test.ts`);
            assert.ok(file !== undefined, `no test file ${id}.test.ts`);
            assert.match(
                fs.readFileSync(path.join(__dirname, file), "utf8"),
                /\b(testRule|describeRule|describeStackRule)\(/,
                id,
            );
        }
    });

    it("imports the model and the framework, and nothing of the components", () => {
        for (const file of ruleFiles) {
            for (const [, from] of textOf(file).matchAll(/from "([^"]+)"/g)) {
                assert.match(from ?? "", /^(\.\.\/\.\.\/(\.\.\/(model|attacks)|lib)\/|\.\/)/, file);
            }
        }
    });

    it("has a docs page equal to the generated one, and there is no page without a rule", () => {
        const pages = renderRuleDocs(rules);
        for (const [file, text] of pages) {
            const written = path.join(root, "docs", "rules", file);
            assert.ok(fs.existsSync(written), `docs/rules/${file} is missing: npm run docs`);
            assert.equal(
                fs.readFileSync(written, "utf8"),
                text,
                `docs/rules/${file}: npm run docs`,
            );
        }
        const there = fs.readdirSync(path.join(root, "docs", "rules"));
        assert.deepEqual(there.sort(), [...pages.keys()].sort());
        for (const rule of rules) assert.ok(pages.has(path.basename(docsPage(rule))));
    });
});
