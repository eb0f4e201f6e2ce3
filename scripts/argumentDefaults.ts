// The `@default` of arguments, read from the sources: the SDK's analyzer takes the sentences of a doc
// comment into the schema and drops its tags.
import fs from "node:fs";
import path from "node:path";
import ts from "typescript";

/** Default, as its doc comment words it, by "Interface.property". */
export type ArgumentDefaults = ReadonlyMap<string, string>;

/** The defaults of every property of every interface below a folder. */
export function argumentDefaults(folder: string): ArgumentDefaults {
    const files = fs
        .readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith("Args.ts") && !file.includes("node_modules"));
    return new Map(
        files.flatMap((file) => [...defaultsOf(fs.readFileSync(path.join(folder, file), "utf8"))]),
    );
}

/** The defaults in one TypeScript source. */
export function defaultsOf(source: string): ArgumentDefaults {
    const found = new Map<string, string>();
    const tree = ts.createSourceFile("args.ts", source, ts.ScriptTarget.Latest, true);
    for (const statement of tree.statements.filter(ts.isInterfaceDeclaration)) {
        for (const member of statement.members) {
            const tag = ts.getJSDocTags(member).find(({ tagName }) => tagName.text === "default");
            const text = ts.getTextOfJSDocComment(tag?.comment);
            if (member.name !== undefined && text !== undefined) {
                found.set(`${statement.name.text}.${member.name.getText(tree)}`, text);
            }
        }
    }
    return found;
}
