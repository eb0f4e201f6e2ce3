import fs from "node:fs";
import { Command, CommanderError, InvalidArgumentError } from "commander";
import { closest, distance } from "fastest-levenshtein";

export type CommandName = "story" | "preview" | "up" | "refresh" | "destroy" | "outputs";

export interface CliOptions {
    readonly command: CommandName;
    readonly stack: string;
    readonly json: boolean;
    readonly color: boolean;
    readonly parallel: number;
}

/** Wrong use: the message is for the user, the exit code is 2. */
export class UsageError extends Error {}

/** What was asked for instead of a run (`--help`): print it and end with 0. */
export class HelpText extends Error {}

const commands: Readonly<Record<Exclude<CommandName, "story">, string>> = {
    preview: "show what would change, under the policy pack; changes nothing",
    up: "preview, then make it so",
    refresh: "bring the state up to date with what stands in the cloud",
    destroy: "delete everything in the stack",
    outputs: "print the stack's outputs",
};

function positiveInteger(text: string): number {
    if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError("allowed: 1 to 9999.");
    return Number(text);
}

/** Stacks that have a configuration file in the project's folder. */
export function existingStacks(projectDir: string): string[] {
    return fs
        .readdirSync(projectDir)
        .flatMap((file) => /^Pulumi\.(.+)\.yaml$/.exec(file)?.[1] ?? [])
        .sort();
}

/**
 * Reads the command line.
 * @throws UsageError, HelpText
 */
export function parseOptions(argv: readonly string[], projectDir: string): CliOptions {
    const asked: { command: CommandName } = { command: "story" };
    let written = "";
    const output = { writeOut: (text: string) => (written += text), writeErr: () => undefined };
    const withOptions = (command: Command): Command =>
        command
            .option("-s, --stack <name>", "stack to work on", "dev")
            .option("--json", "print one JSON document on stdout, everything else on stderr")
            .option("--no-color", "plain text")
            .option("--parallel <n>", "most operations at once", positiveInteger, 16)
            .configureOutput(output)
            .exitOverride();
    const program = withOptions(new Command("npm start --"));
    program.description(
        "Without a command: preview the estate under the policy pack, deploy it into the sandbox, say what stands.",
    );
    program.allowExcessArguments(true).action(() => {
        asked.command = "story";
    });
    for (const [name, description] of Object.entries(commands)) {
        const command = program.command(name).description(description).allowExcessArguments(false);
        withOptions(command).action(() => {
            asked.command = name as CommandName;
        });
    }
    try {
        program.parse([...argv], { from: "user" });
    } catch (error) {
        if (!(error instanceof CommanderError)) throw error;
        if (error.code === "commander.helpDisplayed" || error.code === "commander.help") {
            throw new HelpText(written.trimEnd());
        }
        throw new UsageError(`${error.message.replace(/^error: /, "")}\nnpm start -- --help`);
    }
    const { command: chosen } = asked;
    const [stray] = chosen === "story" ? program.args : [];
    if (stray !== undefined) throw new UsageError(unknownCommand(stray));
    const subcommand = program.commands.find((command) => command.name() === chosen);
    const options = { ...program.opts(), ...given(subcommand) } as Record<string, unknown>;
    const stack = String(options.stack);
    requireStack(stack, projectDir);
    return {
        command: chosen,
        stack,
        json: options.json === true,
        color: options.color !== false,
        parallel: Number(options.parallel),
    };
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
    const names = Object.keys(commands);
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
