import { daysUntil } from "../shared/isoDate";
import { warn } from "../shared/messages";
import { nearExpiry } from "./nearExpiry";

/**
 * Warns when a secret has ended, or will before long. It is no error: there is no telling whether the
 * secret stands already, and whoever deploys something else must not be stopped by its age.
 */
export function warnOfEnd(what: string, expires: string, now: string): void {
    const days = daysUntil(expires, now);
    if (days > nearExpiry.days) {
        return;
    }
    const end = `${days > 0 ? "ends" : "ended"} on ${expires}`;
    const todo = "Have a new value written, then give a later date.";
    warn(`${what}: the secret ${end}. ${todo}`);
}
