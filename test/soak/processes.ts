import { execFileSync } from "node:child_process";
import fs from "node:fs";

/** Who can be killed. */
export type Victim = "engine" | "program" | "pack" | "plugin";

/** What the children of an engine are recognised by. */
const marks: Readonly<Record<Exclude<Victim, "engine">, RegExp>> = {
    program: /cmd\/run(\/index\.js)? /,
    pack: /run-policy-pack/,
    plugin: /bin\/sandbox\/cloud\.js/,
};

/** The engine and its children that run now, by role. */
export function family(engine: number): Partial<Record<Victim, number>> {
    const found: Partial<Record<Victim, number>> = { engine };
    for (const { pid, command } of childrenOf(engine)) {
        for (const [victim, mark] of Object.entries(marks)) {
            if (mark.test(command)) found[victim as Victim] = pid;
        }
    }
    return found;
}

/** Fast where /proc tells, so that little happens between looking and killing. */
function childrenOf(parent: number): { pid: number; command: string }[] {
    try {
        const list = fs.readFileSync(`/proc/${parent}/task/${parent}/children`, "utf8");
        return list
            .trim()
            .split(" ")
            .filter((pid) => pid !== "")
            .map((pid) => ({
                pid: Number(pid),
                command: fs.readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " "),
            }));
    } catch {
        return processes().filter((one) => one.parent === parent);
    }
}

/** Which of these run, as themselves and not as zombies. */
export function alive(pids: readonly number[]): number[] {
    return processes()
        .filter(({ pid, state }) => pids.includes(pid) && !state.startsWith("Z"))
        .map(({ pid }) => pid);
}

function processes(): { pid: number; parent: number; state: string; command: string }[] {
    const table = execFileSync("ps", ["-A", "-o", "pid=,ppid=,state=,args="], {
        encoding: "utf8",
        maxBuffer: 64 * 1024 * 1024,
    });
    return table.split("\n").flatMap((line) => {
        const [, pid, parent, state, command] =
            /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
        if (pid === undefined || command === undefined) return [];
        return [{ pid: Number(pid), parent: Number(parent), state: state ?? "", command }];
    });
}
