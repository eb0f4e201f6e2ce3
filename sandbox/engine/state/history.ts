/** Past deployments, one file each in Pulumi's own form; the last twenty are kept. */

import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { errorCode, ioError, readIfPresent, writeAtomically } from "./durable";
import type { DeploymentKind, DeploymentRecord } from "./types";

const KEPT = 20;
const SUFFIX = ".history.json";

const recordShape = z.object({
    kind: z.enum(["update", "refresh", "destroy", "import"]),
    /** Seconds since 1970. */
    startTime: z.number(),
    endTime: z.number(),
    result: z.enum(["succeeded", "failed"]),
    resourceChanges: z.record(z.string(), z.number()).optional(),
});

/** @param started tells two deployments of one second apart: the file's name carries it. */
export async function addHistory(
    folder: string,
    stack: string,
    record: DeploymentRecord,
): Promise<void> {
    const { kind, result, changes } = record;
    const content = {
        kind: kind === "up" ? "update" : kind,
        startTime: seconds(record.startTime),
        message: "",
        environment: {},
        config: {},
        version: 0,
        result,
        endTime: seconds(record.endTime),
        ...(Object.keys(changes).length > 0 && { resourceChanges: changes }),
    };
    const names = await historyNames(folder, stack);
    // Nanoseconds in the name, as Pulumi has them, and always after the newest there is.
    const now = BigInt(Date.parse(record.endTime)) * 1_000_000n;
    const newest = numberOf(names[0] ?? "", stack);
    const number = now > newest ? now : newest + 1n;
    await writeAtomically(
        join(folder, `${stack}-${number}${SUFFIX}`),
        `${JSON.stringify(content, undefined, 4)}\n`,
    );
    for (const name of names.slice(KEPT - 1)) {
        await rm(join(folder, name), { force: true });
    }
}

/** Newest first. A file that is not in this form (foreign, or cut short) is passed over. */
export async function readHistory(
    folder: string,
    stack: string,
): Promise<readonly DeploymentRecord[]> {
    const records: DeploymentRecord[] = [];
    for (const name of (await historyNames(folder, stack)).slice(0, KEPT)) {
        const bytes = await readIfPresent(join(folder, name));
        const record = bytes === undefined ? undefined : parse(bytes.toString("utf8"));
        if (record !== undefined) {
            records.push(record);
        }
    }
    return records;
}

function parse(text: string): DeploymentRecord | undefined {
    let value: unknown;
    try {
        value = JSON.parse(text);
    } catch {
        return undefined;
    }
    const { data } = recordShape.safeParse(value);
    return data === undefined
        ? undefined
        : {
              kind: (data.kind === "update" ? "up" : data.kind) satisfies DeploymentKind,
              startTime: new Date(data.startTime * 1000).toISOString(),
              endTime: new Date(data.endTime * 1000).toISOString(),
              result: data.result,
              changes: data.resourceChanges ?? {},
          };
}

async function historyNames(folder: string, stack: string): Promise<string[]> {
    try {
        const names = await readdir(folder);
        return names
            .filter((name) => numberOf(name, stack) > 0n)
            .sort((a, b) => (numberOf(a, stack) < numberOf(b, stack) ? 1 : -1));
    } catch (error) {
        if (errorCode(error) === "ENOENT") {
            return [];
        }
        throw ioError(error, "read", folder);
    }
}

/** The nanoseconds in a history file's name; 0 for any other name. */
function numberOf(name: string, stack: string): bigint {
    const middle =
        name.startsWith(`${stack}-`) && name.endsWith(SUFFIX)
            ? name.slice(stack.length + 1, -SUFFIX.length)
            : "";
    return /^\d{1,30}$/.test(middle) ? BigInt(middle) : 0n;
}

function seconds(time: string): number {
    return Math.floor(Date.parse(time) / 1000);
}
