/** YAML files written by people: every problem is told with file, line and column. */

import { readFile } from "node:fs/promises";
import { isNode, LineCounter, parseDocument, type Document } from "yaml";
import type { z } from "zod";
import { EngineError } from "../api";

/** A path inside a document: ["config", "gatehouse:estate", "teams"]. */
export type Path = readonly PropertyKey[];

/** One YAML file that was read, and a place to gather what is wrong with it. */
export class YamlFile {
    readonly path: string;
    readonly #document: Document;
    readonly #lines: LineCounter;
    readonly #problems: { readonly offset: number; readonly text: string }[] = [];

    readonly #showValues: boolean;

    private constructor(path: string, document: Document, lines: LineCounter, showValues: boolean) {
        this.path = path;
        this.#showValues = showValues;
        this.#document = document;
        this.#lines = lines;
    }

    /**
     * @param contents whether its values may be shown in messages, or may be secrets.
     * @returns undefined when there is no such file.
     * @throws EngineError (exit 2) when it cannot be read or is not YAML, listing every error.
     */
    static async read(path: string, contents: "public" | "secret"): Promise<YamlFile | undefined> {
        let text: string;
        try {
            text = await readFile(path, "utf8");
        } catch (error) {
            if ((error as NodeJS.ErrnoException).code === "ENOENT") {
                return undefined;
            }
            throw new EngineError(`Cannot read ${path}: ${(error as Error).message}`, 2);
        }
        const lines = new LineCounter();
        const document = parseDocument(text.replace(/^\uFEFF/, ""), {
            lineCounter: lines,
            merge: true,
            prettyErrors: false,
        });
        const file = new YamlFile(path, document, lines, contents === "public");
        for (const { message, pos } of document.errors) {
            file.#problems.push({ offset: pos[0], text: message });
        }
        file.throwIfWrong();
        return file;
    }

    /** Plain values. An empty file is an empty map. */
    content(): unknown {
        try {
            return (this.#document.toJS() as unknown) ?? {};
        } catch (error) {
            // An alias without its anchor, or aliases that multiply beyond reason.
            throw new EngineError(`${this.path}: ${(error as Error).message}`, 2);
        }
    }

    /** @throws EngineError (exit 2) with every problem the schema finds. */
    check<T>(schema: z.ZodType<T>): T {
        const content = this.content();
        const result = schema.safeParse(content);
        if (result.success) {
            return result.data;
        }
        for (const issue of result.error.issues) {
            const seen = issue.path.reduce<unknown>(
                (value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key],
                content,
            );
            const expected = issue.message.replace(/, received .*$/, "");
            this.report(issue.path, `${expected}, found ${this.describe(seen)}`);
        }
        throw this.#error();
    }

    /** What was found: the value where it may be shown and is short, else its kind. */
    describe(value: unknown): string {
        const scalar = typeof value !== "object" && value !== undefined;
        const text = this.#showValues && scalar ? JSON.stringify(value) : "";
        return text === "" || text.length > 60 ? kindOf(value) : text;
    }

    /** Notes a problem at a path; {@link throwIfWrong} tells all. */
    report(path: Path, problem: string): void {
        const text = `${path.map(String).join(".")}: ${problem}`;
        this.#problems.push({ offset: this.#offset(path), text });
    }

    throwIfWrong(): void {
        if (this.#problems.length > 0) {
            throw this.#error();
        }
    }

    #error(): EngineError {
        const lines = [...this.#problems]
            .sort((a, b) => a.offset - b.offset)
            .map(({ offset, text }) => {
                const { line, col } = this.#lines.linePos(offset);
                return `  ${this.path}:${line}:${col} ${text}`;
            });
        const count = lines.length === 1 ? "1 problem" : `${lines.length} problems`;
        return new EngineError(`${this.path}: ${count}\n${lines.join("\n")}`, 2);
    }

    /** Where the nearest existing node of the path begins. */
    #offset(path: Path): number {
        for (let length = path.length; length >= 0; length--) {
            const node: unknown = this.#document.getIn(path.slice(0, length), true);
            if (isNode(node) && node.range) {
                return node.range[0];
            }
        }
        return 0;
    }
}

function kindOf(value: unknown): string {
    if (value === undefined) {
        return "nothing";
    }
    if (value === null) {
        return "an empty value";
    }
    if (Array.isArray(value)) {
        return "a list";
    }
    return typeof value === "object" ? "a map" : `a ${typeof value}`;
}
