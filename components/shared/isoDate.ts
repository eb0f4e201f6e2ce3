import { problem, type Problem } from "./validate";

const dayMs = 86_400_000;

/** Today as an ISO date, in UTC. */
export function today(): string {
    return new Date().toISOString().slice(0, 10);
}

/** The beginning of a day in UTC, in seconds since 1970: how Azure writes an expiry. */
export function unixSeconds(date: string): number {
    return Date.parse(`${date}T00:00:00Z`) / 1000;
}

/** No problem when `value` is a day that exists, as "2027-03-31". */
export function dateProblems(path: string, value: unknown): Problem[] {
    return isDate(value) ? [] : [problem(path, value, 'a date as "2027-03-31"')];
}

/** Whole days from `now` to another day, negative for one that is past; NaN when one does not exist. */
export function daysUntil(date: unknown, now: unknown): number {
    return isDate(date) && isDate(now) ? (Date.parse(date) - Date.parse(now)) / dayMs : NaN;
}

/** No problem when `value` is a day at most `mostDays` days after `now`; past ones are accepted. */
export function withinProblems(
    path: string,
    value: unknown,
    now: string,
    mostDays: number,
): Problem[] {
    const allowed = `a date as "2027-03-31", at most ${mostDays} days after ${now}`;
    return daysUntil(value, now) <= mostDays ? [] : [problem(path, value, allowed)];
}

function isDate(value: unknown): value is string {
    // Date.parse takes 31 February for a day in March; written back it differs.
    return (
        typeof value === "string" &&
        /^\d{4}-\d{2}-\d{2}$/.test(value) &&
        !Number.isNaN(Date.parse(value)) &&
        new Date(value).toISOString().startsWith(value)
    );
}
