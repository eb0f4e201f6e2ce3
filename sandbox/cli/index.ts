import { EngineError, type RunKind, type RunResult } from "../engine/api";
import { afterDestroy } from "./afterDestroy";
import { chooseRunner } from "./choose";
import { findings, verdict } from "./findings";
import { report } from "./json";
import { HelpText, parseOptions, UsageError, type CliOptions } from "./options";
import { Progress, type Output } from "./progress";
import type { Runner, RunnerOptions } from "./runner";
import { changeCounts, changes, summary } from "./summary";
import { byOperation, operated } from "./systems";
import { paint, seconds, type Paint } from "./text";

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
 * The sandbox's command line. Exit codes: 0 done, 1 blocked or failed, 2 wrong use or configuration.
 * @param choose How to come by an engine; tests give their own.
 */
export async function main(
    argv: readonly string[],
    io: Io,
    choose: Choose = chooseRunner,
): Promise<number> {
    try {
        const options = parseOptions(argv, io.projectDir);
        return await new Session(options, io, choose).run();
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

/** Set to something that means yes: an empty CI or NO_COLOR counts as not set. */
function isSet(value: string | undefined): boolean {
    return value !== undefined && value !== "" && value !== "false";
}

/** One command from its first line to its exit code. */
class Session {
    readonly #out: Output;
    readonly #colors: Paint;
    readonly #progress: Progress;
    readonly #abort = new AbortController();

    constructor(
        private readonly options: CliOptions,
        private readonly io: Io,
        private readonly choose: Choose,
    ) {
        // With --json stdout belongs to the document.
        this.#out = options.json ? io.stderr : io.stdout;
        const live = io.isTTY && !options.json && !isSet(io.env.CI) && io.env.TERM !== "dumb";
        const colored = options.color && io.isTTY && !isSet(io.env.NO_COLOR);
        this.#colors = paint(colored && !options.json);
        this.#progress = new Progress(this.#out, live, this.#colors);
    }

    async run(): Promise<number> {
        const { options, io } = this;
        const runner = await this.choose({
            projectDir: io.projectDir,
            stack: options.stack,
            env: io.env,
        });
        if (options.command === "outputs") return this.#outputs(runner);
        this.#say(`Gatehouse sandbox: ${runner.title}, clouds emulated`);
        const interrupt = (): void => {
            this.#progress.line("Cancelling: finishing what is in flight ...");
            this.#abort.abort();
        };
        process.once("SIGINT", interrupt);
        try {
            if (options.command === "story" || options.command === "up") {
                return await this.#previewThenUp(runner);
            }
            return await this.#single(runner, options.command);
        } finally {
            process.off("SIGINT", interrupt);
        }
    }

    async #previewThenUp(runner: Runner): Promise<number> {
        const preview = await this.#carryOut(runner, "preview", "Previewing");
        this.#showChanges(preview);
        if (!preview.ok) return this.#blocked(preview, "the preview");
        this.#say(`Policies: ${verdict(preview)}`);
        this.#say("");
        const update = await this.#carryOut(runner, "up", "Deploying", operated(preview));
        if (!update.ok) {
            this.#showChanges(update);
            return this.#failed(update, [preview, update]);
        }
        this.#lines(findings(update, this.#colors, this.#width));
        this.#lines(
            summary(update, {
                stack: this.options.stack,
                projectDir: this.io.projectDir,
                width: this.#width ?? 100,
                colors: this.#colors,
                next: this.#next(update),
            }),
        );
        return this.#end(0, [preview, update]);
    }

    async #single(runner: Runner, kind: Exclude<RunKind, "up">): Promise<number> {
        const titles = { preview: "Previewing", refresh: "Refreshing", destroy: "Destroying" };
        const result = await this.#carryOut(runner, kind, titles[kind]);
        this.#showChanges(result);
        if (!result.ok) {
            return kind === "preview"
                ? this.#blocked(result, "the preview")
                : this.#failed(result, [result]);
        }
        if (kind === "preview") {
            this.#lines(findings(result, this.#colors, this.#width));
            this.#say("");
            this.#say(`Policies: ${verdict(result)}`);
            this.#say("Nothing was changed. To make it so: npm start -- up" + this.#stackFlag());
        }
        if (kind === "destroy") {
            this.#lines(afterDestroy(result, runner, this.io.projectDir, this.#width));
        }
        return this.#end(0, [result]);
    }

    async #outputs(runner: Runner): Promise<number> {
        const outputs = await runner.outputs();
        this.io.stdout.write(`${JSON.stringify(outputs, null, 4)}\n`);
        return 0;
    }

    async #carryOut(
        runner: Runner,
        kind: RunKind,
        title: string,
        expected?: number,
    ): Promise<RunResult> {
        this.#progress.begin(`${title} ${this.options.stack}`, expected);
        try {
            return await runner.run(kind, {
                parallel: this.options.parallel,
                onEvent: this.#progress.onEvent,
                signal: this.#abort.signal,
            });
        } finally {
            this.#progress.end();
        }
    }

    #showChanges(result: RunResult): void {
        const title = result.kind === "preview" ? "Preview" : "Done";
        this.#say(`${title}: ${changeCounts(result)} (${seconds(result.durationMs)})`);
        this.#lines(changes(result, this.#colors));
    }

    #blocked(result: RunResult, what: string): number {
        this.#lines(findings(result, this.#colors, this.#width));
        this.#say("");
        const found = result.violations.some(({ enforcement }) => enforcement === "mandatory");
        if (found) this.#say(`Policies: ${verdict(result)}`);
        this.#say(
            this.#colors.red(
                found ? "Blocked. Nothing was changed." : `Failed in ${what}. Nothing was changed.`,
            ),
        );
        return this.#end(1, [result]);
    }

    /** Says what was done and what was not. */
    #failed(result: RunResult, results: readonly RunResult[]): number {
        this.#lines(findings(result, this.#colors, this.#width));
        this.#say("");
        const done = Object.keys(byOperation(result.steps)).length > 0;
        const kept = done ? "What is listed above was begun before" : "Nothing was changed before";
        this.#say(this.#colors.red(`Failed. ${kept} the failure; the state is saved.`));
        this.#say(
            `Run the same command again to go on: npm start -- ${result.kind}${this.#stackFlag()}`,
        );
        return this.#end(1, results);
    }

    #end(exitCode: number, results: readonly RunResult[]): number {
        if (this.options.json) {
            const document = report(this.options, exitCode, results);
            this.io.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
        }
        return exitCode;
    }

    #next(result: RunResult): string[] {
        const changed = Object.keys(byOperation(result.steps)).length > 0;
        return [
            changed ? "npm start again: no changes" : "",
            `weaken a line of Pulumi.${this.options.stack}.yaml, for example vault: { ..., allowPurge: true },`,
            `then npm start -- preview${this.#stackFlag()}: the pack says no`,
            `npm start -- destroy${this.#stackFlag()}: take it all down again`,
        ].filter((line) => line !== "");
    }

    /** Width to break lines at; a log keeps its lines whole. */
    get #width(): number | undefined {
        return this.#out.columns;
    }

    #stackFlag(): string {
        return this.options.stack === "dev" ? "" : ` --stack ${this.options.stack}`;
    }

    #lines(lines: readonly string[]): void {
        for (const line of lines) this.#say(line);
    }

    #say(line: string): void {
        this.#out.write(`${line}\n`);
    }
}
