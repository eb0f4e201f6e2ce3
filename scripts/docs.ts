// `npm run docs`: writes what is generated from the code: a page per rule and component, the
// configuration page, the JSON Schema for editors. Tests compare, so a stale page fails the build.
import fs from "node:fs";
import path from "node:path";
import { configurationDocs } from "../estate/configurationDocs";
import { stackFileJsonSchema } from "../estate/jsonSchema";
import { renderRuleDocs } from "../policies/lib/ruleDocs";
import { rules } from "../policies/rules";
import { apiBudgetPage } from "./apiBudgetDocs";
import { argumentDefaults } from "./argumentDefaults";
import { devicesPage, rolesPage } from "./governanceDocs";
import { renderComponentDocs, type PackageSchema } from "./componentDocs";

/** The program that shows how a component is used: examples/components/<component>.ts. */
function exampleOf(root: string, component: string): string | undefined {
    const file = path.join(root, "examples", "components", exampleFile(component));
    return fs.existsSync(file) ? fs.readFileSync(file, "utf8") : undefined;
}

/** "HardenedVault" is shown by hardenedVault.ts, "GitHubEnvironment" by githubEnvironment.ts. */
export function exampleFile(component: string): string {
    const name = component.replace("GitHub", "Github");
    return `${name.charAt(0).toLowerCase()}${name.slice(1)}.ts`;
}

/** Every generated file, by its path below the root. */
export function generatedFiles(root: string): Map<string, string> {
    const folder = path.join(root, "components");
    const schema = JSON.parse(
        fs.readFileSync(path.join(folder, "schema.json"), "utf8"),
    ) as PackageSchema;
    const files = new Map<string, string>();
    for (const [name, text] of renderRuleDocs(rules)) files.set(`docs/rules/${name}`, text);
    for (const [name, text] of renderComponentDocs(schema, argumentDefaults(folder), (component) =>
        exampleOf(root, component),
    )) {
        files.set(`docs/components/${name}`, text);
    }
    files.set("docs/api-budget.md", apiBudgetPage());
    files.set("docs/roles.md", rolesPage());
    files.set("docs/developer-devices.md", devicesPage());
    files.set("docs/configuration.md", configurationDocs());
    files.set("estate/estate.schema.json", `${JSON.stringify(stackFileJsonSchema(), null, 2)}\n`);
    return files;
}

/** Writes them, and removes pages of rules and components that are no more. */
export function writeDocs(root: string): void {
    const files = generatedFiles(root);
    for (const folder of ["docs/rules", "docs/components"]) {
        fs.mkdirSync(path.join(root, folder), { recursive: true });
        for (const name of fs.readdirSync(path.join(root, folder))) {
            if (!files.has(`${folder}/${name}`)) fs.rmSync(path.join(root, folder, name));
        }
    }
    for (const [file, text] of files) fs.writeFileSync(path.join(root, file), text);
    console.log(`${files.size} files written`);
}
