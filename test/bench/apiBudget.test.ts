import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { describe, it } from "mocha";
import { budgetOf, graphOf, grown, hosts, minutesOf } from "../../bench/apiBudget";
import recorded from "../../bench/apiGraphs.json";
import { packages } from "../../sandbox/cloud/packages";

const root = path.join(__dirname, "..", "..");
const repository = "github:index/repository:Repository";
const members = "github:index/teamMembers:TeamMembers";
const permissions = "azuredevops:index/gitPermissions:GitPermissions";

/** Names of the hosts' resources that components make, by package. */
function made(): Set<string> {
    const found = new Set<string>();
    const folder = path.join(root, "components");
    for (const file of fs.readdirSync(folder, { recursive: true, encoding: "utf8" })) {
        if (!file.endsWith(".ts") || /^bin|node_modules/.test(file)) continue;
        const text = fs.readFileSync(path.join(folder, file), "utf8");
        const imports = text.matchAll(
            /^import (?:\{([^}]*)\}|\* as (\w+)) from "(@pulumi\/github[^"]*|@pulumi\/azuredevops|gatehouse-hosts)"/gm,
        );
        for (const [, named = "", space] of imports) {
            const names =
                space === undefined
                    ? named.split(",").map((name) => name.trim())
                    : [...text.matchAll(new RegExp(`new ${space}\\.(\\w+)\\(`, "g"))].map(
                          ([, name = ""]) => name,
                      );
            for (const name of names) {
                const isMade = space !== undefined || text.includes(`new ${name}(`);
                if (isMade && name !== "") found.add(name);
            }
        }
    }
    return found;
}

const counted = new Set(Object.values(hosts).flatMap((host) => Object.keys(host)));
const lastPart = (token: string): string => token.split(":").pop() ?? "";

describe("the API budget", () => {
    it("knows what every resource costs that the components make on a host", () => {
        const names = new Set([...counted].map(lastPart));
        const all = made();
        assert.ok(all.has("RepositoryRuleset") && all.has("Group"), [...all].join(", "));
        assert.deepEqual(
            [...all].filter((name) => !names.has(name)),
            [],
        );
    });

    it("speaks of types that exist", () => {
        const emulated = new Set(packages.flatMap(({ types }) => [...types.keys()]));
        assert.deepEqual(
            [...counted].filter((token) => !emulated.has(token)),
            [],
        );
    });

    it("refuses a graph with a type that nobody counted, and leaves other clouds out", () => {
        const vault = { type: "azure-native:keyvault:Vault", inputs: {} };
        assert.deepEqual(graphOf([vault]), {});
        const strange = { type: "github:index/issue:Issue", inputs: {} };
        assert.throws(
            () => graphOf([vault, strange]),
            /not counted yet.*github:index\/issue:Issue/,
        );
    });

    it("counts resources, and the entries that cost a request each", () => {
        const graph = graphOf([
            { type: repository, inputs: {} },
            { type: members, inputs: { members: [{}, {}, {}] } },
            { type: members, inputs: {} },
        ]);
        assert.deepEqual(graph, {
            [repository]: { resources: 1, entries: 0 },
            [members]: { resources: 2, entries: 3 },
        });
        const create = budgetOf(graph, "github", "create");
        assert.deepEqual([create.reads, create.writes, create.graph], [4, 6, 2]);
        const refresh = budgetOf(graph, "github", "refresh");
        assert.deepEqual([refresh.reads, refresh.writes, refresh.conditional], [4, 0, 1]);
        assert.equal(budgetOf(graph, "azureDevOps", "create").resources, 0);
    });

    it("grows a graph evenly, and only what grows", () => {
        const graph = (repositories: number, teams: number) => ({
            [repository]: { resources: repositories, entries: 0 },
            [members]: { resources: teams, entries: 2 * teams },
        });
        const small = { graph: graph(10, 12), size: 10 };
        const large = { graph: graph(20, 12), size: 20 };
        assert.deepEqual(grown(small, large, 500), {
            [repository]: { resources: 500, entries: 0 },
            [members]: { resources: 12, entries: 24 },
        });
    });

    it("turns requests into time at the documented rates", () => {
        const graph = { [repository]: { resources: 1000, entries: 0 } };
        const minutes = minutesOf("github", budgetOf(graph, "github", "create"));
        // 2 reads and 3 writes each: 5,000 requests, 17,000 points, 3,000 writes, 1,000 repositories.
        assert.equal(minutes["5,000 requests an hour (a person)"], 60);
        assert.equal(minutes["15,000 requests an hour (an App, Enterprise Cloud)"], 20);
        assert.equal(Math.round(minutes["900 points a minute"] ?? 0), 19);
        assert.equal(minutes["500 creating requests an hour, if every write creates"], 360);
        assert.equal(minutes["500 creating requests an hour, repositories and files only"], 120);
        assert.equal(minutes["the provider's second after each write"], 50);

        const granted = { [permissions]: { resources: 400, entries: 0 } };
        const budget = budgetOf(granted, "azureDevOps", "create");
        assert.deepEqual([budget.reads, budget.writes, budget.waits], [3200, 400, 2000]);
        assert.equal(Object.values(minutesOf("azureDevOps", budget))[0], 90);
    });

    it("was recorded for the number of repositories the page speaks of", () => {
        assert.equal(recorded.graphs.github[repository].resources, recorded.repositories);
    });
});
