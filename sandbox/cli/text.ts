import { createColors } from "picocolors";

/** Colours, or plain text. */
export type Paint = ReturnType<typeof createColors>;

export function paint(enabled: boolean): Paint {
    return createColors(enabled);
}

/** Breaks a text at blanks so that no line is wider than `width`; long words stay whole. */
export function wrap(text: string, width: number, indent: string): string {
    const lines: string[] = [];
    let line = "";
    for (const word of text.split(" ")) {
        if (line !== "" && line.length + 1 + word.length > width) {
            lines.push(line);
            line = word;
        } else line = line === "" ? word : `${line} ${word}`;
    }
    return [...lines, line].join(`\n${indent}`);
}

/** Columns of equal width, two blanks between them; the last is not padded. */
export function columns(rows: readonly (readonly string[])[], indent = ""): string[] {
    const widths: number[] = [];
    for (const row of rows) {
        row.forEach((cell, index) => (widths[index] = Math.max(widths[index] ?? 0, cell.length)));
    }
    return rows.map((row) =>
        (
            indent +
            row
                .map((cell, index) =>
                    index === row.length - 1 ? cell : cell.padEnd(widths[index] ?? 0),
                )
                .join("  ")
        ).trimEnd(),
    );
}

export function plural(number: number, one: string, many = `${one}s`): string {
    return `${number} ${number === 1 ? one : many}`;
}

export function seconds(milliseconds: number): string {
    return `${(milliseconds / 1000).toFixed(1)} s`;
}
