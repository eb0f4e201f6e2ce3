import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Deployment, Stack, UpdateSummary } from "@pulumi/pulumi/automation";
import { EngineError, type DeploymentRecord } from "../engine/api";
import { cliError } from "./pulumiErrors";
import type { ExportedState } from "./runner";

/** Bytes; a state of 5,000 resources has some 20 million. */
const largestState = 2 ** 30;

/**
 * The CLI's own export. `Stack.exportStack` would ask for `--show-secrets`, and these documents end up in
 * files.
 */
export async function exportState(stack: Stack): Promise<ExportedState> {
    const { workDir, envVars, pulumiHome } = stack.workspace;
    const home = pulumiHome === undefined ? {} : { PULUMI_HOME: pulumiHome };
    const args = ["stack", "export", "--stack", stack.name, "--non-interactive"];
    try {
        const { stdout } = await promisify(execFile)("pulumi", args, {
            cwd: workDir,
            env: { ...process.env, ...envVars, ...home },
            maxBuffer: largestState,
        });
        return JSON.parse(stdout) as ExportedState;
    } catch (error) {
        throw new EngineError(cliError(error));
    }
}

/** @throws EngineError, exit code 2, in the CLI's words for a document it does not take. */
export async function importState(document: unknown, stack: Stack): Promise<void> {
    try {
        await stack.importStack(document as Deployment);
    } catch (error) {
        throw new EngineError(cliError(error), 2);
    }
}

/** The CLI keeps more than the embedded engine does, previews among it. */
export function pastOf(summaries: readonly UpdateSummary[]): DeploymentRecord[] {
    const kinds = {
        update: "up",
        refresh: "refresh",
        destroy: "destroy",
        import: "import",
    } as const;
    return summaries.flatMap(({ kind, startTime, endTime, result, resourceChanges }) => {
        const own = kinds[kind as keyof typeof kinds] as DeploymentRecord["kind"] | undefined;
        if (own === undefined) return [];
        return {
            kind: own,
            startTime: new Date(startTime).toISOString(),
            endTime: new Date(endTime).toISOString(),
            result: result === "succeeded" ? ("succeeded" as const) : ("failed" as const),
            changes: { ...resourceChanges },
        };
    });
}
