import fs from "node:fs";
import path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import * as engine from "../../sandbox/engine";
import type { EngineOptions, RunKind, RunResult } from "../../sandbox/engine/api";
import { startTestProvider, type TestProvider } from "./testProvider";

const root = path.join(__dirname, "..", "..");

/** A resource of the test provider; see testProvider.ts for what its inputs do. */
export class Thing extends pulumi.CustomResource {
    declare readonly arn: pulumi.Output<string>;
    declare readonly key: pulumi.Output<string>;

    constructor(
        name: string,
        inputs: Record<string, unknown> = {},
        opts: pulumi.CustomResourceOptions = {},
        type = "test:index:Thing",
    ) {
        super(type, name, { ...inputs, arn: undefined, key: undefined }, opts);
    }
}

/** A component with nothing but a name. */
export class Group extends pulumi.ComponentResource {
    constructor(name: string, opts: pulumi.ComponentResourceOptions = {}) {
        super("test:index:Group", name, { size: name.length }, opts);
        this.registerOutputs({ label: `group ${name}` });
    }
}

/** A program as a plain function: what it returns are the stack's outputs. */
export type Program = () => Record<string, unknown> | undefined;

/** One stack on a test provider of its own. */
export interface TestStack {
    readonly dir: string;
    readonly provider: TestProvider;
    readonly options: EngineOptions;
    run(kind: RunKind, program?: Program, options?: Partial<EngineOptions>): Promise<RunResult>;
    close(): void;
}

let count = 0;

/** Opens a stack in a folder inside the checkout (packages must resolve), gone with `close`. */
export async function openTestStack(acceptSecrets = true): Promise<TestStack> {
    count += 1;
    const dir = path.join(root, ".sandbox", `test-engine-${process.pid}-${count}`);
    fs.mkdirSync(dir, { recursive: true });
    fs.writeFileSync(path.join(dir, "Pulumi.yaml"), "name: proj\nruntime: nodejs\n");
    const provider = await startTestProvider(acceptSecrets);
    const options: EngineOptions = {
        projectDir: dir,
        stack: "dev",
        stateDir: path.join(dir, "state"),
        plugin: { packages: ["test"], address: provider.address },
        config: {},
        passphrase: "test",
    };
    return {
        dir,
        provider,
        options,
        run: (kind, program, more = {}) =>
            engine[kind]({
                ...options,
                ...(program === undefined ? {} : { program: () => Promise.resolve(program()) }),
                ...more,
            }),
        close: () => {
            provider.close();
            fs.rmSync(dir, { recursive: true, force: true });
        },
    };
}

/** "create a, update b": the steps of the resources a program names, stack and providers left out. */
export function stepsOf(result: RunResult): string {
    return result.steps
        .filter(({ type }) => !type.startsWith("pulumi:"))
        .map(({ op, name }) => `${op} ${name}`)
        .join(", ");
}

export function errorsOf(result: RunResult): string {
    return result.diagnostics
        .filter(({ severity }) => severity === "error")
        .map(({ message }) => message)
        .join("\n");
}

export function calls(provider: TestProvider, method: string): string[] {
    return provider.calls.filter((call) => call.method === method).map(({ name }) => name);
}
