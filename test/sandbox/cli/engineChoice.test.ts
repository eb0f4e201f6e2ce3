import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";
import { chooseRunner } from "../../../sandbox/cli/choose";
import { UsageError } from "../../../sandbox/cli/options";
import { openPlaces } from "../../../sandbox/cli/places";
import { projectFolder } from "../../support/cliRun";

describe("the choice of the engine", function () {
    this.timeout(120_000);
    let dir: string;
    const bin = (): string => path.join(dir, "bin");
    /** Puts a `pulumi` on the PATH that answers its version with the given script. */
    const install = (script: string, folder = bin()): void => {
        fs.mkdirSync(folder, { recursive: true });
        fs.writeFileSync(path.join(folder, "pulumi"), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    };
    const title = async (env: NodeJS.ProcessEnv = {}): Promise<string> => {
        const withPath = { PATH: `${bin()}${path.delimiter}/usr/bin:/bin`, ...env };
        const runner = await chooseRunner({ projectDir: dir, stack: "dev", env: withPath });
        return runner.title;
    };

    beforeEach(() => {
        dir = projectFolder();
    });
    afterEach(() => {
        fs.rmSync(dir, { recursive: true, force: true });
    });

    it("is the embedded one where there is no CLI", async () => {
        assert.equal(await title(), "embedded engine (no Pulumi CLI found)");
    });

    it("is the real CLI where there is one that is new enough", async () => {
        install("echo v3.260.0");
        assert.equal(await title(), "pulumi v3.260.0");
    });

    it("is the embedded one where the CLI is too old, fails, or answers nonsense", async () => {
        install("echo v3.100.0");
        assert.match(await title(), /Pulumi CLI 3\.100\.0 is older than 3\.\d+\.\d+/);
        for (const script of ["exit 3", "echo hello"]) {
            install(script);
            assert.equal(await title(), "embedded engine (no Pulumi CLI found)");
        }
    });

    it("does not take a package in node_modules/.bin for the CLI", async () => {
        const folder = path.join(dir, "node_modules", ".bin");
        install("echo v9.9.9", folder);
        assert.match(await title({ PATH: `${folder}:/usr/bin:/bin` }), /no Pulumi CLI found/);
    });

    it("can be decided by GATEHOUSE_ENGINE", async () => {
        install("echo v3.260.0");
        const embedded = await title({ GATEHOUSE_ENGINE: "embedded" });
        assert.equal(embedded, "embedded engine (GATEHOUSE_ENGINE=embedded)");
        assert.equal(await title({ GATEHOUSE_ENGINE: "pulumi" }), "pulumi v3.260.0");
    });

    it("refuses an engine that cannot be had or is not known", async () => {
        await assert.rejects(title({ GATEHOUSE_ENGINE: "pulumi" }), UsageError);
        await assert.rejects(title({ GATEHOUSE_ENGINE: "terraform" }), /allowed: pulumi, embedded/);
    });
});

describe("the sandbox's passphrase", () => {
    it("is made once, random, in a file only its owner can read", () => {
        const dir = projectFolder();
        try {
            const first = openPlaces(dir, {});
            assert.ok(first.passphrase.length >= 32);
            assert.equal(openPlaces(dir, {}).passphrase, first.passphrase);
            const file = path.join(first.root, "passphrase");
            assert.equal(fs.statSync(file).mode & 0o777, 0o600);
            const own = openPlaces(dir, { PULUMI_CONFIG_PASSPHRASE: "mine" });
            assert.equal(own.passphrase, "mine");
        } finally {
            fs.rmSync(dir, { recursive: true, force: true });
        }
    });
});
