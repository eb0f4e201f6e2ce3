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

/** No problem when `value` is a day after `now` and at most `mostDays` days after it. */
export function aheadProblems(
    path: string,
    value: unknown,
    now: string,
    mostDays: number,
): Problem[] {
    const days = isDate(value) && isDate(now) ? (Date.parse(value) - Date.parse(now)) / dayMs : NaN;
    const allowed = `a date as "2027-03-31", 1 to ${mostDays} days after ${now}`;
    return days >= 1 && days <= mostDays ? [] : [problem(path, value, allowed)];
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
