/** What the host says about further requests. */
export interface Throttle {
    /** Milliseconds to wait, from now. */
    readonly wait: number;
    /** Why, for people. */
    readonly why: string;
}

/**
 * Without a header that says how long, GitHub asks for a minute at least.
 * source: GitHub's documentation, "Rate limits for the REST API"; date: 2026-11-21
 */
const secondaryWait = 60_000;

/** `Retry-After`: seconds, or a date. */
export function retryAfter(headers: Headers, now: number): number | undefined {
    const said = headers.get("retry-after")?.trim() ?? "";
    if (said === "") return undefined;
    const seconds = Number(said);
    const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(said) - now;
    return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}

/** The moment at which a used-up limit is filled again: `X-RateLimit-Reset`, in seconds since 1970. */
function resetOf(headers: Headers, now: number): number | undefined {
    if (headers.get("x-ratelimit-remaining")?.trim() !== "0") return undefined;
    const reset = Number(headers.get("x-ratelimit-reset") ?? NaN);
    return Number.isFinite(reset) ? Math.max(0, reset * 1000 - now) : undefined;
}

/**
 * How long to wait after an answer that refuses because of too many requests; nothing when that is not
 * what it says. GitHub answers 403 or 429: with `Retry-After` for the secondary limits, with
 * `X-RateLimit-Remaining: 0` and the reset for the primary one. Azure DevOps answers 429 or 503.
 */
export function throttleOf(
    status: number,
    headers: Headers,
    message: string,
    now: number,
    attempt: number,
): Throttle | undefined {
    if (status !== 403 && status !== 429 && status !== 503) return undefined;
    const asked = retryAfter(headers, now);
    if (asked !== undefined)
        return { wait: asked, why: `Retry-After ${Math.ceil(asked / 1000)} s` };
    const reset = resetOf(headers, now);
    if (reset !== undefined) return { wait: reset, why: "the rate limit is used up" };
    const isSecondary = status === 429 || /rate limit/i.test(message);
    return isSecondary && status !== 503
        ? { wait: secondaryWait * 2 ** attempt, why: "too many requests" }
        : undefined;
}

/** Waits before the first, second ... further attempt after an error of the host or the connection. */
export const backoff: readonly number[] = [1000, 2000, 4000, 8000];

/** A host that wants to be left alone for longer than this is not waited for: 15 minutes in all. */
export const longestWait = 15 * 60_000;
