import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import { setTimeout } from "node:timers/promises";
import { describe, it } from "mocha";
import { healthProgram } from "../../../../components/agents/boot/shell/health";
import { bootCases } from "../../../support/bootCases";
import { bootMachine, canBoot, type BootMachine } from "../../../support/bootMachine/machine";

const silent = bootCases["GitHub on Azure, replaced when silent"];

/** A port nobody listens at, of those that no system gives to whoever asks for any: nobody takes it meanwhile. */
async function freePort(port = 20_000 + (process.pid % 5_000)): Promise<number> {
    const server = net.createServer();
    const free = await new Promise<boolean>((resolve) => {
        server.once("error", () => resolve(false));
        server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
    });
    return free ? port : freePort(port + 1);
}

/** Status and body of an answer, once there is one. */
async function ask(port: number, patience = 600): Promise<[number, unknown]> {
    try {
        const answer = await fetch(`http://127.0.0.1:${port}/health`);
        return [answer.status, await answer.json()];
    } catch (error) {
        if (patience === 0) throw error;
        await setTimeout(100);
        return ask(port, patience - 1);
    }
}

async function onMachine(told: Record<string, string>, check: (machine: BootMachine) => void) {
    const machine = bootMachine(silent);
    try {
        Object.entries(told).forEach(([name, text]) => machine.tell(name, text));
        await machine.boot();
        check(machine);
    } finally {
        machine.remove();
    }
}

describe("the health of a machine that is replaced when it falls silent", function () {
    this.timeout(120_000);

    it("is told to whoever asks at the loopback, as Azure wants to hear it", async function () {
        if (spawnSync("python3", ["--version"]).status !== 0) this.skip();
        const port = await freePort();
        const child = spawn("python3", ["-c", healthProgram, String(port)], { stdio: "ignore" });
        try {
            const [status, body] = await ask(port);
            assert.equal(status, 200);
            assert.deepEqual(body, { ApplicationHealthState: "Healthy" });
        } finally {
            child.kill();
        }
    });

    it("is shown when the machine is registered, and ends when job, log and traces are gone", async function () {
        if (!canBoot()) this.skip();
        await onMachine({}, (machine) => {
            const calls = machine.calls();
            const at = (call: RegExp) => {
                const index = calls.findIndex((text) => call.test(text));
                assert.notEqual(index, -1, String(call));
                return index;
            };
            const shown = at(/--unit=gatehouse-health .*DynamicUser=yes/);
            assert.ok(shown < at(/--unit=gatehouse-job /));
            const ended = at(/^systemctl stop gatehouse-health/);
            assert.ok(at(/^logger /) < ended);
            assert.ok(calls.findLastIndex((call) => call.includes("-uid 4321 -delete")) < ended);
            assert.deepEqual(calls.slice(-2), ["sleep 2700", "systemctl poweroff"]);
        });
    });

    it("does not hold up a machine that is going down", async function () {
        if (!canBoot()) this.skip();
        await onMachine({ running: "stopping\n" }, (machine) => {
            assert.ok(!machine.calls().includes("sleep 2700"));
            assert.equal(machine.calls().at(-1), "systemctl poweroff");
        });
    });

    it("is part of the time the service manager leaves to the end", async () => {
        const machine = bootMachine(silent);
        await machine.install();
        const unit = `${machine.root}/etc/systemd/system/gatehouse-boot.service`;
        assert.match(fs.readFileSync(unit, "utf8"), /^TimeoutStopSec=3000s$/m);
        machine.remove();
    });
});
