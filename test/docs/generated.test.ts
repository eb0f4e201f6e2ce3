import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { describe, it } from "mocha";
import { renderComponentDocs } from "../../scripts/componentDocs";
import { generatedFiles } from "../../scripts/docs";

const root = path.join(__dirname, "..", "..");

describe("generated documentation", () => {
    for (const [file, text] of generatedFiles(root)) {
        it(`${file} says what the code says (npm run docs)`, () => {
            assert.equal(fs.readFileSync(path.join(root, file), "utf8"), text);
        });
    }

    it("has a page for every component, and none for what is gone", () => {
        const pages = fs.readdirSync(path.join(root, "docs", "components")).sort();
        const expected = [...generatedFiles(root).keys()]
            .filter((file) => file.startsWith("docs/components/"))
            .map((file) => path.basename(file));
        assert.deepEqual(pages, expected.sort());
        assert.ok(pages.includes("HardenedVault.md"));
    });

    it("shows arguments, nested types, defaults and outputs of a component", () => {
        const [page] = renderComponentDocs({
            resources: {
                "p:index:C": {
                    description: "Keeps a | promise.",
                    inputProperties: {
                        a: { type: "string", description: "First.\n@default `x`" },
                        b: { items: { $ref: "#/types/p:index:T" } },
                    },
                    requiredInputs: ["b"],
                    properties: { out: { type: "string", description: "Result" } },
                },
            },
            types: { "p:index:T": { properties: { inner: { type: "number" } } } },
        }).values();
        assert.match(page ?? "", /^# C\n\n`p:index:C`\n\nKeeps a \| promise\./);
        assert.match(page ?? "", /\| `a` \| string \| First\. \*\*Default:\*\* `x` \|/);
        assert.match(page ?? "", /\| `b` \* \| T\[\] \|/);
        assert.match(page ?? "", /### T\n[^]*\| `inner` \| number \|/);
        assert.match(page ?? "", /## Outputs\n[^]*\| `out` \| string \| Result \|/);
    });
});
