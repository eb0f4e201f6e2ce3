import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { describe, it } from "mocha";
import ts from "typescript";

const root = path.join(__dirname, "..", "..");
const schema = JSON.parse(
    fs.readFileSync(path.join(root, "components", "schema.json"), "utf8"),
) as { resources: Record<string, { description?: string }> };

/** The items of the list that follows "Guaranteed…:" in a doc comment, in plain text. */
export function promisesOf(description: string): string[] {
    const found: string[] = [];
    let guaranteed = false;
    for (const line of description.split("\n")) {
        if (line.startsWith("Guaranteed")) guaranteed = true;
        if (!guaranteed) continue;
        if (line.startsWith("- ")) found.push(line.slice(2));
        else if (/^\s+\S/.test(line) && found.length > 0)
            found.push(`${found.pop() ?? ""} ${line.trim()}`);
        else if (line.trim() === "" && found.length > 0) guaranteed = false;
    }
    return found.map((text) => text.trim().replace(/[;.]$/, ""));
}

/** Every title of a test of components, or of the whole estates, whose parts lie in further files. */
function titles(): Set<string> {
    const found = new Set<string>();
    const filesIn = (folder: string, ending: string) =>
        fs
            .readdirSync(path.join(root, "test", folder), { recursive: true, encoding: "utf8" })
            .filter((file) => file.endsWith(ending))
            .map((file) => path.join(root, "test", folder, file));
    for (const file of [...filesIn("components", ".test.ts"), ...filesIn("integration", ".ts")]) {
        const text = fs.readFileSync(file, "utf8");
        const visit = (node: ts.Node): void => {
            if (ts.isCallExpression(node) && node.expression.getText(source) === "it") {
                const [title] = node.arguments;
                if (title && ts.isStringLiteralLike(title)) found.add(title.text);
            }
            ts.forEachChild(node, visit);
        };
        const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, false);
        visit(source);
    }
    return found;
}

describe("promises: what a doc comment guarantees, a test shows in the same words", () => {
    const tested = titles();

    for (const [token, { description = "" }] of Object.entries(schema.resources)) {
        const component = token.split(":")[2] ?? "";
        it(`${component} promises something, and every promise has its test`, () => {
            const promises = promisesOf(description);
            assert.ok(promises.length > 0, `no list after "Guaranteed" in ${component}`);
            assert.deepEqual(
                promises.filter((promise) => !tested.has(promise)),
                [],
            );
        });
    }

    it("reads a list as people do", () => {
        const text =
            "A thing.\n\nGuaranteed unless told:\n- one;\n- two\n  lines.\n\nNot covered:\n- x";
        assert.deepEqual(promisesOf(text), ["one", "two lines"]);
    });
});
