import type { EngineEvent } from "../engine/api";
import { isMachinery, shortType } from "./systems";
import { seconds, type Paint } from "./text";

export interface Output {
    write(text: string): unknown;
    readonly columns?: number | undefined;
}

const frames = ["-", "\\", "|", "/"];
const frameMs = 120;
/** Without a terminal: a line after this many resources. */
const plainEvery = 50;

/**
 * Shows a run while it goes on: on a terminal one line that is written over, elsewhere a plain line now and
 * then. What must stay (messages, phases) goes through {@link Progress.line}.
 */
export class Progress {
    #done = 0;
    #expected: number | undefined;
    #phase = "";
    #current = "";
    #frame = 0;
    #started = Date.now();
    #timer: NodeJS.Timeout | undefined;

    constructor(
        private readonly out: Output,
        private readonly live: boolean,
        private readonly colors: Paint,
    ) {}

    /**
     * Starts a part of the job: "Previewing dev".
     * @param expected How many resources it will come to, when a preview has told.
     */
    begin(phase: string, expected?: number): void {
        this.#phase = phase;
        this.#expected = expected;
        this.#done = 0;
        this.#current = "";
        this.#started = Date.now();
        if (this.live) this.#timer = setInterval(() => this.#draw(), frameMs);
        else this.out.write(`${phase} ...\n`);
    }

    /** Ends the part; the terminal's line is taken away. */
    end(): void {
        clearInterval(this.#timer);
        this.#timer = undefined;
        this.#clear();
    }

    readonly onEvent = (event: EngineEvent): void => {
        if (event.kind === "step-start") this.#current = stepText(event.step);
        else if (event.kind === "step-done") {
            this.#done += 1;
            if (!this.live && this.#done % plainEvery === 0) {
                const time = seconds(Date.now() - this.#started);
                this.out.write(`  ${this.#done} resources after ${time}\n`);
            }
        } else if (event.kind === "phase") this.#current = event.text;
        else if (event.kind === "diagnostic") {
            const { severity, message, urn = "" } = event.diagnostic;
            const name = urn.slice(urn.lastIndexOf("::") + 1).replace(/^:/, "");
            const about = name === "" || message.includes(name) ? "" : ` ${name}:`;
            const text = `${severity}:${about} ${message}`;
            if (severity === "error") this.line(this.colors.red(text));
            else if (severity === "warning") this.line(this.colors.yellow(text));
            else if (severity === "info") this.line(message);
        }
    };

    /** A line that stays. */
    line(text: string): void {
        this.#clear();
        this.out.write(`${text}\n`);
    }

    #clear(): void {
        if (this.live) this.out.write("\r\u001b[2K");
    }

    #draw(): void {
        const frame = frames[this.#frame++ % frames.length] ?? "";
        const time = seconds(Date.now() - this.#started);
        const total = this.#expected === undefined ? "" : `/${this.#expected}`;
        const count = `${this.#done}${total} resources`;
        const text = `${frame} ${this.#phase}  ${count}  ${time}  ${this.#current}`;
        const width = Math.max((this.out.columns ?? 80) - 1, 20);
        this.out.write(`\r\u001b[2K${text.slice(0, width)}`);
    }
}

function stepText({ type, name, op }: { type: string; name: string; op: string }): string {
    return isMachinery(type) ? "" : `${op} ${shortType(type)} ${name}`;
}
