import type { RunResult } from "../engine/api";
import type { CliOptions } from "./options";
import { byOperation, bySystem } from "./systems";
import { trusts } from "./trust";

/** The document of `--json`: the same shape whichever engine ran. */
export function report(
    options: CliOptions,
    exitCode: number,
    results: readonly RunResult[],
): Record<string, unknown> {
    const last = results.at(-1);
    return {
        command: options.command,
        stack: options.stack,
        engine: last?.engine,
        emulated: true,
        exitCode,
        runs: results.map((result) => ({
            kind: result.kind,
            ok: result.ok,
            durationMs: result.durationMs,
            changes: byOperation(result.steps),
            steps: result.steps.filter(({ op }) => op !== "same"),
            violations: result.violations,
            diagnostics: result.diagnostics,
            packs: result.packs,
        })),
        resources: last === undefined ? [] : bySystem(last.resources),
        trust: last === undefined ? [] : trusts(last.resources),
        outputs: last?.outputs ?? {},
        stateLocation: last?.stateLocation,
    };
}
