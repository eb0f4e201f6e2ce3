import { InvalidArgumentError, Option } from "commander";

export interface CommandSpec {
    readonly description: string;
    readonly options: readonly Option[];
    /** Name as commander writes it (`<needed>`, `[not]`), and what it is. */
    readonly args?: readonly (readonly [string, string])[];
}

function positiveInteger(text: string): number {
    if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError("allowed: 1 to 9999.");
    return Number(text);
}

const stack = new Option("-s, --stack <name>", "stack to work on").default("dev");
const json = new Option("--json", "print one JSON document on stdout, everything else on stderr");
const noColor = new Option("--no-color", "plain text");
const parallel = new Option("--parallel <n>", "most operations at once")
    .argParser(positiveInteger)
    .default(16);
const diff = new Option("--diff", "show each property that differs, old => new");
const savePlan = new Option("--save-plan <file>", "keep what this preview promises in a file");
const plan = new Option(
    "--plan <file>",
    "do only what a saved plan promises; stop before anything else",
);

const always = [stack, noColor];
const runs = [...always, json, parallel];

/** Every command: the help, the parser and the message for an unknown one are made from it. */
export const commands = {
    story: { description: "", options: runs },
    preview: {
        description: "show what would change, under the policy pack; changes nothing",
        options: [...runs, diff, savePlan],
    },
    up: {
        description: "preview, then make it so",
        options: [...runs, diff, plan],
    },
    refresh: {
        description: "bring the state up to date with what stands in the cloud",
        options: [...runs, diff],
    },
    destroy: { description: "delete everything in the stack", options: runs },
    outputs: { description: "print the stack's outputs", options: [...always, json] },
    history: {
        description: "list the last 20 deployments, newest first",
        options: [...always, json],
    },
    export: {
        description: "write the state as `pulumi stack import` takes it, secrets encrypted",
        options: [...always, json],
        args: [["[file]", "file to write; without it the state is printed"]],
    },
    import: {
        description: "replace the state by one that `export` or `pulumi stack export` wrote",
        options: [...always, json],
        args: [["<file>", "file to read"]],
    },
    tamper: {
        description:
            "change the emulated cloud behind the engine's back; refresh shows it as drift",
        options: [...always, json],
        args: [
            ["<urn>", "resource in the stack's state"],
            ["<path=value>", "property and its new value, JSON or text: tags.owner=eve"],
        ],
    },
} as const satisfies Readonly<Record<string, CommandSpec>>;

export type CommandName = keyof typeof commands;
