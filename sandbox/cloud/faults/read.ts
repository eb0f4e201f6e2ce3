import * as fs from "node:fs";
import * as path from "node:path";
import type { z } from "zod";
import { completed, faultsSchema, type FaultsConfiguration } from "./configuration";

/** The faults asked for make no sense: the message lists every problem. Wrong use, exit code 2. */
export class FaultsError extends Error {
    readonly exitCode = 2;
}

const variable = "GATEHOUSE_FAULTS";

/**
 * The faults asked for: by the variable GATEHOUSE_FAULTS when it is set, else by the file `faults.json` in
 * the cloud's folder. Undefined when there are none.
 * @throws FaultsError
 */
export function readFaults(dir: string, env: NodeJS.ProcessEnv): FaultsConfiguration | undefined {
    const text = env[variable]?.trim() ?? "";
    if (text !== "") return parseFaults(text);
    const file = path.join(dir, "faults.json");
    let contents: string;
    try {
        contents = fs.readFileSync(file, "utf8");
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
        throw new FaultsError(`${file} cannot be read: ${(error as Error).message}`);
    }
    let value: unknown;
    try {
        value = JSON.parse(contents);
    } catch {
        throw new FaultsError(`${file} is not JSON`);
    }
    return validated(value, file, []);
}

/**
 * "throttle:0.1,types=github:*,operations=create+update;lost:0.05;seed=42": faults with their rates and
 * options, and settings, in any order.
 * @throws FaultsError
 */
export function parseFaults(text: string): FaultsConfiguration | undefined {
    const problems: string[] = [];
    const faults: unknown[] = [];
    const settings: Record<string, unknown> = {};
    for (const entry of text.split(";").map((part) => part.trim())) {
        if (entry === "") continue;
        const setting = /^(\w+)\s*=\s*(.*)$/.exec(entry);
        const [head = "", ...rest] = entry.split(",");
        const named = /^\s*(\w+)\s*:\s*(.*)$/.exec(head);
        if (setting !== null) settings[setting[1] ?? ""] = scalar(setting[2] ?? "");
        else if (named === null) {
            problems.push(`${JSON.stringify(entry)}: neither KIND:RATE nor SETTING=VALUE`);
        } else {
            const options = optionsOf(rest, entry, problems);
            faults.push({ ...options, fault: named[1], rate: scalar(named[2] ?? "") });
        }
    }
    return validated({ ...settings, faults }, variable, problems);
}

function optionsOf(
    texts: readonly string[],
    entry: string,
    problems: string[],
): Record<string, unknown> {
    const options: Record<string, unknown> = {};
    for (const text of texts) {
        const [, option, value] = /^\s*(\w+)\s*=\s*(.*?)\s*$/.exec(text) ?? [];
        if (option === undefined || value === undefined) {
            problems.push(`${JSON.stringify(entry)}: ${JSON.stringify(text)} is no OPTION=VALUE`);
        } else if (option === "types" || option === "operations") {
            options[option] = value.split("+");
        } else options[option] = scalar(value);
    }
    return options;
}

function scalar(text: string): string | number {
    return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

function validated(
    value: unknown,
    source: string,
    problems: readonly string[],
): FaultsConfiguration | undefined {
    const read = faultsSchema.safeParse(value);
    const issues = read.error?.issues.map((issue) => describe(issue, value)) ?? [];
    if (problems.length > 0 || !read.success || issues.length > 0) {
        const lines = [...problems, ...issues].map((line) => `  ${line}`);
        throw new FaultsError(
            [`${source}: the faults asked for make no sense`, ...lines].join("\n"),
        );
    }
    return read.data.faults.length === 0 ? undefined : completed(read.data);
}

/** "faults[0].rate: 2; Too big: expected number to be <=1". */
function describe(issue: z.core.$ZodIssue, value: unknown): string {
    const where = issue.path
        .map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`))
        .join("")
        .replace(/^\./, "");
    let seen: unknown = value;
    for (const step of issue.path) {
        seen = typeof seen === "object" && seen !== null ? Reflect.get(seen, step) : undefined;
    }
    const told = seen === undefined || typeof seen === "object" ? "" : `${JSON.stringify(seen)}; `;
    return `${where === "" ? "" : `${where}: `}${told}${issue.message}`;
}
