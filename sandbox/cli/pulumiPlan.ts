import fs from "node:fs";
import { EngineError } from "../engine/api";

/**
 * Lets the real CLI write a plan beside its place, then puts it there whole: the CLI itself writes in place.
 * @param write Gets the path to write to.
 */
export async function withPlanFile(
    file: string | undefined,
    write: (plan: string | undefined) => Promise<void>,
): Promise<void> {
    if (file === undefined) return write(undefined);
    const temporary = `${file}.${process.pid}.tmp`;
    try {
        await write(temporary);
        fs.renameSync(temporary, file);
    } finally {
        fs.rmSync(temporary, { force: true });
    }
}

/** @throws EngineError, exit code 2, for anything but a plan of the real CLI. */
export function requireCliPlan(file: string): void {
    const plan = read(file);
    if ("resourcePlans" in plan && "manifest" in plan) return;
    const what = "gatehousePlan" in plan ? "is a plan of the embedded engine" : "is not a plan";
    throw new EngineError(
        `${file}: ${what}; this run is the Pulumi CLI's. Make one with: preview --save-plan FILE`,
        2,
    );
}

function read(file: string): object {
    let text: string;
    try {
        text = fs.readFileSync(file, "utf8");
    } catch {
        throw new EngineError(`${file}: there is no such plan`, 2);
    }
    try {
        const value: unknown = JSON.parse(text);
        return typeof value === "object" && value !== null ? value : {};
    } catch {
        throw new EngineError(`${file}: is not JSON: it was cut short or damaged`, 2);
    }
}
