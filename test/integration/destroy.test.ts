import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, describe, it } from "mocha";
import { afterDestroy } from "../../sandbox/cli/afterDestroy";
import { openCloudStore } from "../../sandbox/cloud";
import type { RunResult } from "../../sandbox/engine/api";
import {
    complaints,
    openSandbox,
    slimEstate,
    type EstateConfig,
    type Sandbox,
} from "../support/sandbox";

interface State {
    readonly urn: string;
    readonly type: string;
    readonly custom: boolean;
    readonly provider?: string;
}

/** The resources in the state as it lies on disk. */
function stateOf({ stateLocation }: RunResult): State[] {
    const file = JSON.parse(fs.readFileSync(stateLocation, "utf8")) as {
        checkpoint: { latest: { resources: State[] } };
    };
    return file.checkpoint.latest.resources;
}

/** Names of the resources a run refused to delete. */
function refusedNames(result: RunResult): string[] {
    const refused = result.diagnostics.filter(({ message }) =>
        /cannot be deleted\s+because it is protected/.test(message),
    );
    return refused.map(({ urn = "" }) => urn.slice(urn.lastIndexOf("::") + 2)).sort();
}

// One story in order: each step starts from the state the one before left.
describe("an estate that must not be destroyed, then may be", function () {
    this.timeout(120_000);
    let sandbox: Sandbox;
    const open: EstateConfig = slimEstate();
    const kept: EstateConfig = { ...open, allowDestroy: false };
    let standing: RunResult;

    before(async () => {
        sandbox = await openSandbox("destroy");
        standing = await sandbox.run("up", kept);
        assert.ok(standing.ok, complaints(standing));
    });
    after(() => sandbox.close());

    const cloudDir = (): string => path.join(sandbox.dir, "cloud");

    it("is managed by the estate's own providers alone, the question to GitHub included", () => {
        const state = stateOf(standing);
        const providers = state.filter(({ type }) => type.startsWith("pulumi:providers:"));
        const names = providers.map(({ urn }) => urn.slice(urn.lastIndexOf("::") + 2));
        assert.deepEqual(names.toSorted(), ["azure", "github", "hosts"]);
        const managed = state.filter(
            ({ type, custom }) => custom && !type.startsWith("pulumi:providers:"),
        );
        assert.ok(managed.length > 30);
        for (const { urn, type, provider = "" } of managed) {
            const name = { github: "github", "gatehouse-hosts": "hosts" }[type.split(":")[0] ?? ""];
            assert.match(
                provider,
                new RegExp(`::pulumi:providers:[a-z-]+::${name ?? "azure"}::`),
                urn,
            );
        }
    });

    it("refuses to be destroyed, names what is protected, and deletes nothing", async () => {
        const result = await sandbox.run("destroy", kept);
        assert.equal(result.ok, false);
        assert.deepEqual(refusedNames(result), [
            "estate-audit-workspace",
            "estate-vault-lock",
            "estate-vault-vault",
            "estate-web/production-group",
            "estate-web/staging-group",
        ]);
        assert.equal(result.resources.length, standing.resources.length);
    });

    it("refuses to lose an environment that is no longer in the file", async () => {
        const [, production] = kept.environments as unknown[];
        const result = await sandbox.run("up", { ...kept, environments: [production] });
        assert.equal(result.ok, false);
        assert.deepEqual(refusedNames(result), ["estate-web/staging-group"]);
    });

    it("is destroyed once it was deployed with allowDestroy: lock first, repositories erased", async () => {
        const allowed = await sandbox.run("up", open);
        assert.ok(allowed.ok, complaints(allowed));
        const result = await sandbox.run("destroy", open);
        assert.ok(result.ok, complaints(result));
        assert.deepEqual(result.resources, []);
        const names = result.steps.map(({ name }) => name);
        const lock = names.indexOf("estate-vault-lock");
        assert.ok(lock >= 0);
        for (const part of ["audit-log", "zone-group", "endpoint", "vault"]) {
            assert.ok(lock < names.indexOf(`estate-vault-${part}`), part);
        }
        assert.deepEqual(openCloudStore(cloudDir()).list("github:index/repository:Repository"), []);

        const places = { root: path.join(sandbox.dir, ".sandbox"), cloud: cloudDir() };
        const [, text = ""] = afterDestroy(result, { places }, sandbox.dir);
        assert.match(text, /^The vault kv-acme-dev is purge-protected: .* taken for 90 days\./);
        assert.match(text, /deleting \.sandbox\/ starts anew\.$/);
    });

    it("is then refused by the service, because of the vault's name and nothing else", async () => {
        const result = await sandbox.run("up", open);
        assert.equal(result.ok, false);
        const said = result.diagnostics.filter(({ severity }) => severity === "error");
        assert.ok(said.length > 0);
        for (const { message } of said) assert.match(message, /kv-acme-dev.*purge protected/);
    });
});
