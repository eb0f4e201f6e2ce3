import { spawn, type ChildProcess, type SpawnOptionsWithoutStdio } from "node:child_process";

const running = new Set<ChildProcess>();
let watching = false;

/**
 * Starts a process that belongs to this one. It is no member of the terminal's group: a Ctrl-C is the
 * engine's to handle, and a provider that got it too would drop the very operations the engine waits for.
 * When this process ends, however it exits, the child is told to end.
 */
export function spawnChild(
    path: string,
    args: readonly string[],
    options: Pick<SpawnOptionsWithoutStdio, "cwd" | "env">,
): ChildProcess & {
    readonly stdout: NodeJS.ReadableStream;
    readonly stderr: NodeJS.ReadableStream;
} {
    const child = spawn(path, [...args], {
        ...options,
        stdio: ["ignore", "pipe", "pipe"],
        // On Windows this would open a window; there is no process group either.
        detached: process.platform !== "win32",
    });
    running.add(child);
    child.once("exit", () => running.delete(child));
    if (!watching) {
        watching = true;
        process.once("exit", () => {
            for (const each of running) each.kill("SIGTERM");
        });
    }
    return child;
}
