import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { after, before, describe, it } from "mocha";
import { startCloud, type Cloud } from "../../sandbox/cloud";
import { preview, up } from "../../sandbox/engine";
import type { EngineOptions } from "../../sandbox/engine/api";
import { schemaOfPlugin } from "../support/componentPlugin";
import { schemaPath } from "../support/componentSchema";
import { complaints, root } from "../support/sandbox";

/** npm, quiet and without the network: everything it needs is in the checkout. */
function npm(cwd: string, ...args: string[]): string {
    return execFileSync("npm", [...args, "--offline", "--loglevel=error", "--no-audit"], {
        cwd,
        encoding: "utf8",
        // The suite itself may run under npm, whose settings must not reach this one.
        env: { PATH: process.env.PATH, HOME: process.env.HOME },
    });
}

describe("a stack of somebody else, with the packed packages", function () {
    this.timeout(300_000);
    const dir = path.join(root, ".sandbox", `test-consumer-${process.pid}`);
    let cloud: Cloud;
    let options: EngineOptions;

    before(async () => {
        fs.cpSync(path.join(root, "examples", "consumer"), dir, { recursive: true });
        const manifest = path.join(dir, "package.json");
        const example = JSON.parse(fs.readFileSync(manifest, "utf8")) as Record<string, unknown>;
        fs.writeFileSync(manifest, JSON.stringify({ ...example, dependencies: undefined }));
        const tarballs = ["components", "policies"].map((folder) =>
            npm(path.join(root, folder), "pack", "--silent", "--pack-destination", dir)
                .trim()
                .split("\n")
                .at(-1),
        );
        npm(
            dir,
            "install",
            "--omit=peer",
            "--legacy-peer-deps",
            ...tarballs.map((t) => `./${t ?? ""}`),
        );
        cloud = await startCloud({ dir: path.join(dir, "cloud") });
        options = {
            projectDir: dir,
            stack: "dev",
            stateDir: path.join(dir, "state"),
            plugin: { packages: cloud.packages, address: cloud.address },
            policyPacks: [{ path: path.join(dir, "node_modules", "gatehouse-policies") }],
            passphrase: "test",
        };
        // Types of the example are checked by `npm test`'s compiler run, once.
        process.env.PULUMI_NODEJS_TRANSPILE_ONLY = "true";
    });
    after(async () => {
        delete process.env.PULUMI_NODEJS_TRANSPILE_ONLY;
        await cloud.close();
        fs.rmSync(dir, { recursive: true, force: true });
    });

    it("ships what is needed to run, and of the sources what other languages need", () => {
        const shipped = (name: string): string[] =>
            fs
                .readdirSync(path.join(dir, "node_modules", name), {
                    recursive: true,
                    encoding: "utf8",
                })
                .sort();
        const components = shipped("gatehouse");
        for (const needed of ["bin/index.js", "bin/index.d.ts", "PulumiPlugin.yaml"]) {
            assert.ok(components.includes(needed), needed);
        }
        const sources = (files: string[]): string[] =>
            files.filter((file) => file.endsWith(".ts") && !/^(bin|node_modules)\b/.test(file));
        const written = fs.readdirSync(path.join(root, "components"), {
            recursive: true,
            encoding: "utf8",
        });
        assert.deepEqual(sources(components), sources(written).sort());
        assert.deepEqual(sources(shipped("gatehouse-policies")), []);
    });

    it("is a plugin for other languages: started as one, it answers with the committed schema", async () => {
        const packed = path.join(dir, "node_modules", "gatehouse");
        const committed = JSON.parse(fs.readFileSync(schemaPath, "utf8")) as unknown;
        assert.deepEqual(await schemaOfPlugin(packed), committed);
        const shipped = fs.readFileSync(path.join(packed, "schema.json"), "utf8");
        assert.deepEqual(JSON.parse(shipped), committed);
    });

    it("deploys the component under the pack", async () => {
        const result = await up(options);
        assert.ok(result.ok, complaints(result));
        assert.equal(result.outputs.vaultUri, "https://kv-payments-dev.vault.azure.net/");
        assert.ok(result.resources.some(({ type }) => type === "gatehouse:index:HardenedVault"));
        assert.equal(result.packs[0]?.name, "gatehouse-policies");
    });

    it("is told by the pack when it weakens the component", async () => {
        const program = path.join(dir, "index.ts");
        const text = fs.readFileSync(program, "utf8");
        fs.writeFileSync(program, text.replace("// allowPurge: true", "allowPurge: true"));
        const result = await preview(options);
        assert.equal(result.ok, false);
        const [finding] = result.violations.filter((v) => v.enforcement === "mandatory");
        assert.equal(finding?.policy, "kv-purge-protection");
    });
});
