// `npm run bench -- --api [500]`: what an estate of that many repositories asks of the hosts' APIs, to
// create and to refresh, against the hosts' limits. The resources are those of two real previews, of
// few and of twice as many repositories; more of them are the same again.
import fs from "node:fs";
import path from "node:path";
import { budgetOf, graphOf, grown, hosts, minutesOf, type Graph, type Host } from "./apiBudget";
import { devOpsProject, estateProject, type BareResource, type Project } from "./estates";
import { measure } from "./measure";

/** Repositories of the two previews; both are multiples of the ten teams. */
const sizes = [10, 20] as const;

const generators: Record<Host, (root: string, dir: string, count: number) => Project> = {
    github: estateProject,
    azureDevOps: devOpsProject,
};

async function previewed(root: string, host: Host, count: number): Promise<Graph> {
    const dir = path.join(root, ".sandbox", "bench", `api-${host}-${count}`);
    const project = generators[host](root, dir, count);
    const writeResources = path.join(dir, "resources.json");
    await measure(root, { projectDir: project.dir, stack: project.stack, writeResources });
    return graphOf(JSON.parse(fs.readFileSync(writeResources, "utf8")) as BareResource[]);
}

/** What the page is written from: how many resources an estate of `repositories` has at each host. */
export interface ApiGraphs {
    readonly date: string;
    readonly repositories: number;
    readonly graphs: Record<Host, Graph>;
}

async function main(): Promise<void> {
    const root = path.join(__dirname, "..");
    const repositories = Number(process.argv[2] ?? 500);
    const [few, more] = sizes;
    const graphs: Partial<Record<Host, Graph>> = {};
    const figures: Record<string, unknown> = {};
    for (const host of Object.keys(hosts) as Host[]) {
        const small = { size: few, graph: await previewed(root, host, few) };
        const large = { size: more, graph: await previewed(root, host, more) };
        const graph = grown(small, large, repositories);
        graphs[host] = graph;
        for (const operation of ["create", "refresh"] as const) {
            const budget = budgetOf(graph, host, operation);
            const minutes = minutesOf(host, budget);
            console.log(`${host}, ${operation}, ${repositories} repositories:`);
            console.table({ ...budget, "requests per resource": perResource(budget) });
            for (const [limit, needed] of Object.entries(minutes).filter(([, min]) => min > 0)) {
                const hours = (needed / 60).toFixed(2);
                const each = Math.floor((repositories / needed) * 60);
                console.log(
                    `  ${hours} of an hour's budget, ${each} repositories an hour: ${limit}`,
                );
            }
            figures[`${host} ${operation}`] = { ...budget, minutes };
        }
    }
    const dir = path.join(root, ".sandbox", "bench");
    const file = path.join(dir, "api.json");
    fs.writeFileSync(file, JSON.stringify({ repositories, figures }, null, 4));
    const date = new Date().toISOString().slice(0, 10);
    const kept = path.join(root, "bench", "apiGraphs.json");
    fs.writeFileSync(kept, `${JSON.stringify({ date, repositories, graphs }, null, 4)}\n`);
    console.log(`figures: ${path.relative(root, file)}; for the page: bench/apiGraphs.json`);
}

function perResource({ reads, writes, graph, resources }: ReturnType<typeof budgetOf>): number {
    return Number(((reads + writes + graph) / resources).toFixed(2));
}

main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
});
