import { oneOf, problem, text, whole, type Problem } from "../validate";
import type { DevOpsRestCheck } from "./devOpsChecksArgs";

/**
 * Methods, and how many tries are too many for one waiting time.
 *
 * source: terraform-provider-azuredevops, website/docs/r/check_rest_api.html.markdown
 * date: 2026-11-21
 */
const facts = {
    methods: ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE"],
    triesBelow: 10,
} as const;

/** Everything unacceptable in a check by one's own service, for a waiting time in minutes. */
export function restProblems(rest: DevOpsRestCheck, wait: number): Problem[] {
    const path = "checks.restApi";
    return [
        ...text(
            `${path}.displayName`,
            rest.displayName,
            /^[^\p{Cc}]{1,256}$/u,
            "1 to 256 characters",
        ),
        ...oneOf(`${path}.method`, rest.method ?? "POST", facts.methods),
        ...(rest.headers === undefined ? [] : headersProblems(`${path}.headers`, rest.headers)),
        ...retryProblems(`${path}.retryMinutes`, rest, wait),
    ];
}

function headersProblems(path: string, headers: string): Problem[] {
    const seen = { ...problem(path, "", "a JSON object with texts"), seen: "something else" };
    try {
        const parsed: unknown = JSON.parse(headers);
        const isObject = typeof parsed === "object" && parsed !== null && !Array.isArray(parsed);
        return isObject && Object.values(parsed).every((one) => typeof one === "string")
            ? []
            : [seen];
    } catch {
        return [seen];
    }
}

function retryProblems(
    path: string,
    { retryMinutes, successCriteria }: DevOpsRestCheck,
    wait: number,
): Problem[] {
    if (retryMinutes === undefined) {
        return [];
    }
    if (successCriteria === undefined) {
        return [problem(path, retryMinutes, "nothing, without successCriteria")];
    }
    const least = Math.floor(wait / facts.triesBelow) + 1;
    return whole(path, retryMinutes, least, wait);
}
