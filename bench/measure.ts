import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import type { RunRequest, RunFigures } from "./worker";

export interface Measured extends RunFigures {
    /** Peak of the resident memory of the engine and all its processes together, in MB. */
    readonly megabytes: number;
}

/** Resident kilobytes of a process and its descendants; 0 where /proc does not exist. */
function residentKilobytes(pid: number): number {
    try {
        const status = fs.readFileSync(`/proc/${pid}/status`, "utf8");
        const own = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0);
        const children = fs
            .readdirSync(`/proc/${pid}/task`)
            .flatMap((task) =>
                fs.readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").trim().split(" "),
            )
            .filter((child) => child !== "");
        return children.reduce((sum, child) => sum + residentKilobytes(Number(child)), own);
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
        const timer = setInterval(() => {
            if (child.pid !== undefined) peak = Math.max(peak, residentKilobytes(child.pid));
        }, 250);
        let output = "";
        child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
        child.on("close", (code) => {
            clearInterval(timer);
            if (code !== 0) {
                reject(new Error(`the run in ${request.projectDir} ended with exit code ${code}`));
                return;
            }
            const figures = JSON.parse(output) as RunFigures;
            resolve({ ...figures, megabytes: Math.round(peak / 1024) });
        });
    });
}
