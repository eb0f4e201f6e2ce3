import fs from "node:fs";
import path from "node:path";
import type { Pack } from "./case";

/** Writes a pack's folder below `dir` (inside the checkout: its packages must resolve); gives back the folder. */
export function writePack(dir: string, { name, policies }: Pack): string {
    const folder = path.join(dir, `pack-${name}`);
    fs.mkdirSync(folder, { recursive: true });
    const manifest = { name, version: "1.2.3", main: "index.js" };
    fs.writeFileSync(path.join(folder, "package.json"), JSON.stringify(manifest));
    fs.writeFileSync(path.join(folder, "PulumiPolicy.yaml"), "runtime: nodejs\n");
    const source = `const { PolicyPack } = require("@pulumi/policy");
new PolicyPack(${JSON.stringify(name)}, { policies: ${policies} });
`;
    fs.writeFileSync(path.join(folder, "index.js"), source);
    return folder;
}
