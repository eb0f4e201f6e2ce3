import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, describe, it } from "mocha";
import { bootMachine, canBoot, type BootMachine } from "../../../support/bootMachine/machine";
import { ephemeralCases } from "../../../support/bootCases";

/** Every file below a folder whose name tells that a job left it. */
function leftovers(folder: string): string[] {
    return fs
        .readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((name) => path.basename(name).startsWith("left-by-"));
}

for (const [name, facts] of ephemeralCases) {
    describe(`boot program, run dry: ${name}`, function () {
        this.timeout(120_000);
        const machines: BootMachine[] = [];
        let machine: BootMachine;

        before(async function () {
            if (!canBoot()) this.skip();
            machines.push((machine = bootMachine(facts)));
            machine.tell("signal", "KILL");
            assert.equal(await machine.boot(), null, "the first boot loses its power in the job");
            assert.ok(leftovers(machine.root).length > 5, "the first job left files on the disk");
            assert.equal(await machine.boot(), 0);
            assert.equal(await machine.boot(), 0);
        });
        after(() => machines.forEach((each) => each.remove()));

        const position = (call: RegExp, from = 0) => {
            const index = machine.calls().findIndex((text, i) => i >= from && call.test(text));
            assert.notEqual(index, -1, `no call ${call}`);
            return index;
        };

        it("a second job on the same disk never sees the first one's files", () => {
            assert.equal(machine.seen("job-2.sees"), "");
            assert.equal(machine.seen("job-3.sees"), "");
        });

        it("leaves nothing of a job on the disk", () => {
            assert.deepEqual(leftovers(machine.root), []);
            assert.ok(!fs.existsSync(path.join(machine.root, "var/lib/gatehouse/job")));
        });

        it("runs exactly one job at each boot, with the agent's own listener", () => {
            const command =
                facts.host === "github" ? "Runner.Listener run" : "Agent.Listener run --once";
            assert.deepEqual(machine.seen("listeners").trim().split("\n"), Array(3).fill(command));
        });

        it("powers off after the job", () => {
            assert.equal(machine.calls().at(-1), "systemctl poweroff");
            const count = machine.calls().filter((call) => call === "systemctl poweroff").length;
            assert.equal(count, 2, "the first boot lost its power before");
        });

        it("closes the metadata service, and proves it, before anything is registered", () => {
            const rules = position(/^nft --file -/);
            const proof = position(/^runuser -u gatehouse-agent -- curl .*169\.254\.169\.254/);
            const folder = position(/^mount /);
            const job = position(/^systemd-run .*--unit=gatehouse-job /);
            assert.ok(rules < proof && proof < folder && folder < job);
            assert.equal(machine.seen("job-1.rules"), machine.seen("rules"));
            const open = facts.cloud === "azure" ? "0, 104" : "0";
            assert.ok(machine.seen("rules").includes(`meta skuid != { ${open} } counter drop`));
        });

        it("masks remote login, ends swap and core dumps before the job", () => {
            const job = position(/^systemd-run /);
            for (const call of [
                /^systemctl mask --quiet --force ssh\.socket ssh\.service sshd\.socket sshd\.service /,
                /^swapoff --all/,
                /^sysctl .*kernel\.core_pattern=\|\/bin\/false/,
            ]) {
                assert.ok(position(call) < job);
            }
        });

        it("keeps the job's folder in memory: no device files, no set-user-id, a size", () => {
            const mount = machine.calls()[position(/^mount /)];
            assert.match(mount ?? "", /-t tmpfs -o size=8192m,mode=0755,nosuid,nodev /);
        });

        it("gives the job an account without shell, sudo, docker or new privileges", () => {
            const account = machine.calls()[position(/^useradd /)] ?? "";
            assert.match(account, /--shell \/usr\/sbin\/nologin --user-group gatehouse-agent$/);
            assert.doesNotMatch(account, /--groups|--password/);
            const job = machine.calls()[position(/--unit=gatehouse-job /)] ?? "";
            for (const property of [
                "User=gatehouse-agent",
                "NoNewPrivileges=yes",
                "ProtectSystem=strict",
                "PrivateTmp=yes",
                "KillMode=control-group",
            ]) {
                assert.ok(job.includes(`--property=${property} `), property);
            }
        });

        it("ends what the job started and wipes before the power goes", () => {
            const job = position(/--unit=gatehouse-job /);
            const stop = position(/^systemctl stop gatehouse-job\.service/, job);
            const kill = position(/^pkill -KILL -u 4321/, job);
            const off = position(/^systemctl poweroff/, job);
            assert.ok(stop < kill && kill < position(/-uid 4321 -delete/, job));
            assert.ok(kill < off);
        });

        it("sends the agent's log out before it wipes, and follows no link in it", () => {
            assert.match(machine.seen("shipped"), /line of job 2/);
            assert.match(machine.seen("shipped"), /line of job 3/);
            assert.doesNotMatch(machine.seen("shipped"), /ghs_|awsSecret/);
        });
    });
}
