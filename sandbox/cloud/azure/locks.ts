import { armError } from "../failures";
import type { CloudStore } from "../store/store";
import { str } from "../values";

/** What the locks on a scope are listed under. */
export function locksOn(scope: string): string {
    return `locks on ${scope}`;
}

/** A lock is held by none, itself included: else nobody could take it away. */
const lock = /\/providers\/Microsoft\.Authorization\/locks\/[^/]+$/i;

/**
 * Refuses what a lock on the resource or on anything above it forbids: CanNotDelete deletions,
 * ReadOnly every write. What is laid over a resource (diagnostic settings, role assignments) is held with it.
 *
 * source: Microsoft Learn, "Lock your resources to protect your infrastructure" (lock inheritance;
 * considerations before applying your locks); that locks are not held: from memory
 * date: 2026-11-21
 */
export function refuseLocked(store: CloudStore, id: string, action: "write" | "delete"): void {
    if (lock.test(id)) return;
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
