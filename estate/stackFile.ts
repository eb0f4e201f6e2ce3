import fs from "node:fs";
import path from "node:path";
import { isMap, isNode, LineCounter, parseDocument, visit, type Document } from "yaml";

import type { Path, Problem } from "./problems";
import { shown } from "./redact";
import { nearest } from "./suggest";

/** Key of the estate: Pulumi takes a project's own keys without the project's name, too. */
const estateKeys = ["gatehouse:estate", "estate"];

/** What a stack file says of the estate. */
export interface StackFile {
    /** What stands under `gatehouse:estate`, unchecked; undefined if there are problems. */
    raw?: unknown;
    /** What else the stack has of the project's: keys without the project's name. */
    keys: string[];
    /** What keeps the estate from being read at all. */
    problems: Problem[];
    /** Line of a value of the estate, or of the nearest thing around it. */
    lineOf: (at: Path) => number | undefined;
}

/** Reads a `Pulumi.<stack>.yaml`. Never throws. */
export function readStackFile(file: string): StackFile {
    try {
        return parse(fs.readFileSync(file, "utf8"));
    } catch (error) {
        return unusable(unreadable(file, error));
    }
}

function parse(text: string): StackFile {
    const lines = new LineCounter();
    // Pretty errors quote the line they are about, which may hold a secret.
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, merge: true });
    const broken = [
        ...document.errors.map(({ message, pos }) => ({ message, at: pos[0] })),
        ...unknownAliases(document),
    ];
    if (broken.length > 0) {
        return unusable(
            ...broken.map(({ message, at }) => ({
                ...brokenYaml(message),
                line: lines.linePos(at).line,
            })),
        );
    }
    let content: unknown;
    try {
        // Pulumi hands the configuration over as JSON.
        content = JSON.parse(JSON.stringify(document.toJS()));
    } catch {
        return unusable(brokenYaml("aliases that contain themselves, or far too many of them"));
    }
    return estateIn(content, document, lines);
}

/** Often no alias at all but a pattern without quotes: `*` begins an alias. */
function unknownAliases(document: Document): { message: string; at: number }[] {
    const found: { message: string; at: number }[] = [];
    visit(document, {
        Alias(_, alias) {
            if (!alias.resolve(document)) {
                const message = "a value that starts with * but is no alias of anything above";
                found.push({ message, at: alias.range?.[0] ?? 0 });
            }
        },
    });
    return found;
}

/** What follows a colon in the parser's messages is quoted from the file and may be a secret. */
function brokenYaml(message: string): Problem {
    const [said = message] = message.split(": ");
    return fileProblem(`broken YAML: ${said}`, "YAML that can be read; patterns need quotes");
}

function estateIn(content: unknown, document: Document, lines: LineCounter): StackFile {
    const config = isObject(content) ? content.config : undefined;
    if (!isObject(config)) {
        const allowed = `an object with the key ${estateKeys[0] ?? ""}`;
        return unusable({ ...fileProblem(shown(config), allowed), where: "config" });
    }
    const key = estateKeys.find((one) => Object.hasOwn(config, one));
    if (key === undefined) {
        const keys = Object.keys(config);
        const seen = keys.length === 0 ? "nothing" : `the keys ${keys.map(quoted).join(", ")}`;
        const written = keys.find((one) => nearest(one, estateKeys));
        const allowed = `the key ${estateKeys[0] ?? ""}, which holds the estate`;
        return unusable({
            ...fileProblem(seen, allowed),
            where: "config",
            meant: written && estateKeys[0],
        });
    }
    const lineOf = (at: Path): number | undefined =>
        lineIn(document, lines, ["config", key, ...at]);
    const keys = Object.keys(config).map((one) => one.replace(/^gatehouse:/, ""));
    return { raw: config[key], keys, problems: [], lineOf };
}

/** Line of the node at a path, else of the nearest around it: a missing key has no line. */
function lineIn(document: Document, lines: LineCounter, at: Path): number | undefined {
    for (let length = at.length; length > 0; length -= 1) {
        const parent = document.getIn(at.slice(0, length - 1), true);
        const last = at[length - 1];
        // The line of a value is that of its key, which may stand above it.
        const key = isMap(parent)
            ? parent.items.find((item) => String(item.key) === String(last))?.key
            : document.getIn(at.slice(0, length), true);
        if (isNode(key) && key.range) {
            return lines.linePos(key.range[0]).line;
        }
    }
    return undefined;
}

function unreadable(file: string, error: unknown): Problem {
    const code = isObject(error) ? String(error.code) : "unknown error";
    const stacks = stacksBeside(file);
    const known = stacks.map((stack) => `Pulumi.${stack}.yaml`).join(", ") || "none yet";
    const seen = code === "ENOENT" ? "no such file" : `a file that cannot be read (${code})`;
    const written = /^Pulumi\.(.+)\.ya?ml$/.exec(path.basename(file))?.[1];
    const meant = nearest(written, stacks);
    return {
        ...fileProblem(seen, `the file of a stack; there are: ${known}`),
        meant: meant && meant !== written ? `the stack ${meant}` : undefined,
    };
}

/** Names of the stacks that have a file in the same folder. */
function stacksBeside(file: string): string[] {
    const folder = path.dirname(file);
    const files = fs.existsSync(folder) ? fs.readdirSync(folder).sort() : [];
    return files.flatMap((name) => /^Pulumi\.(.+)\.yaml$/.exec(name)?.[1] ?? []);
}

function fileProblem(seen: string, allowed: string): Problem {
    return { at: [], where: "the file", seen, allowed };
}

function unusable(...problems: Problem[]): StackFile {
    return { problems, keys: [], lineOf: () => undefined };
}

function quoted(key: string): string {
    return shown(key, []);
}

function isObject(value: unknown): value is Record<string, unknown> {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
