// docs/api-budget.md: what a large estate asks of the hosts' APIs, from the counts in bench/ and the
// resources that `npm run bench -- --api` found.
import { budgetOf, hosts, minutesOf, type Graph, type Host } from "../bench/apiBudget";
import type { ApiLine } from "../bench/apiLine";
import { limits } from "../bench/apiLimits";
import recorded from "../bench/apiGraphs.json";

const names: Record<Host, string> = { github: "GitHub", azureDevOps: "Azure DevOps" };
const { repositories, date } = recorded;
const graphs: Record<Host, Graph> = recorded.graphs;

const thousands = (value: number): string => Math.round(value).toLocaleString("en-GB");

/** "45 minutes", "5.6 hours". */
function time(minutes: number): string {
    return minutes < 90 ? `${Math.ceil(minutes)} minutes` : `${(minutes / 60).toFixed(1)} hours`;
}

function table(head: string[], rows: (string | number)[][]): string[] {
    const row = (cells: (string | number)[]): string => `| ${cells.join(" | ")} |`;
    return [row(head), row(head.map(() => "---")), ...rows.map(row), ""];
}

function totals(): string[] {
    const rows = (Object.keys(hosts) as Host[]).flatMap((host) =>
        (["create", "refresh"] as const).map((operation) => {
            const { resources, reads, writes, graph } = budgetOf(graphs[host], host, operation);
            const each = ((reads + writes) / repositories).toFixed(0);
            return [
                `${names[host]}, ${operation}`,
                thousands(resources),
                thousands(reads),
                thousands(writes),
                thousands(graph),
                each,
            ];
        }),
    );
    return table(
        ["", "resources", "reads", "writes", "GraphQL", "requests for each repository"],
        rows,
    );
}

function times(host: Host, operation: "create" | "refresh"): string[] {
    const minutes = minutesOf(host, budgetOf(graphs[host], host, operation));
    const rows = Object.entries(minutes)
        .filter(([, needed]) => needed > 0)
        .map(([limit, needed]) => [
            limit,
            time(needed),
            thousands(Math.floor((repositories / needed) * 60)),
        ]);
    return table(
        ["limit", `${thousands(repositories)} repositories`, "repositories an hour"],
        rows,
    );
}

function linesOf(host: Host): string[] {
    const known: Readonly<Record<string, ApiLine>> = hosts[host];
    const rows = Object.keys(graphs[host]).map((type) => {
        const line = known[type];
        if (!line) throw new Error(`${type} is not counted: npm run bench -- --api`);
        const { create, refresh, each, basis, note = "" } = line;
        const said = (one: ApiLine["create"]): string =>
            `${one.reads} + ${one.writes}${one.graph === undefined ? "" : ` + ${one.graph} GraphQL`}`;
        const entry = each === undefined ? "" : `, and one for each of \`${each}\``;
        const resources = graphs[host][type]?.resources ?? 0;
        return [
            `\`${type.split(":").pop() ?? ""}\``,
            thousands(resources),
            `${said(create)}${entry}`,
            said(refresh),
            basis,
            note,
        ];
    });
    return table(["type", "resources", "create", "refresh", "basis", "note"], rows);
}

/** docs/api-budget.md */
export function apiBudgetPage(): string {
    const create = budgetOf(graphs.github, "github", "create");
    const refresh = budgetOf(graphs.github, "github", "refresh");
    const { content, primary } = limits.github;
    const writes = create.writes / repositories;
    const strict = Math.floor(content.perHour / writes);
    const share = (50 * refresh.reads) / repositories / primary.enterpriseApp;
    return [
        "# API budget",
        "",
        `What an estate of ${thousands(repositories)} repositories asks of its hosts, to be created and to be refreshed, and what that means at`,
        "their documented limits. `npm run bench -- --api` counts again, on previews of the estate as it is today.",
        "",
        `_Written by \`npm run docs\`; resources of ${date}._`,
        "",
        "## Requests",
        "",
        ...totals(),
        "How it is counted: two real previews, of ten and of twenty repositories, give the resources of each type; an estate of",
        "more repositories has their difference for each further ten. Each type has its requests by operation, read from the",
        "sources of the providers (tables below): everything is new, nothing fails, nothing is asked for twice unless the",
        "provider always does. On GitHub that is the estate of the benchmark: guarded repositories, each with two",
        "environments and their variables. On Azure DevOps it is the guarded repositories of one project with their pipelines",
        "and permissions, each with two environments, without connections. Functions (`getOrganization` and the like), Azure and AWS are not",
        "counted, nor is an update: it costs what the changed resources cost.",
        "",
        "## How long it takes on GitHub",
        "",
        "To create, at least:",
        "",
        ...times("github", "create"),
        "To refresh, at least:",
        "",
        ...times("github", "refresh"),
        "Limits hold together, so the longest time counts. Which requests create content GitHub does not say: between",
        "_repositories and files only_ and _every write_ lies the truth. GitHub's provider waits a second after each write and",
        "sends one request at a time (unless `legacyClient: false`), which keeps it below 80 a minute; when GitHub refuses it",
        "waits as long as it is told and goes on. A run therefore ends, later. Pulumi's `parallel` changes nothing here.",
        "",
        "## How long it takes on Azure DevOps",
        "",
        "To create, at least:",
        "",
        ...times("azureDevOps", "create"),
        `Azure DevOps counts ${limits.azureDevOps.units} units in any ${limits.azureDevOps.minutes} minutes, where one unit is what a typical user costs in that time. The`,
        "price of a request is not published; one unit each is assumed, and too many. Requests over the limit are delayed, then refused",
        "with a `Retry-After`. Permissions cost most: nine requests and five seconds each, because the provider reads them back.",
        "",
        "## How the estate is cut",
        "",
        "Limits belong to the account or the App that asks, not to the stack. So:",
        "",
        `- **Use a GitHub App in an Enterprise Cloud organisation**: ${thousands(primary.enterpriseApp)} requests an hour in place of ${thousands(primary.user)}.`,
        `- **Create in steps of ${strict} repositories an hour**: ${writes.toFixed(0)} writes each stay below ${content.perHour} creating requests, whatever GitHub counts`,
        "  as one. `pulumi up --target` on the new repositories, or the configuration in several merges. An organisation is created once.",
        `- **Cut by team, not by kind**: a stack of the platform (teams, organisation, policies) and one for each team, joined by`,
        `  stack references. Fifty repositories are refreshed with ${thousands((50 * refresh.reads) / repositories)} requests, ${(share * 100).toFixed(0)} % of an hour's; a change of one`,
        "  team never reads the others.",
        "- **Refresh in turns**: `pulumi up` without `--refresh` reads nothing of what stands. Look for drift stack by stack at night, not before",
        `  every deployment. Where nothing has changed, ETags take ${((refresh.conditional / refresh.reads) * 100).toFixed(0)} % off.`,
        "- **Adopt what stands**: `adopt: true` imports a repository with reads alone; hardening it later costs its writes.",
        "- **On Azure DevOps an identity for each stack**: units are those of a user or a pipeline, so a project run by its own identity",
        "  has its own 200.",
        "- **An App for each host and purpose**: previews of pull requests with an App that only reads leave the budget of the one that",
        "  applies alone.",
        "",
        "## Requests by type: GitHub",
        "",
        "Reads + writes. Source: `integrations/terraform-provider-github` at `b6ce8c0`; our own plugin where the type begins with `GitHub`.",
        "",
        ...linesOf("github"),
        "## Requests by type: Azure DevOps",
        "",
        "Reads + writes. Source: `microsoft/terraform-provider-azuredevops` at `3bd1fdb`.",
        "",
        ...linesOf("azureDevOps"),
    ]
        .join("\n")
        .trimEnd()
        .concat("\n");
}
