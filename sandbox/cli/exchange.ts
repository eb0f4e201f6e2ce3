import fs from "node:fs";
import path from "node:path";
import { EngineError } from "../engine/api";
import { writeAtomically } from "../engine/state/durable";
import type { CliOptions } from "./options";
import type { Runner } from "./runner";
import type { Screen } from "./screen";
import { plural } from "./text";

/** `export [FILE]` and `import FILE`: the document `pulumi stack export` writes and `import` takes. */
export async function exchange(
    options: CliOptions,
    screen: Screen,
    runner: Runner,
): Promise<number> {
    const [name] = options.args;
    const file = name === undefined ? undefined : path.resolve(name);
    if (options.command === "import" && file !== undefined) {
        await runner.importState(documentOf(file));
        const { deployment } = await runner.exportState();
        const count = plural(deployment.resources?.length ?? 0, "resource");
        return done(options, screen, `Imported ${file}: ${count} in stack ${options.stack}`, file);
    }
    const document = await runner.exportState();
    if (file === undefined) {
        screen.document(document);
        return 0;
    }
    await writeAtomically(file, `${JSON.stringify(document, undefined, 4)}\n`);
    return done(options, screen, `Stack ${options.stack} is in ${file}, secrets encrypted`, file);
}

function done({ json, command, stack }: CliOptions, screen: Screen, text: string, file: string) {
    if (json) screen.document({ command, stack, file, exitCode: 0 });
    else screen.say(text);
    return 0;
}

/** Of a text that is no JSON nothing is told: it may hold secrets. */
function documentOf(file: string): unknown {
    let text: string;
    try {
        text = fs.readFileSync(file, "utf8");
    } catch (error) {
        throw new EngineError(`Cannot read ${file}: ${(error as Error).message}`, 2);
    }
    try {
        return JSON.parse(text);
    } catch {
        throw new EngineError(`${file}: is not JSON: it was cut short or is something else`, 2);
    }
}
