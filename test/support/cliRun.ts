import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { main, type Io } from "../../sandbox/cli";
import type { Runner, RunRequest } from "../../sandbox/cli/runner";
import type { RunKind, RunResult, Step } from "../../sandbox/engine/api";

export function step(op: Step["op"], type: string, name: string, changed: string[] = []): Step {
    const urn = `urn:pulumi:dev::p::${type}::${name}`;
    return { op, urn, type, name, id: "", changedProperties: changed, replaceProperties: [] };
}

/** A result in which nothing happened; spoil what the test is about. */
export function resultOf(kind: RunKind, parts: Partial<RunResult> = {}): RunResult {
    return {
        kind,
        engine: "embedded",
        ok: true,
        steps: [],
        details: [],
        config: {},
        diagnostics: [],
        violations: [],
        packs: [{ name: "pack", version: "1.0.0", policies: 2, analyses: 5 }],
        outputs: {},
        resources: [],
        durationMs: 1234,
        stateLocation: "/project/.sandbox/state/dev.json",
        ...parts,
    };
}

export interface Finished {
    readonly code: number;
    readonly stdout: string;
    readonly stderr: string;
    /** The runs that were asked of the engine. */
    readonly kinds: RunKind[];
}

/** A project folder with two stacks; the caller removes it. */
export function projectFolder(): string {
    const dir = fs.mkdtempSync(path.join(os.tmpdir(), "gatehouse-cli-"));
    for (const stack of ["dev", "prod"]) {
        fs.writeFileSync(path.join(dir, `Pulumi.${stack}.yaml`), "config: {}\n");
    }
    return dir;
}

type Results = Partial<Record<RunKind, RunResult | Error>>;

/** Runs the command line on an engine that answers with the given results. */
export async function cli(
    argv: readonly string[],
    results: Results = {},
    io: Partial<Io> = {},
    during: (kind: RunKind, request: RunRequest) => void = () => undefined,
    parts: Partial<Runner> = {},
): Promise<Finished> {
    const dir = projectFolder();
    const home = io.projectDir ?? dir;
    const kinds: RunKind[] = [];
    let stdout = "";
    let stderr = "";
    const runner: Runner = {
        title: "fake engine",
        places: { root: path.join(home, ".sandbox"), cloud: path.join(home, ".sandbox", "cloud") },
        exportState: () => Promise.resolve({ version: 3, deployment: {} }),
        importState: () => Promise.resolve(),
        history: () => Promise.resolve([]),
        run: (kind, request) => {
            kinds.push(kind);
            during(kind, request);
            const result = results[kind] ?? resultOf(kind);
            return result instanceof Error ? Promise.reject(result) : Promise.resolve(result);
        },
        outputs: () => Promise.resolve({ vaultUri: "https://v", token: "[secret]" }),
        ...parts,
    };
    try {
        const code = await main(
            argv,
            {
                stdout: { write: (text) => (stdout += text), columns: 80 },
                stderr: { write: (text) => (stderr += text) },
                isTTY: false,
                env: {},
                projectDir: dir,
                ...io,
            },
            () => Promise.resolve(runner),
        );
        return { code, stdout, stderr, kinds };
    } finally {
        fs.rmSync(dir, { recursive: true, force: true });
    }
}
