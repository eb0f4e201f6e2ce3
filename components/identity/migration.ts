import { problem, type Problem } from "../shared/validate";
import { federation, migration } from "./federation";
import type { FederationArgs } from "./federationArgs";

const day = 86_400_000;

/** Judges how long, and for how many credentials, both forms of a subject are trusted. */
export function migrationProblems(
    { migrationUntil, credentials }: FederationArgs,
    today: Date,
): Problem[] {
    if (migrationUntil === undefined) {
        return [];
    }
    const path = "migrationUntil";
    const until = dayOf(migrationUntil);
    if (until === undefined) {
        return [problem(path, migrationUntil, 'a day, for example "2027-03-31"')];
    }
    const left = daysUntil(until, today);
    const most = federation.credentialsPerIdentity / 2;
    return [
        ...(left <= 0
            ? [problem(path, migrationUntil, "a day to come, or none: the migration is over")]
            : []),
        ...(left > migration.mostDays
            ? [problem(path, migrationUntil, `a day at most ${migration.mostDays} days ahead`)]
            : []),
        // Both forms must stand on the one identity a job logs in with.
        ...(credentials.length > most
            ? [
                  problem(
                      "credentials",
                      `${credentials.length} credentials`,
                      `at most ${most} during a migration`,
                  ),
              ]
            : []),
    ];
}

/** What to announce about ends that are near; they are refused when they have come. */
export function announcements({ migrationUntil, issuer }: FederationArgs, today: Date): string[] {
    const until = migrationUntil === undefined ? undefined : dayOf(migrationUntil);
    const near = until !== undefined && daysUntil(until, today) <= migration.announcedDays;
    return [
        ...(near
            ? [
                  `from ${migrationUntil ?? ""} on, tokens in the form by name are refused: take migrationUntil out before`,
              ]
            : []),
        ...(federation.retiringIssuers.test(issuer)
            ? [
                  `the issuer of Azure DevOps retires on ${federation.retirement}: convert the connection to Entra's`,
              ]
            : []),
    ];
}

function daysUntil(until: Date, today: Date): number {
    return (until.getTime() - today.getTime()) / day;
}

/** Midnight, UTC, of a day that exists. */
function dayOf(text: string): Date | undefined {
    const date = new Date(`${text}T00:00:00Z`);
    const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
    return exists && /^\d{4}-\d\d-\d\d$/.test(text) ? date : undefined;
}
