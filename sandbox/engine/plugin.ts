import type { ChildProcess } from "node:child_process";
import { EngineError } from "./api";
import { answerLimitMs } from "./answerLimit";
import { spawnChild } from "./children";

/** A process that told its port on the first line of its standard output. */
export interface PluginProcess {
    readonly address: string;
    /** Ends the process, with SIGKILL when `atOnce`; resolves when it is gone. */
    stop(atOnce?: boolean): Promise<void>;
    /** What it wrote to stderr lately, to explain a death. */
    stderr(): string;
}

const keptStderr = 8_000;

export interface PluginCommand {
    readonly title: string;
    readonly path: string;
    readonly args: readonly string[];
    readonly cwd?: string;
    readonly env?: NodeJS.ProcessEnv;
    /** How long it may take to tell its port. Default: 60 s. */
    readonly limitMs?: number | undefined;
}

/** Starts a plugin and waits for its port. */
export function startPlugin(command: PluginCommand): Promise<PluginProcess> {
    const child = spawnChild(command.path, command.args, {
        cwd: command.cwd,
        env: command.env ?? process.env,
    });
    const limitMs = command.limitMs ?? answerLimitMs;
    let errors = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
        errors = (errors + text).slice(-keptStderr);
    });
    return new Promise((resolve, reject) => {
        const fail = (why: string): void => {
            clearTimeout(timer);
            child.kill("SIGKILL");
            const said = errors.trim();
            reject(new EngineError(`${command.title} ${why}${said === "" ? "" : `:\n${said}`}`));
        };
        const timer = setTimeout(() => {
            fail(`did not tell its port within ${limitMs / 1000} s`);
        }, limitMs);
        child.on("error", (error) => {
            fail(`could not be started (${error.message})`);
        });
        child.on("exit", (code) => {
            fail(`ended before it told its port (exit code ${code ?? "none"})`);
        });
        let output = "";
        child.stdout.setEncoding("utf8").on("data", (text: string) => {
            if (output.includes("\n")) return;
            output += text;
            const [line, rest] = output.split("\n", 2);
            if (rest === undefined) return;
            const port = Number(line?.trim());
            if (!Number.isInteger(port) || port < 1 || port > 65_535) {
                fail(`told ${JSON.stringify(line)} where its port was expected`);
                return;
            }
            clearTimeout(timer);
            child.removeAllListeners("exit");
            resolve({
                address: `127.0.0.1:${port}`,
                stop: (atOnce = false) => stop(child, atOnce),
                stderr: () => errors.trim(),
            });
        });
    });
}

/** SIGTERM, then SIGKILL after two seconds. */
function stop(child: ChildProcess, atOnce: boolean): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
    return new Promise((resolve) => {
        const timer = setTimeout(() => child.kill("SIGKILL"), 2_000);
        child.once("exit", () => {
            clearTimeout(timer);
            resolve();
        });
        child.kill(atOnce ? "SIGKILL" : "SIGTERM");
    });
}
