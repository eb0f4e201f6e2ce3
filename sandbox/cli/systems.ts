import type { Operation, ResourceSummary, RunResult, Step } from "../engine/api";

/** Display names of packages, in the order in which they are shown. */
const systems: Readonly<Record<string, string>> = {
    github: "GitHub",
    azuredevops: "Azure DevOps",
    "azure-native": "Azure",
    aws: "AWS",
    gatehouse: "Gatehouse components",
};

export function systemOf(type: string): string {
    // One package for what both hosts have over REST only: its classes say which host.
    if (type.startsWith("gatehouse-hosts:index:GitHub")) return "GitHub";
    if (type.startsWith("gatehouse-hosts:index:AzureDevOps")) return "Azure DevOps";
    const [pkg = ""] = type.split(":");
    return systems[pkg] ?? pkg;
}

/** The stack and the providers are machinery, not part of anybody's estate. */
export function isMachinery(type: string): boolean {
    return type.startsWith("pulumi:");
}

/** "azure-native:keyvault:Vault" -> "Vault". */
export function shortType(type: string): string {
    return type.slice(type.lastIndexOf(":") + 1);
}

/** Counts per key, systems in their fixed order, others after them by name. */
function inOrder(counts: ReadonlyMap<string, number>): [string, number][] {
    const known = Object.values(systems);
    const place = (name: string): number => {
        const index = known.indexOf(name);
        return index < 0 ? known.length : index;
    };
    return [...counts].sort(([a], [b]) => place(a) - place(b) || a.localeCompare(b));
}

function count<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, number> {
    const counts = new Map<string, number>();
    for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
    return counts;
}

export interface SystemCount {
    readonly system: string;
    readonly resources: number;
    /** "6 FederatedIdentityCredential, 1 Vault", most frequent first. */
    readonly types: string;
}

/** What stands, by system. */
export function bySystem(resources: readonly ResourceSummary[]): SystemCount[] {
    const shown = resources.filter(({ type }) => !isMachinery(type));
    return inOrder(count(shown, ({ type }) => systemOf(type))).map(([system, total]) => {
        const own = shown.filter(({ type }) => systemOf(type) === system);
        const types = [...count(own, ({ type }) => shortType(type))].sort(
            ([a, x], [b, y]) => y - x || a.localeCompare(b),
        );
        return {
            system,
            resources: total,
            types: types.map(([type, number]) => `${number} ${type}`).join(", "),
        };
    });
}

/** What would change, or did, by operation: without what stays the same. */
export function byOperation(steps: readonly Step[]): Partial<Record<Operation, number>> {
    const changes = steps.filter(({ op, type }) => op !== "same" && !isMachinery(type));
    return Object.fromEntries(count(changes, ({ op }) => op));
}

/** How many steps a provider will take part in: what a progress display can count up to. */
export function operated({ steps, resources }: RunResult): number {
    const custom = new Set(resources.filter((one) => one.custom).map(({ urn }) => urn));
    return steps.filter(
        ({ op, urn, type }) => !isMachinery(type) && (op === "delete" || custom.has(urn)),
    ).length;
}
