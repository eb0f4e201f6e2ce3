// What an estate asks of the hosts' APIs, from the number of resources of each type: pure functions.
import { azureDevOpsCalls, azureDevOpsHostsCalls } from "./apiCallsAzureDevOps";
import { githubCalls, githubHostsCalls } from "./apiCallsGithub";
import type { ApiLine, Requests } from "./apiLine";
import { assumedUnitsPerRequest, limits, pace } from "./apiLimits";

/** How many resources of a type there are, and how many entries their counted inputs have in all. */
export interface TypeCount {
    readonly resources: number;
    readonly entries: number;
}

/** Counts by type token. */
export type Graph = Readonly<Record<string, TypeCount>>;

/** A resource as a preview shows it. */
export interface Planned {
    readonly type: string;
    readonly inputs: Readonly<Record<string, unknown>>;
}

/** Requests of one operation on a whole estate, at one host. */
export interface HostBudget extends Required<Requests> {
    readonly resources: number;
    /** Reads that do not count while nothing has changed. */
    readonly conditional: number;
    readonly content: number;
    /** Seconds for which the provider waits, one resource after the other. */
    readonly waits: number;
}

/** The hosts, and what is known of their resources. */
export const hosts = {
    github: { ...githubCalls, ...githubHostsCalls },
    azureDevOps: { ...azureDevOpsCalls, ...azureDevOpsHostsCalls },
} satisfies Record<string, Record<string, ApiLine>>;

/** One of the hosts. */
export type Host = keyof typeof hosts;

const ofHosts = /^(github|azuredevops|gatehouse-hosts):/;
const lines: ReadonlyMap<string, ApiLine> = new Map(
    Object.values(hosts).flatMap((host) => Object.entries(host)),
);

/**
 * The hosts' resources among those of a preview, by type.
 *
 * @throws Error naming every type whose requests nobody has counted
 */
export function graphOf(resources: readonly Planned[]): Graph {
    const mine = resources.filter(({ type }) => ofHosts.test(type));
    const unknown = new Set(mine.map(({ type }) => type).filter((type) => !lines.has(type)));
    if (unknown.size > 0) {
        throw new Error(
            `requests not counted yet (bench/apiCalls*.ts): ${[...unknown].join(", ")}`,
        );
    }
    const graph: Record<string, TypeCount> = {};
    for (const { type, inputs } of mine) {
        const { resources: before, entries } = graph[type] ?? { resources: 0, entries: 0 };
        const listed = inputs[lines.get(type)?.each ?? ""];
        const more = Array.isArray(listed) ? listed.length : 0;
        graph[type] = { resources: before + 1, entries: entries + more };
    }
    return graph;
}

/** The graph of an estate of `size` repositories, from those of two smaller ones: it grows evenly. */
export function grown(
    small: { graph: Graph; size: number },
    large: { graph: Graph; size: number },
    size: number,
): Graph {
    const at = (a = 0, b = 0): number =>
        Math.round(b + ((b - a) / (large.size - small.size)) * (size - large.size));
    const types = new Set([...Object.keys(small.graph), ...Object.keys(large.graph)]);
    return Object.fromEntries(
        [...types].sort().map((type) => {
            const [a, b] = [small.graph[type], large.graph[type]];
            return [
                type,
                {
                    resources: at(a?.resources, b?.resources),
                    entries: at(a?.entries, b?.entries),
                },
            ];
        }),
    );
}

/** What an operation on all of the graph costs at one host. */
export function budgetOf(graph: Graph, host: Host, operation: "create" | "refresh"): HostBudget {
    const known: Readonly<Record<string, ApiLine>> = hosts[host];
    const total = {
        resources: 0,
        reads: 0,
        writes: 0,
        graph: 0,
        conditional: 0,
        content: 0,
        waits: 0,
    };
    for (const [type, { resources, entries }] of Object.entries(graph)) {
        const line = known[type];
        if (line === undefined) continue;
        const requests = line[operation];
        total.resources += resources;
        total.reads += resources * requests.reads;
        total.writes += resources * requests.writes;
        total.graph += resources * (requests.graph ?? 0);
        if (operation === "create") {
            total.writes += entries;
            total.content += resources * (line.content ?? 0);
            total.waits += resources * (line.waits ?? 0);
        } else {
            total.conditional += resources * (line.conditional ?? 0);
        }
    }
    return total;
}

/** Minutes that each limit makes an operation last at least, by its name. */
export function minutesOf(host: Host, budget: HostBudget): Record<string, number> {
    const { reads, writes, conditional } = budget;
    if (host === "azureDevOps") {
        const { units, minutes } = limits.azureDevOps;
        return {
            "200 units in 5 minutes, if a request cost 1 (assumed)":
                ((reads + writes) * assumedUnitsPerRequest * minutes) / units,
            "waiting of the provider, 16 at once (assumed)": budget.waits / pace.atOnce / 60,
        };
    }
    const { primary, pointsPerMinute, points, content } = limits.github;
    const all = reads + writes;
    return {
        "5,000 requests an hour (a person)": (all / primary.user) * 60,
        "15,000 requests an hour (an App, Enterprise Cloud)": (all / primary.enterpriseApp) * 60,
        ...(conditional === 0
            ? {}
            : {
                  "the same App, nothing changed since":
                      ((all - conditional) / primary.enterpriseApp) * 60,
              }),
        "900 points a minute": (reads * points.read + writes * points.write) / pointsPerMinute,
        "80 creating requests a minute, if every write creates": writes / content.perMinute,
        "500 creating requests an hour, if every write creates": (writes / content.perHour) * 60,
        "500 creating requests an hour, repositories and files only":
            (budget.content / content.perHour) * 60,
        "the provider's second after each write": (writes * pace.githubWriteSeconds) / 60,
    };
}
