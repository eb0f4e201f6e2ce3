// One page per component, from the schema that the SDK's analyzer makes of the classes: what users of
// every language see is what the page says. Only defaults come from the sources, see argumentDefaults.ts.
import type { ArgumentDefaults } from "./argumentDefaults";

interface Property {
    readonly description?: string;
    readonly type?: string;
    readonly $ref?: string;
    readonly items?: Property;
    readonly additionalProperties?: Property;
    readonly plain?: boolean;
}

interface ObjectType {
    readonly description?: string;
    readonly properties?: Readonly<Record<string, Property>>;
    readonly required?: readonly string[];
}

interface Component extends ObjectType {
    readonly inputProperties?: Readonly<Record<string, Property>>;
    readonly requiredInputs?: readonly string[];
}

/** The parts of a Pulumi package schema that the pages show. */
export interface PackageSchema {
    readonly resources: Readonly<Record<string, Component>>;
    readonly types?: Readonly<Record<string, ObjectType>>;
}

const lastPart = (token: string): string => token.slice(token.lastIndexOf(":") + 1);

function typeText(property: Property): string {
    if (property.$ref !== undefined) return lastPart(property.$ref);
    if (property.items !== undefined) return `${typeText(property.items)}[]`;
    if (property.additionalProperties !== undefined) {
        return `map of ${typeText(property.additionalProperties)}`;
    }
    return property.type ?? "any";
}

/** One table cell: no line breaks, no bars. */
function cell(text: string): string {
    return text.replaceAll(/\s+/g, " ").replaceAll("|", "\\|").trim();
}

function meaning(description = "", given: string | undefined): string {
    return cell(given === undefined ? description : `${description} **Default:** ${given}`);
}

function table(
    head: readonly [string, string, string],
    properties: Readonly<Record<string, Property>> | undefined,
    required: readonly string[] | undefined,
    defaultOf: (name: string) => string | undefined,
): string[] {
    const rows = Object.entries(properties ?? {}).map(([name, property]) => {
        const mark = required?.includes(name) === true ? " *" : "";
        const means = meaning(property.description, defaultOf(name));
        return `| \`${name}\`${mark} | ${typeText(property)} | ${means} |`;
    });
    return [`| ${head.join(" | ")} |`, "| --- | --- | --- |", ...rows, ""];
}

/** Names of the object types a set of properties leads to, in order of first mention. */
function mentioned(
    schema: PackageSchema,
    properties: Readonly<Record<string, Property>> | undefined,
    found: string[] = [],
): string[] {
    const visit = (property: Property): void => {
        if (property.items !== undefined) visit(property.items);
        if (property.additionalProperties !== undefined) visit(property.additionalProperties);
        const token = property.$ref?.replace("#/types/", "");
        if (token === undefined || found.includes(token)) return;
        const type = schema.types?.[token];
        if (type === undefined) return;
        found.push(token);
        Object.values(type.properties ?? {}).forEach(visit);
    };
    Object.values(properties ?? {}).forEach(visit);
    return found;
}

function exampleLines(example: string | undefined): string[] {
    return example === undefined ? [] : ["## Example", "", "```ts", example.trimEnd(), "```", ""];
}

function page(
    schema: PackageSchema,
    defaults: ArgumentDefaults,
    token: string,
    component: Component,
    example: string | undefined,
): string {
    const inputs = ["Argument", "Type", "Meaning"] as const;
    const defaultsIn = (type: string) => (name: string) => defaults.get(`${type}.${name}`);
    const own = defaultsIn(`${lastPart(token)}Args`);
    const lines = [
        `# ${lastPart(token)}`,
        "",
        `\`${token}\``,
        "",
        component.description ?? "",
        "",
        ...exampleLines(example),
        "## Arguments",
        "",
        "Those with * are required.",
        "",
        ...table(inputs, component.inputProperties, component.requiredInputs, own),
    ];
    for (const name of mentioned(schema, component.inputProperties)) {
        const type = schema.types?.[name];
        lines.push(`### ${lastPart(name)}`, "", type?.description ?? "", "");
        const nested = defaultsIn(lastPart(name));
        lines.push(...table(inputs, type?.properties, type?.required, nested));
    }
    lines.push("## Outputs", "");
    const outputs = ["Output", "Type", "Meaning"] as const;
    lines.push(...table(outputs, component.properties, undefined, () => undefined));
    return `${lines
        .join("\n")
        .replaceAll(/\n{3,}/g, "\n\n")
        .trimEnd()}\n`;
}

/**
 * File name (below docs/components) to text, for every component of the schema. `exampleOf` gives the
 * program that shows the use of a component, by the name of its class.
 */
export function renderComponentDocs(
    schema: PackageSchema,
    defaults: ArgumentDefaults,
    exampleOf: (name: string) => string | undefined,
): Map<string, string> {
    const pages = new Map<string, string>();
    for (const [token, component] of Object.entries(schema.resources)) {
        const name = lastPart(token);
        pages.set(`${name}.md`, page(schema, defaults, token, component, exampleOf(name)));
    }
    return pages;
}
