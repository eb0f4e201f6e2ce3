import fs from "node:fs";
import path from "node:path";
import { Command, CommanderError } from "commander";
import { closest, distance } from "fastest-levenshtein";
import { commands, type CommandName, type CommandSpec } from "./commandTable";
import { refusedOption } from "./refusedOptions";

export type { CommandName } from "./commandTable";

export interface CliOptions {
    readonly command: CommandName;
    readonly stack: string;
    readonly json: boolean;
    readonly color: boolean;
    readonly parallel: number;
    /** Show each property that differs. */
    readonly diff: boolean;
    /** Where a preview leaves its plan; absolute. */
    readonly savePlan?: string;
    /** The plan an up is held to; absolute. */
    readonly plan?: string;
    /** Arguments behind the command, as they were given. */
    readonly args: readonly string[];
}

/** Wrong use: the message is for the user, the exit code is 2. */
export class UsageError extends Error {}

/** What was asked for instead of a run (`--help`): print it and end with 0. */
export class HelpText extends Error {}

/** Stacks that have a configuration file in the project's folder. */
export function existingStacks(projectDir: string): string[] {
    return fs
        .readdirSync(projectDir)
        .flatMap((file) => /^Pulumi\.(.+)\.yaml$/.exec(file)?.[1] ?? [])
        .sort();
}

const description =
    "Without a command: preview the estate under the policy pack, deploy it into the sandbox, say what stands.";

/**
 * Reads the command line.
 * @throws UsageError, HelpText
 */
export function parseOptions(argv: readonly string[], projectDir: string): CliOptions {
    const chosen: { command: CommandName; args: readonly string[] } = {
        command: "story",
        args: [],
    };
    let written = "";
    const output = { writeOut: (text: string) => (written += text), writeErr: () => undefined };
    const prepare = (command: Command, spec: CommandSpec): Command => {
        for (const option of spec.options) command.addOption(option);
        return command.configureOutput(output).exitOverride();
    };
    const program = prepare(new Command("npm start --"), commands.story);
    program.description(description).allowExcessArguments(true);
    program.action(() => {
        chosen.command = "story";
    });
    for (const [name, spec] of Object.entries<CommandSpec>(commands)) {
        if (name === "story") continue;
        const command = program.command(name).description(spec.description);
        for (const [argument, about] of spec.args ?? []) command.argument(argument, about);
        prepare(command.allowExcessArguments(false), spec).action(() => {
            chosen.command = name as CommandName;
            chosen.args = command.args;
        });
    }
    try {
        program.parse([...argv], { from: "user" });
    } catch (error) {
        if (!(error instanceof CommanderError)) throw error;
        if (error.code === "commander.helpDisplayed" || error.code === "commander.help") {
            throw new HelpText(written.trimEnd());
        }
        throw new UsageError(complaint(error, argv));
    }
    const [stray] = chosen.command === "story" ? program.args : [];
    if (stray !== undefined) throw new UsageError(unknownCommand(stray));
    const subcommand = program.commands.find((command) => command.name() === chosen.command);
    const options = { ...program.opts(), ...given(subcommand) } as Record<string, unknown>;
    const stack = String(options.stack);
    requireStack(stack, projectDir);
    return {
        command: chosen.command,
        stack,
        json: options.json === true,
        color: options.color !== false,
        parallel: Number(options.parallel ?? 16),
        diff: options.diff === true,
        ...filePath("savePlan", options.savePlan),
        ...filePath("plan", options.plan),
        args: chosen.args,
    };
}

function filePath<Key extends string>(key: Key, value: unknown): Partial<Record<Key, string>> {
    if (typeof value !== "string") return {};
    return { [key]: path.resolve(value) } as Partial<Record<Key, string>>;
}

function complaint(error: CommanderError, argv: readonly string[]): string {
    const refused = error.code === "commander.unknownOption" ? refusedOption(argv) : undefined;
    return `${refused ?? error.message.replace(/^error: /, "")}\nnpm start -- --help`;
}

/** Options that stand behind the command; defaults must not hide those that stand before it. */
function given(command: Command | undefined): Record<string, unknown> {
    if (command === undefined) return {};
    return Object.fromEntries(
        Object.entries(command.opts()).filter(
            ([name]) => command.getOptionValueSource(name) !== "default",
        ),
    );
}

function unknownCommand(seen: string): string {
    const names = Object.keys(commands).filter((name) => name !== "story");
    const nearest = closest(seen, names);
    const hint = distance(seen, nearest) <= 3 ? ` Did you mean ${nearest}?` : "";
    return `unknown command "${seen}".${hint}\nallowed: ${names.join(", ")}, or none`;
}

function requireStack(stack: string, projectDir: string): void {
    const stacks = existingStacks(projectDir);
    if (stacks.includes(stack)) return;
    const known = stacks.length > 0 ? stacks.join(", ") : "none: there is no Pulumi.<stack>.yaml";
    throw new UsageError(`unknown stack "${stack}"\nstacks: ${known}`);
}
