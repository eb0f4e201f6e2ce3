import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import type { RunRequest, RunFigures } from "./worker";

export interface Measured extends RunFigures {
    /** Peak of the resident memory of the engine and all its processes together, in MB. */
    readonly megabytes: number;
    /** CPU time of all of them together: what other work on the machine hardly changes. */
    readonly cpuSeconds: number;
}

/** /proc counts CPU time in hundredths of a second (USER_HZ) on every Linux. */
const ticksPerSecond = 100;

/**
 * Resident kilobytes of a process and its descendants, and their CPU ticks into `ticks`; 0 where /proc does
 * not exist.
 */
function look(pid: number, ticks: Map<number, number>): number {
    try {
        const status = fs.readFileSync(`/proc/${pid}/status`, "utf8");
        const own = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0);
        // After the name, which may hold blanks, utime and stime are fields 12 and 13.
        const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ");
        ticks.set(pid, Number(stat?.[11]) + Number(stat?.[12]));
        const children = fs
            .readdirSync(`/proc/${pid}/task`)
            .flatMap((task) =>
                fs.readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").trim().split(" "),
            )
            .filter((child) => child !== "");
        return children.reduce((sum, child) => sum + look(Number(child), ticks), own);
    } catch {
        return 0; // Gone between two looks, or no /proc.
    }
}

/** One preview in processes of its own: nothing is warm, nothing is shared with the last one. */
export function measure(root: string, request: RunRequest): Promise<Measured> {
    return new Promise((resolve, reject) => {
        const child = spawn(
            process.execPath,
            [
                "--require",
                "tsx/cjs",
                path.join(root, "bench", "worker.ts"),
                JSON.stringify(request),
            ],
            { cwd: root, stdio: ["ignore", "pipe", "inherit"] },
        );
        let peak = 0;
        const ticks = new Map<number, number>();
        const timer = setInterval(() => {
            if (child.pid !== undefined) peak = Math.max(peak, look(child.pid, ticks));
        }, 100);
        let output = "";
        child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
        child.on("close", (code) => {
            clearInterval(timer);
            if (code !== 0) {
                reject(new Error(`the run in ${request.projectDir} ended with exit code ${code}`));
                return;
            }
            const figures = JSON.parse(output) as RunFigures;
            const cpu = [...ticks.values()].reduce((sum, each) => sum + each, 0);
            resolve({
                ...figures,
                megabytes: Math.round(peak / 1024),
                cpuSeconds: cpu / ticksPerSecond,
            });
        });
    });
}
