import data from "./retries.json";

/** How the real provider of a package goes on after an answer that is no answer. */
export interface RetryRule {
    /** Further attempts after the first one. */
    readonly retries: number;
    /** Waits before the first, second ... further attempt; the last one repeats. */
    readonly waitSeconds: readonly number[];
    /** A throttled request counts as an attempt, or is repeated until the time for the call is up. */
    readonly throttled: "counted" | "waited for";
    /** A service that asks for a longer wait is not asked again. */
    readonly longestRetryAfterSeconds?: number;
}

/** Time a call may take with the providers that repeat without counting: their SDK's default. */
export const callSeconds = 20 * 60;

/** How long a provider waits for an answer before it takes the connection for dead. */
export const answerSeconds = 30;

const rules: Readonly<Record<string, RetryRule>> = data as Readonly<
    Record<keyof typeof data, RetryRule>
>;

/** A package whose provider is not on record is taken to try once. */
export function retryRule(packageName: string): RetryRule {
    return rules[packageName] ?? { retries: 0, waitSeconds: [0], throttled: "counted" };
}
