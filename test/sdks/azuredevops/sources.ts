import * as fs from "node:fs";
import * as path from "node:path";
import * as ts from "typescript";
import type { PropertyFact } from "../../support/azureDevOpsFacts";

const folder = path.join(__dirname, "../../../sdks/azuredevops");

/** A property as a source file declares it. */
export interface Declared {
    readonly name: string;
    readonly optional: boolean;
    readonly type: string;
    readonly documented: boolean;
}

export function declarations(file: string): ts.Statement[] {
    const text = fs.readFileSync(path.join(folder, `${file}.ts`), "utf8");
    return [...ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true).statements];
}

/** Properties of an interface; of an alias, those of what it stands for. */
export function interfaceOf(file: string, name: string): Declared[] {
    for (const statement of declarations(file)) {
        if (ts.isInterfaceDeclaration(statement) && statement.name.text === name) {
            return statement.members.filter((one) => ts.isPropertySignature(one)).map(declared);
        }
        if (ts.isTypeAliasDeclaration(statement) && statement.name.text === name) {
            return interfaceOf(file, statement.type.getText());
        }
    }
    return [];
}

function declared(one: ts.PropertySignature): Declared {
    return {
        name: one.name.getText(),
        optional: one.questionToken !== undefined,
        type: (one.type?.getText() ?? "").replaceAll(/\s+/g, " ").replaceAll(/(?<=<) | (?=>)/g, ""),
        documented: ts.getJSDocCommentsAndTags(one).length > 0,
    };
}

/** How a fact's type is written: as an argument, or as a value that is known. */
export function written(type: string, as: "input" | "plain", namespace: string): string {
    const input = as === "input";
    const wrap = (inner: string) => (input ? `pulumi.Input<${inner}>` : inner);
    if (type.endsWith("[]")) {
        const inner = written(type.slice(0, -2), as, namespace);
        return wrap(`${inner}[]`);
    }
    if (type.startsWith("map<")) {
        return wrap(`Record<string, ${written(type.slice(4, -1), as, namespace)}>`);
    }
    const plain: Readonly<Record<string, string>> = {
        boolean: "boolean",
        integer: "number",
        string: "string",
    };
    const own = `${namespace}${type.charAt(0).toUpperCase()}${type.slice(1)}`;
    return wrap(plain[type] ?? own);
}

export function expected(
    facts: readonly PropertyFact[],
    as: "input" | "plain",
    namespace = "",
): Omit<Declared, "documented">[] {
    return facts.map(({ name, required, type }) => ({
        name,
        optional: !required,
        type: written(type, as, namespace),
    }));
}

/** The same without whether it is documented, sorted by name. */
export function bare(declarations: readonly Declared[]): Omit<Declared, "documented">[] {
    return declarations
        .map(({ name, optional, type }) => ({ name, optional, type }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
}
