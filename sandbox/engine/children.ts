import { spawn, type ChildProcess, type SpawnOptionsWithoutStdio } from "node:child_process";
import path from "node:path";

/** Beside this file, and beside the bundle this file ends up in. */
const loadedFirst = ["parentWatch.cjs", "lateModules.cjs"];

/**
 * Arguments with which node starts a host of the SDK: one that ends when this process is gone, even
 * killed, and that loads no compiler which nobody uses.
 */
export const hostFlags: readonly string[] = loadedFirst.flatMap((file) => [
    "--require",
    path.join(__dirname, file),
]);

const running = new Set<ChildProcess>();
let watching = false;

/**
 * Starts a process that belongs to this one. It is no member of the terminal's group: a Ctrl-C is the
 * engine's to handle, and a provider that got it too would drop the very operations the engine waits for.
 * When this process exits out of order, the child is killed: to the plugin an orderly end would say that
 * every answer it gave is in the state. Of a killed engine the child learns by the number it is given here.
 */
export function spawnChild(
    file: string,
    args: readonly string[],
    options: Pick<SpawnOptionsWithoutStdio, "cwd" | "env">,
): ChildProcess & {
    readonly stdout: NodeJS.ReadableStream;
    readonly stderr: NodeJS.ReadableStream;
} {
    const child = spawn(file, [...args], {
        cwd: options.cwd,
        env: { ...(options.env ?? process.env), GATEHOUSE_ENGINE_PID: String(process.pid) },
        stdio: ["ignore", "pipe", "pipe"],
        // On Windows this would open a window; there is no process group either.
        detached: process.platform !== "win32",
    });
    running.add(child);
    child.once("exit", () => running.delete(child));
    if (!watching) {
        watching = true;
        process.once("exit", () => {
            for (const each of running) each.kill("SIGKILL");
        });
    }
    return child;
}
