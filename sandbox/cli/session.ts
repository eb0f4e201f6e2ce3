import type { RunKind, RunResult } from "../engine/api";
import { afterDestroy } from "./afterDestroy";
import { differences } from "./differences";
import { findings, verdict } from "./findings";
import type { Io } from "./index";
import type { Interrupts } from "./interrupts";
import { previewReport, report } from "./json";
import type { CliOptions } from "./options";
import type { Runner, RunRequest } from "./runner";
import type { Screen } from "./screen";
import { changeCounts, changes, summary } from "./summary";
import { byOperation, operated } from "./systems";
import { seconds } from "./text";

/** One command that runs an engine, from its first line to its exit code. */
export class Session {
    constructor(
        private readonly options: CliOptions,
        private readonly io: Io,
        private readonly screen: Screen,
        private readonly runner: Runner,
        private readonly interrupts: Interrupts,
    ) {}

    async run(): Promise<number> {
        const { command } = this.options;
        this.screen.say(`Gatehouse sandbox: ${this.runner.title}, clouds emulated`);
        switch (command) {
            case "preview":
            case "refresh":
            case "destroy":
                return this.#single(command);
            default:
                return this.#previewThenUp();
        }
    }

    async #previewThenUp(): Promise<number> {
        const { plan, stack } = this.options;
        const held = plan === undefined ? {} : { plan };
        const preview = await this.#carryOut("preview", "Previewing", held);
        this.#showChanges(preview);
        if (!preview.ok) return this.#blocked(preview, [preview]);
        this.screen.say(`Policies: ${verdict(preview)}`);
        this.screen.say("");
        const update = await this.#carryOut("up", "Deploying", held, operated(preview));
        if (!update.ok) {
            this.#showChanges(update);
            return this.#failed(update, [preview, update]);
        }
        const { colors, width } = this.screen;
        this.screen.lines(findings(update, colors, width));
        this.screen.lines(
            summary(update, {
                stack,
                projectDir: this.io.projectDir,
                width: width ?? 100,
                colors,
                next: this.#next(update),
            }),
        );
        return this.#end(0, [preview, update]);
    }

    async #single(kind: Exclude<RunKind, "up">): Promise<number> {
        const titles = { preview: "Previewing", refresh: "Refreshing", destroy: "Destroying" };
        const { savePlan } = this.options;
        const result = await this.#carryOut(
            kind,
            titles[kind],
            savePlan === undefined ? {} : { savePlan },
        );
        this.#showChanges(result);
        if (!result.ok) {
            return kind === "preview"
                ? this.#blocked(result, [result])
                : this.#failed(result, [result]);
        }
        if (kind === "preview") {
            this.screen.lines(findings(result, this.screen.colors, this.screen.width));
            this.screen.say("");
            this.screen.say(`Policies: ${verdict(result)}`);
            const held = savePlan === undefined ? "" : ` --plan ${savePlan}`;
            if (savePlan !== undefined) this.screen.say(`Plan: ${savePlan}`);
            this.screen.say(
                `Nothing was changed. To make it so: npm start -- up${this.#stackFlag()}${held}`,
            );
        }
        if (kind === "destroy") {
            const { io, runner, screen } = this;
            screen.lines(afterDestroy(result, runner, io.projectDir, screen.width));
        }
        return this.#end(0, [result]);
    }

    async #carryOut(
        kind: RunKind,
        title: string,
        plans: Pick<RunRequest, "plan" | "savePlan">,
        expected?: number,
    ): Promise<RunResult> {
        const { progress } = this.screen;
        progress.begin(`${title} ${this.options.stack}`, expected);
        try {
            return await this.runner.run(kind, {
                parallel: this.options.parallel,
                onEvent: progress.onEvent,
                signal: this.interrupts.signal,
                ...plans,
            });
        } finally {
            progress.end();
        }
    }

    #showChanges(result: RunResult): void {
        const { colors } = this.screen;
        const title = result.kind === "preview" ? "Preview" : "Done";
        this.screen.say(`${title}: ${changeCounts(result)} (${seconds(result.durationMs)})`);
        const detailed = this.options.diff && result.kind !== "up";
        this.screen.lines(detailed ? differences(result, colors) : changes(result, colors));
    }

    #blocked(result: RunResult, results: readonly RunResult[]): number {
        this.screen.lines(findings(result, this.screen.colors, this.screen.width));
        this.screen.say("");
        const found = result.violations.some(({ enforcement }) => enforcement === "mandatory");
        if (found) this.screen.say(`Policies: ${verdict(result)}`);
        const why = this.interrupts.signal.aborted
            ? "Cancelled. Nothing was changed."
            : found
              ? "Blocked. Nothing was changed."
              : "Failed in the preview. Nothing was changed.";
        this.screen.say(this.screen.colors.red(why));
        return this.#end(1, results);
    }

    /** Says what was done and what was not. */
    #failed(result: RunResult, results: readonly RunResult[]): number {
        this.screen.lines(findings(result, this.screen.colors, this.screen.width));
        this.screen.say("");
        const [what, when] = this.interrupts.signal.aborted
            ? ["Cancelled", "that"]
            : ["Failed", "the failure"];
        const done = Object.keys(byOperation(result.steps)).length > 0;
        const kept = done ? "What is listed above was begun before" : "Nothing was changed before";
        this.screen.say(this.screen.colors.red(`${what}. ${kept} ${when}; the state is saved.`));
        this.screen.say(
            `Run the same command again to go on: npm start -- ${result.kind}${this.#stackFlag()}`,
        );
        return this.#end(1, results);
    }

    #end(exitCode: number, results: readonly RunResult[]): number {
        const { options } = this;
        if (options.json) {
            const [first] = results;
            this.screen.document(
                options.command === "preview" && first !== undefined
                    ? previewReport(options, exitCode, first)
                    : report(options, exitCode, results),
            );
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

    #stackFlag(): string {
        return this.options.stack === "dev" ? "" : ` --stack ${this.options.stack}`;
    }
}
