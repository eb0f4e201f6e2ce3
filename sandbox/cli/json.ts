import type { RunResult } from "../engine/api";
import type { CliOptions } from "./options";
import { byOperation, bySystem } from "./systems";
import { trusts } from "./trust";

/**
 * The document of `preview --json`: that of `pulumi preview --json` (config, steps, diagnostics, duration in
 * nanoseconds, changeSummary), and beside it what that one does not tell.
 */
export function previewReport(
    options: CliOptions,
    exitCode: number,
    result: RunResult,
): Record<string, unknown> {
    const shown = result.details.filter(
        ({ op, newState }) => op !== "same" || newState?.type === "pulumi:pulumi:Stack",
    );
    const counts: Record<string, number> = {};
    for (const { op } of result.details) counts[op] = (counts[op] ?? 0) + 1;
    return {
        config: result.config,
        steps: shown,
        diagnostics: result.diagnostics.filter(({ severity }) => severity !== "debug"),
        duration: result.durationMs * 1_000_000,
        changeSummary: counts,
        command: options.command,
        stack: options.stack,
        engine: result.engine,
        emulated: true,
        exitCode,
        ok: result.ok,
        violations: result.violations,
        packs: result.packs,
        trust: trusts(result.resources),
        stateLocation: result.stateLocation,
        ...(options.savePlan === undefined || !result.ok ? {} : { plan: options.savePlan }),
    };
}

/** The document of `--json` of other commands: the same shape whichever engine ran. */
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
