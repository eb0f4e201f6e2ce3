import { isDeepStrictEqual } from "node:util";
import * as pulumi from "@pulumi/pulumi";

import { inform } from "./messages";

/** Resource options of what `adopt` takes over; spread beside the others. */
export interface Adoption {
    /** Provider id of what exists. */
    import?: string;
    /** Inputs that stay as they are until `adopt` is taken away. */
    ignoreChanges?: string[];
}

/**
 * Options that take over, instead of creating, what stands under the given provider id; none at all
 * when `adopt` is not true. An older Pulumi refuses an import whose inputs differ from what exists, a
 * newer one changes them at once: so everything hardening may change (`hardened`: names of inputs)
 * keeps its value while `adopt` is true. Once it is taken away the next run is a plain update; nothing
 * is replaced or deleted in either step, as long as no other input differs.
 */
export function adoption(adopt: boolean | undefined, id: string, hardened: string[]): Adoption {
    return adopt === true ? { import: id, ignoreChanges: hardened } : {};
}

/**
 * Says, one line for each setting, what hardening will change once `adopt` is taken away: in preview
 * as in deployment. `found` is what a data function told; a setting it does
 * not tell of is announced as unseen, one that is as wanted not at all. Values must not be secret.
 */
export function announceHardening(
    what: string,
    found: pulumi.Input<object>,
    wanted: Record<string, unknown>,
): void {
    for (const [name, value] of Object.entries(wanted)) {
        pulumi.all([found, value]).apply(([seen, next]) => {
            const now = (seen as Record<string, unknown>)[name];
            if (!isDeepStrictEqual(now, next)) {
                const line = hardeningLine(what, name, now, next);
                inform(line);
            }
        });
    }
}

/** The line that {@link announceHardening} writes for one setting. */
function hardeningLine(what: string, name: string, now: unknown, next: unknown): string {
    const is = now === undefined ? "cannot be seen beforehand" : `is ${JSON.stringify(now)}`;
    return `${what}: ${name} ${is}; without adopt it becomes ${JSON.stringify(next)}`;
}
