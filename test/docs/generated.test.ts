import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { describe, it } from "mocha";
import { defaultsOf } from "../../scripts/argumentDefaults";
import { renderComponentDocs, type PackageSchema } from "../../scripts/componentDocs";
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

    it("says of every argument whether it is required or what it is by default", () => {
        for (const [file, text] of generatedFiles(root)) {
            if (!file.startsWith("docs/components/")) continue;
            const [inputs = ""] = text.split("\n## Outputs\n");
            const rows = inputs.split("\n").filter((line) => line.startsWith("| `"));
            assert.ok(rows.length > 0, file);
            for (const row of rows) assert.match(row, /^\| `\w+` \* \||\*\*Default:\*\* \S/, file);
        }
    });

    it("shows arguments, nested types, defaults and outputs of a component", () => {
        const source = `
            export interface CArgs {
                /**
                 * First.
                 * @default "x" | "y",
                 *   whichever \`fits\`
                 */
                a?: string;
                /** @deprecated Second. */
                b: T[];
            }
            interface T {
                /** @default 3 */
                inner?: number;
            }
            interface D {
                /** @default 4 */
                a?: number;
            }`;
        const schema: PackageSchema = {
            resources: {
                "p:index:C": {
                    description: "Keeps a | promise.",
                    inputProperties: {
                        a: { type: "string", description: "First." },
                        b: { items: { $ref: "#/types/p:index:T" } },
                    },
                    requiredInputs: ["b"],
                    properties: { out: { type: "string", description: "Result" } },
                },
            },
            types: { "p:index:T": { properties: { inner: { type: "number" } } } },
        };
        const [page = ""] = renderComponentDocs(
            schema,
            defaultsOf(source),
            () => "new C();\n",
        ).values();
        assert.match(page, /^# C\n\n`p:index:C`\n\nKeeps a \| promise\./);
        assert.ok(page.includes("## Example\n\n```ts\nnew C();\n```\n\n## Arguments"), page);
        assert.ok(
            page.includes('| `a` | string | First. **Default:** "x" \\| "y", whichever `fits` |'),
            page,
        );
        assert.match(page, /\| `b` \* \| T\[\] \| {2}\|/);
        assert.match(page, /### T\n[^]*\| `inner` \| number \| \*\*Default:\*\* 3 \|/);
        assert.match(page, /## Outputs\n[^]*\| `out` \| string \| Result \|/);
    });
});
