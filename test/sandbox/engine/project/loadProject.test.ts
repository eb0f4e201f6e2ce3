import assert from "node:assert/strict";
import { join } from "node:path";
import { EngineError } from "../../../../sandbox/engine/api";
import { loadProject } from "../../../../sandbox/engine/project";
import { folderWith, problems } from "./support";

/** The problems a project file is refused with. */
async function refusal(text: string): Promise<string[]> {
    const folder = folderWith({ "Pulumi.yaml": text });
    let found: string[] = [];
    await assert.rejects(loadProject(folder), (error) => {
        assert.ok(error instanceof EngineError, String(error));
        assert.equal(error.exitCode, 2);
        found = problems(error, folder);
        return true;
    });
    return found;
}

describe("Pulumi.yaml", () => {
    it("is read with every part the engine needs", async () => {
        const folder = folderWith({
            "Pulumi.yaml": `
name: shop
description: A shop
main: bin/index.js
runtime:
  name: nodejs
  options:
    typescript: false
    nodeargs: --max-old-space-size=4096 --title 'my shop' --x="a b"
    packagemanager: npm
config:
  size: { type: integer, default: 3, description: How many }
  shop:names: { type: array, items: { type: string }, default: [a, b] }
  token: { secret: true }
  flag: yes please
  azure-native:location: uksouth
backend: { url: "file://x" }
plugins: { providers: [{ name: boxes, path: ./boxes }] }
`,
        });
        const project = await loadProject(folder);
        assert.deepEqual(project, {
            name: "shop",
            description: "A shop",
            file: join(folder, "Pulumi.yaml"),
            dir: folder,
            main: join(folder, "bin/index.js"),
            stackConfigDir: folder,
            plugins: [{ name: "boxes", dir: join(folder, "boxes") }],
            runtime: {
                name: "nodejs",
                typescript: false,
                nodeargs: ["--max-old-space-size=4096", "--title", "my shop", "--x=a b"],
                options: {
                    typescript: false,
                    nodeargs: `--max-old-space-size=4096 --title 'my shop' --x="a b"`,
                    packagemanager: "npm",
                },
            },
            config: [
                {
                    key: "shop:size",
                    type: "integer",
                    description: "How many",
                    secret: false,
                    default: "3",
                },
                {
                    key: "shop:names",
                    type: "array",
                    items: { type: "string" },
                    secret: false,
                    default: '["a","b"]',
                },
                { key: "shop:token", secret: true },
                { key: "shop:flag", secret: false, default: "yes please" },
                { key: "azure-native:location", secret: false, default: "uksouth" },
            ],
        });
    });

    it("may name its runtime alone; then TypeScript is on and the folder is the program", async () => {
        const folder = folderWith({ "Pulumi.yml": "\uFEFFname: shop\nruntime: nodejs\n" });
        const project = await loadProject(folder);
        assert.deepEqual(project.runtime, {
            name: "nodejs",
            typescript: true,
            nodeargs: [],
            options: {},
        });
        assert.equal(project.main, folder);
        assert.equal(project.file, join(folder, "Pulumi.yml"));
    });

    it("may keep the stack files elsewhere, in the new way and the old", async () => {
        for (const line of ["stackConfigDir: stacks", "config: stacks"]) {
            const folder = folderWith({ "Pulumi.yaml": `name: shop\nruntime: nodejs\n${line}\n` });
            assert.equal((await loadProject(folder)).stackConfigDir, join(folder, "stacks"));
        }
    });

    it("is asked for by name where there is none", async () => {
        const folder = folderWith({});
        await assert.rejects(loadProject(folder), (error) => {
            assert.ok(error instanceof EngineError);
            assert.equal(
                error.message,
                `${folder}: holds no Pulumi.yaml, so it is no Pulumi project`,
            );
            return true;
        });
    });

    it("is refused with all its problems at once, each with line and column", async () => {
        assert.deepEqual(
            await refusal(`name: my shop
runtime:
  name: nodejs
  options: { typescript: "yes" }
main: 7
config:
  size: { type: integer, default: many }
`),
            [
                'Pulumi.yaml:1:7 name: must be 1 to 100 letters, digits, "-", "_" and ".", found "my shop"',
                'Pulumi.yaml:3:3 runtime: must be a name ("nodejs") or {name: text, options: {typescript: true or false, nodeargs: text}}, found a map',
                "Pulumi.yaml:5:7 main: Invalid input: expected string, found 7",
            ],
        );
    });

    it("is refused with all problems of its configuration at once", async () => {
        assert.deepEqual(
            await refusal(`name: shop
runtime: { name: nodejs, options: { nodeargs: "--title 'x" } }
config:
  size: { type: integer, default: many }
  names: { type: array, default: [1] }
  both: { default: 1, value: 2 }
  odd: { typo: string }
  aws:region: { type: string, default: eu }
  aws:profile: { description: x }
`),
            [
                "Pulumi.yaml:2:47 runtime.options.nodeargs: has a quote that is not closed",
                'Pulumi.yaml:4:9 config.size: its default must be of type integer, found "many"',
                'Pulumi.yaml:5:10 config.names: an array says what its elements are: items: {type: "string"}',
                'Pulumi.yaml:6:9 config.both: has both "default" and "value"; only one is allowed',
                'Pulumi.yaml:7:8 config.odd: Unrecognized key: "typo"',
                'Pulumi.yaml:8:15 config.aws:region: is not a key of shop: only "value" is allowed',
                'Pulumi.yaml:9:16 config.aws:profile: is not a key of shop, so it must have a "value"',
            ],
        );
    });

    it("is refused when it is not YAML, with every place that is wrong", async () => {
        const found = await refusal('name: "shop\nruntime: nodejs\n');
        assert.match(found[0] ?? "", /^Pulumi\.yaml:\d+:\d+ Missing closing "quote/);
        assert.match((await refusal("name: a\nname: b\nruntime: x\n"))[0] ?? "", /:2:1 .*unique/);
    });

    it("is refused when it is no map", async () => {
        assert.match((await refusal("- a\n"))[0] ?? "", /expected object, found a list$/);
        assert.match((await refusal(""))[0] ?? "", /^Pulumi\.yaml:1:1 name: .*found nothing$/);
    });
});
