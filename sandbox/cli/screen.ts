import type { Io } from "./index";
import type { CliOptions } from "./options";
import { Progress, type Output } from "./progress";
import { paint, type Paint } from "./text";

/** Set to something that means yes: an empty CI or NO_COLOR counts as not set. */
function isSet(value: string | undefined): boolean {
    return value !== undefined && value !== "" && value !== "false";
}

/** Where a command writes: lines for people and, with --json, one document for programs. */
export class Screen {
    readonly colors: Paint;
    readonly progress: Progress;
    readonly #out: Output;

    constructor(
        { json, color }: Pick<CliOptions, "json" | "color">,
        private readonly io: Io,
    ) {
        // With --json stdout belongs to the document.
        this.#out = json ? io.stderr : io.stdout;
        const live = io.isTTY && !json && !isSet(io.env.CI) && io.env.TERM !== "dumb";
        const colored = color && io.isTTY && !isSet(io.env.NO_COLOR);
        this.colors = paint(colored && !json);
        this.progress = new Progress(this.#out, live, this.colors);
    }

    /** Width to break lines at; a log keeps its lines whole. */
    get width(): number | undefined {
        return this.#out.columns;
    }

    say(line: string): void {
        this.#out.write(`${line}\n`);
    }

    lines(lines: readonly string[]): void {
        for (const line of lines) this.say(line);
    }

    document(value: unknown): void {
        this.io.stdout.write(`${JSON.stringify(value, null, 4)}\n`);
    }
}
