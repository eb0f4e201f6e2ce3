import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { after, before, describe, it } from "mocha";
import { parse } from "yaml";
import { checkStackFile } from "../../estate";
import { openCloudStore } from "../../sandbox/cloud";
import { root } from "../support/sandbox";

const readme = fs.readFileSync(path.join(root, "README.md"), "utf8");
const sandboxDir = path.join(root, ".sandbox", `test-readme-${process.pid}`);
// The user's own stack file is left alone: everything happens to a copy of it.
const stack = `test-readme-${process.pid}`;
const stackFile = path.join(root, `Pulumi.${stack}.yaml`);
const devFile = fs.readFileSync(path.join(root, "Pulumi.dev.yaml"), "utf8");

interface Finished {
    readonly code: number | null;
    readonly stdout: string;
    readonly stderr: string;
}

/** `npm start -- ...` as a user runs it, in processes of its own. */
function start(...words: string[]): Finished {
    const argv = [...words, "--stack", stack];
    const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [path.join(root, "scripts", "start.mjs"), ...argv],
        {
            cwd: root,
            encoding: "utf8",
            env: {
                ...process.env,
                GATEHOUSE_SANDBOX_DIR: sandboxDir,
                GATEHOUSE_ENGINE: "embedded",
            },
        },
    );
    return { code: status, stdout, stderr };
}

/** The block between `<!-- name -->` and `<!-- /name -->`, without its fence. */
function shown(name: string): string {
    const block = new RegExp(`<!-- ${name} -->\\s+\`\`\`\\w*\\n([^]*?)\`\`\``).exec(readme)?.[1];
    assert.ok(block, `README.md shows no ${name}`);
    return block;
}

/** Times, ids and where this test keeps its things are not the reader's. */
function essence(text: string): string {
    return text
        .replaceAll(/\d+\.\d s/g, "N s")
        .replaceAll(/@\d+/g, "@ID")
        .replaceAll(path.relative(root, sandboxDir), ".sandbox")
        .replaceAll(` --stack ${stack}`, "")
        .replaceAll(stack, "dev")
        .replaceAll(/embedded engine \(.*?\)/g, "embedded engine")
        .trim();
}

// One story in order: what the README tells its reader to do.
describe("the README", function () {
    this.timeout(300_000);
    before(() => {
        fs.writeFileSync(stackFile, devFile);
    });
    after(() => {
        fs.rmSync(stackFile);
        fs.rmSync(sandboxDir, { recursive: true, force: true });
    });

    it("shows what npm start prints", () => {
        const { code, stdout, stderr } = start();
        assert.equal(stderr, "");
        assert.equal(code, 0);
        assert.equal(essence(stdout), essence(shown("transcript")));
    });

    it("says that a second run changes nothing", () => {
        const { code, stdout } = start();
        assert.equal(code, 0);
        assert.match(stdout, /: 215 resources, no changes$/m);
    });

    it("shows how a weak line is blocked: exit code 1, nothing changed", () => {
        const before = JSON.stringify(openCloudStore(path.join(sandboxDir, "cloud")).list());
        const weak = devFile.replace(
            "{ name: kv-acme-dev }",
            "{ name: kv-acme-dev, allowPurge: true }",
        );
        assert.notEqual(weak, devFile);
        assert.match(readme, /say `vault: \{ name: kv-acme-dev, allowPurge: true \}`/);
        fs.writeFileSync(stackFile, weak);
        const { code, stdout } = start("preview");
        assert.equal(code, 1);
        assert.ok(essence(stdout).endsWith(essence(shown("blocked"))), stdout);
        const now = JSON.stringify(openCloudStore(path.join(sandboxDir, "cloud")).list());
        assert.equal(now, before);
    });

    it("says that mistakes end with exit code 2 and every problem at once", () => {
        const wrong = devFile
            .replace("team: web", "team: wbe")
            .replace("tier: staging", "teir: staging")
            .replace("name: payments, host", "name: web, host");
        fs.writeFileSync(stackFile, wrong);
        const { code, stdout, stderr } = start();
        fs.writeFileSync(stackFile, devFile);
        assert.equal(code, 2);
        assert.equal(stdout, "");
        for (const part of ["wbe", "teir", '"web"']) assert.match(stderr, new RegExp(part));
        assert.doesNotMatch(stderr, /\n {4}at /);
        assert.equal(start("prevew").code, 2);
    });

    it("has an estate of ten lines that is one", () => {
        const yaml = /```yaml\n([^]*?)```/.exec(readme)?.[1] ?? "";
        const { config } = parse(yaml) as { config: Record<string, object> };
        assert.ok(config["gatehouse:estate"]);
        assert.ok(yaml.trim().split("\n").length - 2 <= 10);
        fs.mkdirSync(sandboxDir, { recursive: true });
        const file = path.join(sandboxDir, "Pulumi.ten.yaml");
        fs.writeFileSync(file, yaml);
        assert.equal(checkStackFile(file) instanceof Error, false);
    });

    it("links to files that exist", () => {
        const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((link) => link[1]);
        assert.ok(links.length > 10);
        for (const link of links) {
            assert.ok(fs.existsSync(path.join(root, link ?? "")), `${link} does not exist`);
        }
    });

    it("names the commands there are", () => {
        const { stdout } = start("--help");
        for (const name of ["preview", "up", "refresh", "destroy", "outputs"]) {
            assert.match(readme, new RegExp(`\\b${name}\\b`));
            assert.match(stdout, new RegExp(`\\b${name}\\b`));
        }
        const { scripts } = JSON.parse(
            fs.readFileSync(path.join(root, "package.json"), "utf8"),
        ) as { scripts: Record<string, string> };
        for (const [, script] of readme.matchAll(/npm run ([a-z]+)/g)) {
            assert.ok(scripts[script ?? ""], `there is no npm run ${script}`);
        }
    });

    it("takes everything down again", () => {
        const { code, stdout } = start("destroy");
        assert.equal(code, 0);
        assert.match(stdout, /^Done: 215 deleted/m);
    });
});
