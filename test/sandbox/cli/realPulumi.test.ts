import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, describe, it } from "mocha";
import { pulumiVersion } from "../../../sandbox/cli/choose";
import { pulumiRunner } from "../../../sandbox/cli/pulumiRunner";
import type { Runner, RunRequest } from "../../../sandbox/cli/runner";
import { startCloud, type Cloud } from "../../../sandbox/cloud";
import * as engine from "../../../sandbox/engine";
import type { RunKind, RunResult } from "../../../sandbox/engine/api";
import { root } from "../../support/sandbox";

const program = `
const pulumi = require("@pulumi/pulumi");
const { ResourceGroup } = require("@pulumi/azure-native/resources");
const { UserAssignedIdentity } = require("@pulumi/azure-native/managedidentity");
const { Repository } = require("@pulumi/github/repository");
class Place extends pulumi.ComponentResource {
    constructor(name) { super("test:index:Place", name, {}); }
}
const config = new pulumi.Config();
const place = new Place("place");
const group = new ResourceGroup("group", { resourceGroupName: "rg", location: "uksouth" },
    { parent: place, protect: config.getBoolean("guarded") === true });
new UserAssignedIdentity("identity", {
    resourceGroupName: group.name, resourceName: "identity-1", location: config.require("location"),
}, { parent: place });
if (config.get("wiki") !== "none") {
    new Repository("web", { name: "web", visibility: "private", hasWiki: config.requireBoolean("wiki") });
}
if (config.getBoolean("boom")) {
    // Without frames of the SDK: Node 20 takes 15 s to colour them (scripts/quietSdk.cjs).
    Error.stackTraceLimit = 3;
    throw new pulumi.RunError("boom");
}
exports.group = group.name;
exports.token = pulumi.secret("a-secret-token");
`;

const pack = `
const { PolicyPack } = require("@pulumi/policy");
const rule = (name, enforcementLevel, rest) => ({ name, description: name, enforcementLevel, ...rest });
new PolicyPack("tiny-pack", { policies: [
    rule("no-wiki", "mandatory", { severity: "high", validateResource: ({ props }, report) => {
        if (props.hasWiki === true) report("no wiki here");
    } }),
    rule("count", "advisory", { validateStack: ({ resources }, report) => report("there are some") }),
] });
`;

type Config = Record<string, string>;

/** What both engines must agree on; ids and wording of engine errors are their own. */
function essence(result: RunResult): unknown {
    const byText = (a: string, b: string): number => (a < b ? -1 : 1);
    return {
        ok: result.ok,
        steps: result.steps
            .map(({ op, urn, changedProperties: changed, replaceProperties: replacing }) =>
                [op, urn, [...changed].sort().join(), [...replacing].sort().join()].join(" "),
            )
            .sort(byText),
        violations: result.violations
            .map(({ policy, enforcement, severity, message, urn }) =>
                [policy, enforcement, severity, message, urn].join(" "),
            )
            .sort(byText),
        errors: result.diagnostics.filter(({ severity }) => severity === "error").length,
        resources: result.ok ? result.resources.map(({ urn }) => urn).sort(byText) : [],
        outputs: result.ok ? result.outputs : {},
        packs: result.ok ? result.packs : [],
    };
}

// One story in order, told to both engines.
describe("the real CLI, where there is one", function () {
    this.timeout(120_000);
    const dir = path.join(root, ".sandbox", `test-real-cli-${process.pid}`);
    let real: Runner;
    let cloud: Cloud | undefined;
    const request: RunRequest = {
        parallel: 4,
        onEvent: () => undefined,
        signal: new AbortController().signal,
    };
    const write = (name: string, text: string): void => {
        fs.mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
        fs.writeFileSync(path.join(dir, name), text);
    };

    /** Runs on both engines, finds them agreed and gives back what the CLI's driver said. */
    async function both(kind: RunKind, config: Config): Promise<RunResult> {
        const lines = Object.entries(config).map(([key, value]) => `  tiny:${key}: ${value}`);
        const stackFile = ["config:", ...lines, ""].join("\n");
        write("Pulumi.dev.yaml", stackFile);
        const result = await real.run(kind, request);
        const embedded = await engine[kind]({
            projectDir: dir,
            stack: "dev",
            stateDir: path.join(dir, ".sandbox", "state"),
            passphrase: "test",
            plugin: { packages: cloud?.packages ?? [], address: cloud?.address ?? "" },
            policyPacks: [{ path: path.join(dir, "policies") }],
        });
        assert.deepEqual(essence(result), essence(embedded));
        assert.equal(fs.readFileSync(path.join(dir, "Pulumi.dev.yaml"), "utf8"), stackFile);
        return result;
    }
    const changes = (result: RunResult): string[] =>
        result.steps
            .filter(({ op, type }) => op !== "same" && !type.startsWith("pulumi:providers:"))
            .map(({ op, name }) => `${op} ${name}`);

    before(async function () {
        const version = await pulumiVersion(process.env);
        if (version === undefined) this.skip();
        write(
            "Pulumi.yaml",
            "name: tiny\nruntime: { name: nodejs, options: { typescript: false } }\n",
        );
        write("package.json", '{ "main": "index.js" }');
        write("index.js", program);
        write("policies/PulumiPolicy.yaml", "runtime: nodejs\nversion: 0.1.0\n");
        write("policies/package.json", '{ "name": "p", "version": "0.1.0", "main": "index.js" }');
        write("policies/index.js", pack);
        write("Pulumi.dev.yaml", "config: {}\n");
        const env = { ...process.env, PULUMI_CONFIG_PASSPHRASE: "test" };
        real = pulumiRunner({ projectDir: dir, stack: "dev", env }, version);
        cloud = await startCloud({ dir: path.join(dir, ".sandbox", "cloud") });
    });
    after(async () => {
        await cloud?.close();
        fs.rmSync(dir, { recursive: true, force: true });
    });

    const sound = { location: "uksouth", wiki: "false" };

    it("blocks a preview and changes nothing", async () => {
        const result = await both("preview", { ...sound, wiki: "true" });
        assert.equal(result.ok, false);
        assert.ok(result.violations.some(({ policy }) => policy === "no-wiki"));
    });

    it("deploys, then finds nothing to change", async () => {
        const result = await both("up", sound);
        assert.equal(result.engine, "pulumi");
        assert.equal(changes(result).filter((line) => line === "create web").length, 1);
        assert.deepEqual(result.outputs, { group: "rg", token: "[secret]" });
        assert.deepEqual(changes(await both("up", sound)), []);
        assert.deepEqual(await real.outputs(), { group: "rg", token: "[secret]" });
    });

    it("tells what would be replaced and deleted", async () => {
        const result = await both("preview", { location: "ukwest", wiki: "none" });
        assert.deepEqual(changes(result), ["replace identity", "delete web"]);
    });

    it("says why a program failed", async () => {
        const result = await both("preview", { ...sound, boom: "true" });
        assert.equal(result.ok, false);
        const errors = result.diagnostics.filter(({ severity }) => severity === "error");
        assert.deepEqual(errors, [{ severity: "error", message: "boom" }]);
    });

    it("destroys nothing at all where one resource is protected", async () => {
        assert.ok((await both("up", { ...sound, guarded: "true" })).ok);
        const result = await both("destroy", sound);
        assert.equal(result.ok, false);
        assert.deepEqual(result.steps, []);
        const errors = result.diagnostics.filter(({ severity }) => severity === "error");
        assert.match(errors[0]?.message ?? "", /cannot be deleted\s+because it is protected/);
        const open = await both("up", sound);
        assert.deepEqual(
            open.steps.filter(({ op }) => op === "create"),
            [],
        );
    });

    it("refreshes without drift and destroys everything", async () => {
        assert.deepEqual(changes(await both("refresh", sound)), []);
        const result = await both("destroy", sound);
        assert.ok(result.ok);
        assert.deepEqual(result.resources, []);
    });
});
