import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { BootFacts } from "../../../components/agents/boot/bootFacts";
import { bootProgramAt } from "../../../components/agents/boot/bootProgram";

/** What must never be seen outside of the boot program itself, one value for each kind. */
export const bootSecrets = {
    installation: "ghs_INSTALLATIONTOKEN0123456789",
    entra: "eyENTRATOKEN0123456789.payload.signature",
    jit: "SklUQ09ORklHVVJBVElPTjAxMjM0NTY3ODk=",
    imds: "IMDSSESSION0123456789==",
    aws_secret: "awsSecretAccessKey/0123456789+abcdefghij",
    aws_session: "awsSessionToken//0123456789+abcdefghij==",
};

const stubbed =
    "apt-get chown curl dnf find id ldconfig logger mount mountpoint nft pkill runuser sleep swapoff sysctl systemctl systemd-run umount useradd";

/** One request the program made: method and address, and the lines given to curl. */
export interface BootRequest {
    line: string;
    options: string[];
}

/**
 * A machine in a folder: the real program with the real bash, tar and sha256sum, on stubs of
 * whatever would change the machine or speak to the network. Its disk outlives its boots.
 */
export interface BootMachine {
    /** Folder that stands for `/`. */
    root: string;
    /** Runs the installed program, as the service does at a boot; gives its exit status. */
    boot(): Promise<number | null>;
    /** Runs the program without argument, as cloud-init does. */
    install(): Promise<number | null>;
    /** What the stubs and the job wrote down under this name, "" when nothing. */
    seen(name: string): string;
    /** Tells the stubs something. */
    tell(name: string, text: string): void;
    /** The stubs' calls in order, one a line. */
    calls(): string[];
    requests(): BootRequest[];
    /** Ends its life. */
    remove(): void;
}

/** Whether this computer has what a dry run needs besides Node. */
export function canBoot(): boolean {
    const probe =
        "((BASH_VERSINFO[0] >= 5)) && command -v tar sha256sum base64 && [[ -d /proc/1 ]]";
    return spawnSync("bash", ["-c", probe]).status === 0;
}

/** A new machine that was given the program for these facts. */
export function bootMachine(facts: BootFacts): BootMachine {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "gatehouse-boot-"));
    const at = (...parts: string[]) => path.join(folder, ...parts);
    const root = at("root");
    for (const part of ["stubs", "state", "root/tmp", "root/var/tmp", "root/dev/shm", "root/run"]) {
        fs.mkdirSync(at(part), { recursive: true });
    }
    for (const name of stubbed.split(" ")) {
        fs.copyFileSync(path.join(__dirname, "stub.sh"), at("stubs", name));
        fs.chmodSync(at("stubs", name), 0o755);
    }
    const tell = (name: string, text: string) => fs.writeFileSync(at("state", name), text);
    const seen = (name: string) => {
        const file = at("state", name);
        return fs.existsSync(file) ? fs.readFileSync(file, "latin1") : "";
    };
    Object.entries({
        faults: "",
        active: "none",
        exit: "0",
        groups: "gatehouse-agent\n",
        rules: "",
    })
        .concat([
            [
                "secrets",
                Object.entries(bootSecrets)
                    .map((pair) => pair.join("="))
                    .join("\n"),
            ],
        ])
        .forEach(([name, text]) => tell(name, text));
    const sum = packAgent(at("agent"), at("state", "agent.tar.gz"));
    const release = { version: "1.2.3", sha256X64: sum, sha256Arm64: sum };
    const place = { root, path: `${at("stubs")}:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin` };
    fs.writeFileSync(at("part-001"), bootProgramAt({ release, ...facts }, place), { mode: 0o700 });
    const run = (file: string, ...args: string[]) =>
        new Promise<number | null>((resolve, reject) => {
            // A process group of its own, so that a job can pull the plug of this machine only.
            const child = spawn(file, args, { detached: true, stdio: "ignore", timeout: 110_000 });
            child.on("error", reject).on("close", (status) => resolve(status));
        });
    return {
        root,
        boot: () => run(at("part-001"), "run"),
        install: () => run(at("part-001")),
        seen,
        tell,
        calls: () => seen("calls").split("\n").slice(0, -1),
        requests: () =>
            seen("requests")
                .split("\n--\n")
                .slice(0, -1)
                .map((text) => text.split("\n"))
                .map(([line = "", ...options]) => ({ line, options })),
        remove: () => fs.rmSync(folder, { recursive: true, force: true }),
    };
}

/** Packs the agent of the dry runs; gives the checksum of its archive. */
function packAgent(folder: string, archive: string): string {
    fs.mkdirSync(path.join(folder, "bin"), { recursive: true });
    const parts = {
        "bin/Runner.Listener": "listener.sh",
        "bin/Agent.Listener": "listener.sh",
        "config.sh": "config.sh",
    };
    for (const [name, source] of Object.entries(parts)) {
        fs.copyFileSync(path.join(__dirname, source), path.join(folder, name));
        fs.chmodSync(path.join(folder, name), 0o755);
    }
    spawnSync("tar", ["-czf", archive, "-C", folder, "."]);
    return createHash("sha256").update(fs.readFileSync(archive)).digest("hex");
}
