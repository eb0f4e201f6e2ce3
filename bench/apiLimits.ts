/**
 * What the hosts allow.
 *
 * source: GitHub Docs, "Rate limits for the REST API" and "Rate limits and query limits for the GraphQL
 * API"; Microsoft Learn, "Rate and usage limits" of Azure DevOps
 * date: 2026-11-21
 */
export const limits = {
    github: {
        /** Requests an hour: of a person, and of an App in an Enterprise Cloud organisation. */
        primary: { user: 5_000, enterpriseApp: 15_000 },
        /** Points a minute for one endpoint of REST, taken here for all of them together. */
        pointsPerMinute: 900,
        points: { read: 1, write: 5 },
        /** Requests that create content; GitHub does not list which ones do. */
        content: { perMinute: 80, perHour: 500 },
    },
    azureDevOps: {
        /** Throughput units in any five minutes; what a request costs is not published. */
        units: 200,
        minutes: 5,
    },
} as const;

/**
 * The pace of the providers themselves.
 *
 * source: terraform-provider-github b6ce8c0, github/provider.go (write_delay_ms); Pulumi's number of
 * operations at once is assumed, it depends on the machine
 * date: 2026-11-21
 */
export const pace = { githubWriteSeconds: 1, atOnce: 16 } as const;

/** Throughput units of one request: assumed, and surely too many. One unit is a typical user's five minutes. */
export const assumedUnitsPerRequest = 1;
