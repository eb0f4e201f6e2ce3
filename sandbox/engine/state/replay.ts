/** What a deployment that was cut off left in its journal. */

import { z } from "zod";
import { EngineError } from "../api";
import { readJournal } from "./journalFile";
import { journalHeader, journalLine, type JournalHeader, type JournalLine } from "./journalLines";

export interface Leftover {
    readonly header: JournalHeader;
    readonly lines: readonly JournalLine[];
    /** Bytes of its whole lines: where a torn one begins. */
    readonly length: number;
    /** Everything in it is in the checkpoint already; only its removal is missing. */
    readonly folded: boolean;
}

/**
 * @param base hash of the checkpoint that stands now.
 * @returns undefined when there is none, or one in which nothing was recorded yet.
 * @throws EngineError when it is damaged or does not belong to this checkpoint. Nothing is touched.
 */
export async function readLeftover(path: string, base: string): Promise<Leftover | undefined> {
    const text = await readJournal(path);
    const [first, ...rest] = text?.lines ?? [];
    if (text === undefined || first === undefined) {
        return undefined;
    }
    // The schemas check what the types say; resource fields they do not name pass through.
    const header = parseLine(journalHeader, first, path, 1) as unknown as JournalHeader;
    const lines = rest.map(
        (line, i) => parseLine(journalLine, line, path, i + 2) as unknown as JournalLine,
    );
    const folded = lines.some((line) => line.op === "folded" && line.checkpoint === base);
    if (!folded && header.base !== base) {
        throw new EngineError(
            `${path}: belongs to another version of the state than the one beside it, which was replaced ` +
                `after the deployment of ${header.startTime} was cut off. Put that version back, or move ` +
                "the journal away to go on without what it holds",
        );
    }
    return { header, lines, length: text.length, folded };
}

/** Of a line only its number and the member at fault are told: it may hold anything. */
function parseLine<T>(schema: z.ZodType<T>, value: unknown, path: string, number: number): T {
    const result = schema.safeParse(value);
    if (!result.success) {
        const members = result.error.issues.map((issue) => issue.path.join(".") || "the line");
        throw new EngineError(
            `${path}: line ${number} is not an entry of this engine's journal (${members.join(", ")}). ` +
                "The state was left as it is; to go on without what the journal holds, move it away",
        );
    }
    return result.data;
}
