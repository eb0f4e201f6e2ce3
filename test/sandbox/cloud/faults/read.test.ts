import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { spawnSync } from "node:child_process";
import { describe, it } from "mocha";
import { FaultsError, parseFaults, readFaults } from "../../../../sandbox/cloud/faults";
import { temporary } from "../support";

function complaint(read: () => unknown): string {
    try {
        read();
        return "";
    } catch (error) {
        assert.ok(error instanceof FaultsError);
        assert.equal(error.exitCode, 2);
        return error.message;
    }
}

describe("faults asked for", () => {
    it("come as kinds with rates, options and settings in one line", () => {
        const read = parseFaults(
            " throttle:0.1,types=github:*+aws:iam/*,operations=create+update,retryAfter=60 ; crash:1,when=before,runs=2; seed=42; secondMs=0",
        );
        assert.equal(read?.seed, 42);
        assert.equal(read.secondMs, 0);
        const [throttle, crash] = read.faults;
        assert.equal(throttle?.rate, 0.1);
        assert.equal(throttle.retryAfter, 60);
        assert.deepEqual(throttle.operations, ["create", "update"]);
        assert.ok(throttle.types[0]?.test("github:index/repository:Repository"));
        assert.ok(!throttle.types.some((type) => type.test("azure-native:keyvault:Vault")));
        assert.deepEqual([crash?.when, crash?.runs], ["before", 2]);
        assert.deepEqual(crash?.operations, ["create", "update", "delete"]);
        assert.equal(read.title, "throttle 0.1, crash 1, seed 42");
    });

    it("come from a file in the cloud's folder, unless the variable says something", () => {
        const dir = temporary();
        const file = { seed: 7, faults: [{ fault: "slow", rate: 1, types: ["*RoleAssignment"] }] };
        fs.writeFileSync(path.join(dir, "faults.json"), JSON.stringify(file));
        assert.equal(readFaults(dir, {})?.title, "slow 1, seed 7");
        assert.equal(readFaults(dir, { GATEHOUSE_FAULTS: "" })?.title, "slow 1, seed 7");
        const asked = readFaults(dir, { GATEHOUSE_FAULTS: "lost:0.5" });
        assert.equal(asked?.title, "lost 0.5, seed 1");
        fs.writeFileSync(path.join(dir, "faults.json"), "{");
        assert.match(
            complaint(() => readFaults(dir, {})),
            /faults\.json is not JSON/,
        );
        fs.rmSync(dir, { recursive: true });
    });

    it("are none when nobody asks, and when only settings are given", () => {
        const dir = temporary();
        assert.equal(readFaults(dir, {}), undefined);
        assert.equal(readFaults(dir, { GATEHOUSE_FAULTS: "seed=3" }), undefined);
        fs.rmSync(dir, { recursive: true });
    });

    it("are refused with every problem at once", () => {
        const message = complaint(() =>
            parseFaults(
                "throttle:2;flood:0.1;lost:0.1,operations=read;slow:1,status=503;error:1,status=418;nonsense;seed=-1;speed=3;timeout:0.1,often",
            ),
        );
        for (const line of [
            /^GATEHOUSE_FAULTS: the faults asked for make no sense/,
            /faults\[0\]\.rate: 2; /,
            /faults\[1\]\.fault: "flood"; .*throttle/,
            /faults\[2\]\.operations\[0\]: "read"; lost cannot hit read; allowed: create, update, delete/,
            /faults\[3\]\.status: 503; is an option of error/,
            /faults\[4\]\.status: 418; .*503/,
            /"nonsense": neither KIND:RATE nor SETTING=VALUE/,
            /seed: -1; /,
            /speed/,
            /"often" is no OPTION=VALUE/,
        ]) {
            assert.match(message, line);
        }
    });

    it("that make no sense end the plugin with exit code 2 before it takes the folder", () => {
        const main = path.join(__dirname, "../../../../sandbox/cloud/main.ts");
        const dir = path.join(temporary(), "cloud");
        const { status, stderr } = spawnSync(process.execPath, ["-r", "tsx/cjs", main], {
            env: { ...process.env, GATEHOUSE_CLOUD_DIR: dir, GATEHOUSE_FAULTS: "throttle:lots" },
            encoding: "utf8",
        });
        assert.equal(status, 2);
        assert.match(stderr, /faults\[0\]\.rate: "lots"; /);
        assert.ok(!fs.existsSync(dir));
    });
});
