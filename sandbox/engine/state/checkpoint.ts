/** The checkpoint file: reading what is there, replacing it in one step. */

import { createHash } from "node:crypto";
import { z } from "zod";
import { EngineError } from "../api";
import { checkVersion, parseDeployment, shapeMessage } from "./deployment";
import { keepBackup, readIfPresent, writeAtomically } from "./durable";
import { integrityProblems, type StackName } from "./integrity";
import type { StackPaths } from "./paths";
import type { CheckpointFile, DeploymentV3 } from "./types";

export interface Checkpoint {
    /** undefined when the file is absent or holds no deployment yet. */
    readonly deployment: DeploymentV3 | undefined;
    /** SHA-256 of the file in hex; "" when there is none. */
    readonly hash: string;
    /** Members of `checkpoint` this engine does not know, kept. */
    readonly extra: Readonly<Record<string, unknown>>;
}

const fileShape = z.looseObject({
    version: z.unknown().optional(),
    checkpoint: z.looseObject({ stack: z.string(), latest: z.unknown().optional() }),
});

/** @throws EngineError when the file is not whole, foreign or inconsistent; it is never touched. */
export async function readCheckpoint(
    paths: StackPaths,
    stack: string,
    name: StackName,
): Promise<Checkpoint> {
    const bytes = await readIfPresent(paths.checkpoint);
    if (bytes === undefined) {
        return { deployment: undefined, hash: "", extra: {} };
    }
    const { checkpoint, version } = parseFile(bytes, paths);
    checkVersion(version, paths.checkpoint);
    if (checkpoint.stack !== stack) {
        throw new EngineError(
            `${paths.checkpoint}: is the state of stack ${checkpoint.stack}, not of ${stack}`,
        );
    }
    const hash = hashOf(bytes);
    if (checkpoint.latest === undefined || checkpoint.latest === null) {
        return { deployment: undefined, hash, extra: checkpoint };
    }
    const deployment = parseDeployment(checkpoint.latest, "checkpoint.latest", paths.checkpoint);
    const problems = integrityProblems(deployment, name);
    if (problems.length > 0) {
        throw new EngineError(
            `${paths.checkpoint}: the state is not consistent. ${mendAdvice(paths)}\n` +
                problems.map((problem) => `  ${problem}`).join("\n"),
        );
    }
    return { deployment, hash, extra: checkpoint };
}

function parseFile(bytes: Buffer, paths: StackPaths): z.infer<typeof fileShape> {
    let value: unknown;
    try {
        value = JSON.parse(bytes.toString("utf8"));
    } catch {
        // The parser's own message quotes the text, which may be anything.
        throw new EngineError(
            `${paths.checkpoint}: is not JSON: it was cut short or damaged. ${mendAdvice(paths)}`,
        );
    }
    const result = fileShape.safeParse(value);
    if (!result.success) {
        throw new EngineError(shapeMessage(result.error, value, "", paths.checkpoint));
    }
    return result.data;
}

function mendAdvice(paths: StackPaths): string {
    return `The state before it is ${paths.backup}; put it in its place to go back`;
}

/**
 * Replaces the checkpoint.
 * @param announce told the new file's hash once its text is on the disk and before it takes the old one's place.
 * @returns that hash.
 */
export async function writeCheckpoint(
    paths: StackPaths,
    stack: string,
    deployment: DeploymentV3,
    extra: Readonly<Record<string, unknown>>,
    announce: (hash: string) => Promise<void>,
): Promise<string> {
    const file: CheckpointFile = {
        version: 3,
        checkpoint: { ...extra, stack, latest: deployment },
    };
    const text = `${JSON.stringify(file, undefined, 4)}\n`;
    const hash = hashOf(text);
    await writeAtomically(paths.checkpoint, text, async () => {
        await announce(hash);
        await keepBackup(paths.checkpoint, paths.backup);
    });
    return hash;
}

function hashOf(content: Buffer | string): string {
    return createHash("sha256").update(content).digest("hex");
}
