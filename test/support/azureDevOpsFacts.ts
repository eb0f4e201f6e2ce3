import facts from "./azureDevOpsFacts.json";

/** One property as the provider's schema has it. */
export interface PropertyFact {
    readonly name: string;
    readonly required: boolean;
    readonly replaces: boolean;
    /** `string`, `integer`, `boolean`, `map<string>`, a type's name; `[]` behind it for a list. */
    readonly type: string;
}

export interface Facts {
    readonly inputs: readonly PropertyFact[];
    /** What only comes out. */
    readonly outputs: readonly PropertyFact[];
}

function properties(text: string): PropertyFact[] {
    return text.split(" ").flatMap((one) => {
        const [, name = "", optional, replaces, type = ""] =
            /^(\w+)(\??)(!?):(.+)$/.exec(one) ?? [];
        return name === ""
            ? []
            : [{ name, required: optional === "", replaces: replaces === "!", type }];
    });
}

function parsed(lines: Readonly<Record<string, string>>): ReadonlyMap<string, Facts> {
    return new Map(
        Object.entries(lines).map(([name, line]) => {
            const [inputs = "", outputs = ""] = line.split("-> ");
            return [name, { inputs: properties(inputs), outputs: properties(outputs) }];
        }),
    );
}

/** Resources by class name, functions by name, types by name: what the provider's schema says. */
export const resourceFacts = parsed(facts.resources);
export const functionFacts = parsed(facts.functions);
export const typeFacts = parsed(facts.types);

export function names(of: readonly PropertyFact[]): string[] {
    return of.map(({ name }) => name).sort();
}
