import { EngineError } from "../engine/api";
import { chooseRunner } from "./choose";
import { exchange } from "./exchange";
import { history } from "./history";
import { Interrupts } from "./interrupts";
import { HelpText, parseOptions, UsageError, type CliOptions } from "./options";
import type { Output } from "./progress";
import type { Runner, RunnerOptions } from "./runner";
import { Screen } from "./screen";
import { Session } from "./session";
import { tamper } from "./tamper";

export interface Io {
    readonly stdout: Output;
    readonly stderr: Output;
    /** Whether stdout is a terminal. */
    readonly isTTY: boolean;
    readonly env: NodeJS.ProcessEnv;
    readonly projectDir: string;
}

type Choose = (options: RunnerOptions) => Promise<Runner>;

/**
 * The sandbox's command line. Exit codes: 0 done, 1 blocked, failed or cancelled, 2 wrong use or
 * configuration, 8 ended at once by a second Ctrl-C.
 * @param choose How to come by an engine; tests give their own.
 */
export async function main(
    argv: readonly string[],
    io: Io,
    choose: Choose = chooseRunner,
): Promise<number> {
    try {
        const options = parseOptions(argv, io.projectDir);
        const { stack } = options;
        const runner = await choose({ projectDir: io.projectDir, stack, env: io.env });
        return await perform(options, io, runner);
    } catch (error) {
        if (error instanceof HelpText) {
            io.stdout.write(`${error.message}\n`);
            return 0;
        }
        if (error instanceof UsageError || error instanceof EngineError) {
            const exitCode = error instanceof EngineError ? error.exitCode : 2;
            io.stderr.write(`${error.message}\n`);
            if (argv.includes("--json")) {
                const document = { exitCode, error: error.message };
                io.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
            }
            return exitCode;
        }
        throw error;
    }
}

async function perform(options: CliOptions, io: Io, runner: Runner): Promise<number> {
    const screen = new Screen(options, io);
    switch (options.command) {
        case "outputs":
            screen.document(await runner.outputs());
            return 0;
        case "history":
            return history(options, screen, runner);
        case "export":
        case "import":
            return exchange(options, screen, runner);
        case "tamper":
            return tamper(options, screen, runner);
        default: {
            const interrupts = new Interrupts(screen);
            try {
                return await new Session(options, io, screen, runner, interrupts).run();
            } finally {
                interrupts.close();
            }
        }
    }
}
