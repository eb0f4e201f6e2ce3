import { isUnknown, str, type Values } from "./values";
import type { Environment } from "./http/tokens";

/** One thing wrong with one property. */
export interface Failure {
    readonly property: string;
    readonly reason: string;
}

/** Where the provider works, and how fast. "" where nobody said: then only what needs it fails. */
export interface Configuration {
    readonly githubOwner: string;
    readonly githubApiUrl: string;
    readonly azureDevOpsUrl: string;
    readonly azureDevOpsAuditUrl: string;
    readonly azureDevOpsSecurityUrl: string;
    readonly azureDevOpsFeedsUrl: string;
    readonly requestsPerMinute: number;
    readonly timeoutSeconds: number;
}

const urls = [
    "githubApiUrl",
    "azureDevOpsUrl",
    "azureDevOpsAuditUrl",
    "azureDevOpsSecurityUrl",
    "azureDevOpsFeedsUrl",
] as const;

/** Whole numbers, what they are when nobody says, and their limits. */
const numbers = {
    requestsPerMinute: { fallback: 60, min: 1, max: 900 },
    timeoutSeconds: { fallback: 30, min: 1, max: 300 },
} as const;

/** Properties a change of which means other organisations: everything there is replaced. */
export const identity: readonly string[] = ["githubOwner", ...urls];

/** Names of the environment for what the configuration leaves out. */
const fallbacks: Readonly<Record<string, string>> = {
    githubOwner: "GITHUB_OWNER",
    githubApiUrl: "GITHUB_API_URL",
    azureDevOpsUrl: "AZDO_ORG_SERVICE_URL",
};

/** Everything a provider can be told. */
export const configurationNames: readonly string[] = [
    "githubOwner",
    ...urls,
    ...Object.keys(numbers),
];
const known = new Set([...configurationNames, "version"]);

/** Everything wrong with a configuration, at once. What is not known yet passes. */
export function checkConfiguration(values: Values): Failure[] {
    const failures: Failure[] = [];
    const fail = (property: string, reason: string) => failures.push({ property, reason });
    for (const [property, value] of Object.entries(values)) {
        if (isUnknown(value)) continue;
        if (!known.has(property)) {
            fail(property, `unknown property; known here: ${[...known].join(", ")}`);
        } else if (typeof value !== "string") {
            fail(property, `is a ${typeof value}, must be text`);
        } else if (urls.some((one) => one === property)) {
            const problem = urlProblem(value);
            if (problem !== undefined) fail(property, problem);
        } else if (property in numbers) {
            const { min, max } = numbers[property as keyof typeof numbers];
            const number = Number(value);
            if (!Number.isInteger(number) || number < min || number > max) {
                fail(property, `${JSON.stringify(value)} must be a whole number, ${min} to ${max}`);
            }
        } else if (property === "githubOwner" && !/^[\w-]+$/.test(value)) {
            fail(property, `${JSON.stringify(value)} must be the name of an organisation`);
        }
    }
    return failures;
}

const loopback = new Set(["127.0.0.1", "[::1]", "localhost"]);

/** Tokens travel over https only; to this machine itself http will do. */
function urlProblem(said: string): string | undefined {
    if (!URL.canParse(said)) return `${JSON.stringify(said)} must be an address: https://...`;
    const url = new URL(said);
    if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
        return "must be an address without user, password, query and fragment";
    }
    const isSafe =
        url.protocol === "https:" || (url.protocol === "http:" && loopback.has(url.hostname));
    return isSafe ? undefined : `${JSON.stringify(said)} must begin with https://`;
}

/** @throws Error listing every problem of the environment's values: the engine checks only its own. */
export function configurationFrom(values: Values, environment: Environment): Configuration {
    const merged: Values = {};
    for (const name of known) {
        const own = values[name];
        const inherited = environment[fallbacks[name] ?? ""] ?? "";
        if (typeof own === "string" && own !== "") merged[name] = own;
        else if (inherited !== "") merged[name] = inherited;
    }
    const failures = checkConfiguration(merged);
    if (failures.length > 0) {
        const list = failures.map(({ property, reason }) => `${property}: ${reason}`);
        throw new Error(`the configuration of gatehouse-hosts is wrong:\n${list.join("\n")}`);
    }
    const text = (name: string) => str(merged, name).replace(/\/+$/, "");
    const number = (name: keyof typeof numbers) => Number(merged[name] ?? numbers[name].fallback);
    const organization = organizationOf(text("azureDevOpsUrl"));
    const service = (name: string, subdomain: string) =>
        text(name) ||
        (organization === "" ? "" : `https://${subdomain}.dev.azure.com/${organization}`);
    return {
        githubOwner: text("githubOwner"),
        githubApiUrl: text("githubApiUrl") || "https://api.github.com",
        azureDevOpsUrl: text("azureDevOpsUrl"),
        azureDevOpsAuditUrl: service("azureDevOpsAuditUrl", "auditservice"),
        azureDevOpsSecurityUrl: service("azureDevOpsSecurityUrl", "advsec"),
        azureDevOpsFeedsUrl: service("azureDevOpsFeedsUrl", "feeds"),
        requestsPerMinute: number("requestsPerMinute"),
        timeoutSeconds: number("timeoutSeconds"),
    };
}

/** The organisation an address of Azure DevOps Services names; "" for any other address. */
function organizationOf(address: string): string {
    const now = /^https:\/\/dev\.azure\.com\/([^/]+)$/i.exec(address)?.[1];
    return now ?? /^https:\/\/([^./]+)\.visualstudio\.com$/i.exec(address)?.[1] ?? "";
}
