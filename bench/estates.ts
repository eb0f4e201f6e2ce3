import fs from "node:fs";
import path from "node:path";
import { stringify } from "yaml";

/** Folder of one generated project, inside the checkout so that its packages resolve. */
export interface Project {
    readonly dir: string;
    readonly stack: string;
}

const stack = "bench";

function writeProject(dir: string, main: string, config: object): Project {
    fs.mkdirSync(dir, { recursive: true });
    fs.writeFileSync(
        path.join(dir, "Pulumi.yaml"),
        stringify({
            name: "gatehouse",
            main: path.relative(dir, main),
            runtime: { name: "nodejs", options: { typescript: false } },
        }),
    );
    fs.writeFileSync(path.join(dir, `Pulumi.${stack}.yaml`), stringify({ config }));
    return { dir, stack };
}

/** An estate of `count` repositories, two environments each, shared among ten teams. */
export function estateProject(root: string, dir: string, count: number): Project {
    const teams = Array.from({ length: 10 }, (_, index) => `team-${index}`);
    const estate = {
        organization: "bench",
        azure: {
            tenantId: "11111111-1111-4111-8111-111111111111",
            subscriptionId: "22222222-2222-4222-8222-222222222222",
            location: "uksouth",
        },
        teams: {
            platform: ["ada", "grace"],
            release: ["barbara", "katherine"],
            ...Object.fromEntries(teams.map((team) => [team, [`${team}-a`, `${team}-b`]])),
        },
        contacts: ["security@acme.example"],
        vault: { name: "kv-gatehouse-bench" },
        environments: [
            { name: "staging", tier: "staging" },
            { name: "production", tier: "production", reviewers: ["release"] },
        ],
        repositories: Array.from({ length: count }, (_, index) => ({
            name: `service-${index}`,
            host: "github",
            team: teams[index % teams.length],
        })),
    };
    return writeProject(dir, path.join(root, "scripts", "program.cjs"), {
        "gatehouse:estate": estate,
    });
}

/** `count` repositories of an Azure DevOps project, shared among ten groups. */
export function devOpsProject(root: string, dir: string, count: number): Project {
    return writeProject(dir, path.join(root, "bench", "devOpsProgram.cjs"), {
        "gatehouse:repositories": String(count),
        "azuredevops:orgServiceUrl": "https://dev.azure.com/bench",
    });
}

/** What the bare program registers: one plain resource, as it came out of the estate's preview. */
export interface BareResource {
    readonly type: string;
    readonly name: string;
    readonly inputs: Readonly<Record<string, unknown>>;
}

/**
 * A program without components, validation or policies that registers the given resources through
 * the same SDK classes, with the SDK's default settings.
 */
export function bareProject(
    root: string,
    dir: string,
    resources: readonly BareResource[],
): Project {
    const project = writeProject(dir, path.join(root, "bench", "bareProgram.cjs"), {
        "gatehouse:resources": path.join(dir, "resources.json"),
    });
    fs.writeFileSync(path.join(dir, "resources.json"), JSON.stringify(resources));
    return project;
}
