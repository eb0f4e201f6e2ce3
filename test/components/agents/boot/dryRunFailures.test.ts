import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { before, describe, it } from "mocha";
import type { BootFacts } from "../../../../components/agents/boot/bootFacts";
import { bootMachine, canBoot, type BootMachine } from "../../../support/bootMachine/machine";
import { bootCases } from "../../../support/bootCases";

const gitHub: BootFacts = bootCases["GitHub on Azure"];
const azureDevOps: BootFacts = bootCases["Azure DevOps on Azure"];
const hardenOnly: BootFacts = bootCases["hardening only"];
const wrong = { version: "1.2.3", sha256X64: "0".repeat(64), sha256Arm64: "0".repeat(64) };

/** A machine that `act` has had its way with; gone afterwards. */
async function on(facts: BootFacts, act: (machine: BootMachine) => Promise<void>): Promise<void> {
    const machine = bootMachine(facts);
    try {
        await act(machine);
    } finally {
        machine.remove();
    }
}

/** What goes wrong: facts, what the stubs are told, whether a job still runs. */
const failures: [string, BootFacts, Record<string, string>, boolean][] = [
    ["remote login cannot be masked", gitHub, { faults: "systemctl mask *" }, false],
    ["remote login still runs", gitHub, { active: "sshd.service" }, false],
    ["swap cannot be ended", gitHub, { faults: "swapoff *" }, false],
    ["the account cannot be made", gitHub, { faults: "useradd *" }, false],
    ["the account is in another group", gitHub, { groups: "gatehouse-agent docker\n" }, false],
    ["the disk cannot be wiped", gitHub, { faults: "find * -delete" }, false],
    ["the firewall refuses its rules", gitHub, { faults: "nft --file *" }, false],
    ["the firewall has no rules afterwards", gitHub, { faults: "nft list *" }, false],
    ["the work folder cannot be mounted", gitHub, { faults: "mount *" }, false],
    ["the agent cannot be downloaded", gitHub, { faults: "GET *.tar.gz" }, false],
    ["the checksum is wrong", { ...gitHub, release: wrong }, {}, false],
    ["the identity gets no token", gitHub, { faults: "GET */oauth2/token*" }, false],
    ["the vault does not sign", gitHub, { faults: "POST */sign?*" }, false],
    ["GitHub gives no token", gitHub, { faults: "POST */access_tokens" }, false],
    ["GitHub registers no runner", gitHub, { faults: "POST */generate-jitconfig" }, false],
    ["the token cannot be revoked", gitHub, { faults: "DELETE */installation/token" }, false],
    ["KMS does not sign", bootCases["GitHub on AWS"], { faults: "POST *//kms.*" }, false],
    ["the pool refuses the agent", azureDevOps, { faults: "*gatehouse-setup*" }, false],
    ["its time is up in the middle of a job", gitHub, { signal: "TERM" }, true],
    ["the job fails", gitHub, { exit: "1" }, true],
    ["the agent stays in the pool", azureDevOps, { faults: "DELETE *" }, true],
    ["the log cannot be sent", gitHub, { faults: "logger *" }, true],
    ["CloudWatch is away", bootCases["GitHub on AWS"], { faults: "POST *//logs.*" }, true],
    ["the work folder cannot be unmounted", gitHub, { faults: "umount *" }, true],
];

describe("boot program, when something fails", function () {
    this.timeout(120_000);
    before(function () {
        if (!canBoot()) this.skip();
    });

    for (const [what, facts, told, job] of failures) {
        it(`powers off, and takes ${job ? "no second" : "no"} job, when ${what}`, () =>
            on(facts, async (machine) => {
                Object.entries(told).forEach(([name, text]) => machine.tell(name, `${text}\n`));
                const status = await machine.boot();
                assert.equal(machine.calls().at(-1), "systemctl poweroff");
                const jobs = machine.seen("listeners").split("\n").length - 1;
                assert.equal(jobs, job ? 1 : 0);
                if (!job || told.exit || told.signal) assert.notEqual(status, 0);
                const tried = machine.calls().filter((call) => call.startsWith("sleep ")).length;
                assert.ok(tried <= 31, "a bounded number of attempts");
            }));
    }

    it("unpacks nothing whose checksum is wrong, and asks for no token", () =>
        on({ ...gitHub, release: wrong }, async (machine) => {
            await machine.boot();
            assert.match(machine.seen("shipped"), /the checksum of the agent is wrong/);
            assert.ok(!machine.calls().some((call) => call.startsWith("chown")));
            const lines = machine.requests().map(({ line }) => line);
            assert.equal(lines.length, 1);
            assert.match(lines[0] ?? "", /tar\.gz$/);
        }));

    it("takes no job when the metadata service still answers the agent", () =>
        on(gitHub, async (machine) => {
            // A firewall that says yes and does nothing.
            const nft = path.join(machine.root, "..", "stubs", "nft");
            fs.writeFileSync(nft, "#!/bin/bash\ncat >/dev/null\n");
            assert.notEqual(await machine.boot(), 0);
            assert.match(machine.seen("shipped"), /the agent reaches the metadata service/);
            assert.equal(machine.seen("listeners"), "");
            assert.equal(machine.calls().at(-1), "systemctl poweroff");
        }));
});

describe("boot program, as cloud-init starts it", function () {
    this.timeout(120_000);
    before(function () {
        if (!canBoot()) this.skip();
    });

    it("installs itself as a service that powers the machine off at its end, however it ends", () =>
        on(gitHub, async (machine) => {
            assert.equal(await machine.install(), 0);
            const file = path.join(machine.root, "usr/local/sbin/gatehouse-boot");
            const program = fs.readFileSync(path.join(machine.root, "..", "part-001"), "utf8");
            assert.equal(fs.readFileSync(file, "utf8"), program);
            assert.equal(fs.statSync(file).mode & 0o777, 0o700);
            const folder = path.join(machine.root, "etc/systemd/system");
            const unit = fs.readFileSync(path.join(folder, "gatehouse-boot.service"), "utf8");
            assert.match(unit, /^FailureAction=poweroff$/m);
            assert.match(unit, /^SuccessAction=poweroff$/m);
            assert.match(unit, /^RuntimeMaxSec=1440min$/m);
            assert.match(unit, /^ExecStart=\/usr\/local\/sbin\/gatehouse-boot run$/m);
            assert.deepEqual(machine.calls(), [
                "systemctl daemon-reload",
                "systemctl enable --quiet gatehouse-boot.service",
                "systemctl start --no-block gatehouse-boot.service",
            ]);
        }));

    it("powers off when it cannot install itself", () =>
        on(gitHub, async (machine) => {
            machine.tell("faults", "systemctl enable *\n");
            assert.notEqual(await machine.install(), 0);
            assert.equal(machine.calls().at(-1), "systemctl poweroff");
        }));

    it("only hardens where somebody else installs the agent, and lets the monitoring agent be", () =>
        on(hardenOnly, async (machine) => {
            assert.equal(await machine.install(), 0);
            assert.equal(await machine.boot(), 0);
            assert.match(machine.seen("rules"), /meta skuid != \{ 0, 104 \} counter drop/);
            assert.ok(machine.calls().includes("swapoff --all"));
            assert.ok(
                !machine.calls().some((call) => /^(useradd|curl|mount|systemd-run)/.test(call)),
            );
            assert.ok(!machine.calls().includes("systemctl poweroff"));
        }));

    it("shuts out the monitoring agent too where it is told so, and knows no missing account", () =>
        on({ ...hardenOnly, metadataUsers: ["nobody-knows"] }, async (machine) => {
            assert.equal(await machine.boot(), 0);
            assert.match(machine.seen("rules"), /meta skuid != \{ 0 \} counter drop/);
        }));

    it("powers off a machine that cannot be hardened, before somebody else's agent takes a job", () =>
        on(hardenOnly, async (machine) => {
            machine.tell("faults", "nft --file *\n");
            assert.notEqual(await machine.boot(), 0);
            assert.equal(machine.calls().at(-1), "systemctl poweroff");
        }));
});
