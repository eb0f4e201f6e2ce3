import { armError } from "../failures";
import type { CloudStore } from "../store/store";
import { str } from "../values";

/** What the locks on a scope are listed under. */
export function locksOn(scope: string): string {
    return `locks on ${scope}`;
}

/**
 * Refuses what a lock on the resource or on anything above it forbids: CanNotDelete deletions,
 * ReadOnly every write. Settings laid over a resource (diagnostics, role assignments, locks) are let through.
 */
export function refuseLocked(store: CloudStore, id: string, action: "write" | "delete"): void {
    if (/\/providers\/Microsoft\.(Authorization|Insights)\//i.test(id)) {
        return;
    }
    for (let scope = id; scope !== ""; scope = scope.slice(0, scope.lastIndexOf("/"))) {
        const holds = store.under(locksOn(scope)).some(({ inputs }) => {
            const level = str(inputs, "level").toLowerCase();
            return level === "readonly" || (level === "cannotdelete" && action === "delete");
        });
        if (holds) {
            throw armError(
                409,
                "ScopeLocked",
                `The scope '${id}' cannot perform ${action} operation because following scope(s) are locked: '${scope}'. Please remove the lock and try again.`,
            );
        }
    }
}
