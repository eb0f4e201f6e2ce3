import type { DeploymentRecord } from "../engine/api";
import type { CliOptions } from "./options";
import type { Runner } from "./runner";
import type { Screen } from "./screen";
import { columns, seconds } from "./text";

/** `history`: what was done to the stack, newest first. */
export async function history(
    options: CliOptions,
    screen: Screen,
    runner: Runner,
): Promise<number> {
    const records = await runner.history();
    if (options.json) {
        screen.document(records);
        return 0;
    }
    if (records.length === 0) {
        screen.say(`Stack ${options.stack}: nothing was deployed yet`);
        return 0;
    }
    const rows = records.map(({ kind, startTime, endTime, result, changes }) => [
        startTime,
        kind,
        result,
        seconds(Date.parse(endTime) - Date.parse(startTime)).padStart(7),
        changesText(changes),
    ]);
    screen.lines(columns([["started", "what", "result", "   took", "steps"], ...rows]));
    return 0;
}

function changesText(changes: DeploymentRecord["changes"]): string {
    const counts = Object.entries(changes).sort(([a], [b]) => a.localeCompare(b));
    return counts.map(([op, number]) => `${number} ${op}`).join(", ") || "none";
}
