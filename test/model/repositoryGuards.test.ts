import assert from "node:assert/strict";
import { describe, it } from "mocha";

import { is, UNKNOWN, type PropertyTree } from "../../model/known";
import { RepositoryGuards } from "../../model/repositoryGuards";
import { Stack, type Resource } from "../../model/resource";
import { modelResource } from "../support/modelResource";

const repository = (name: string, props: PropertyTree) =>
    modelResource("github:index:Repository", props, { name });
const guard = (
    type: string,
    name: string,
    props: PropertyTree,
    from: Record<string, Resource> = {},
) =>
    modelResource(`github:index:${type}`, props, {
        name,
        propertyDependencies: Object.fromEntries(
            Object.entries(from).map(([property, { urn }]) => [property, [urn]]),
        ),
    });

const web = repository("web", { name: "Web", nodeId: "R_web", repoId: 7 });
const api = repository("api", { name: "api", nodeId: UNKNOWN, repoId: UNKNOWN });
const guards = [
    guard("RepositoryRuleset", "by name", { repository: "wEB" }),
    guard("RepositoryRuleset", "by source", { repository: UNKNOWN }, { repository: api }),
    guard("RepositoryRuleset", "of nobody known", { repository: UNKNOWN }),
    guard("RepositoryRuleset", "of another", { repository: "elsewhere" }),
    guard("BranchProtection", "by node id", { repositoryId: "R_web" }),
    guard("BranchProtectionV3", "classic by name", { repository: "api" }),
    guard("OrganizationRuleset", "of all", {
        conditions: { repositoryName: { includes: ["~ALL"], excludes: [] } },
    }),
];

/** Names of the guards that may concern each repository: as found, and as each guard says of itself. */
function joined(repositories: readonly Resource[]) {
    const index = new RepositoryGuards(new Stack([...repositories, ...guards]), () => undefined);
    const names = (all: readonly { resource: Resource }[]) =>
        all.map(({ resource: { name } }) => name).sort();
    return index.repositories.map((one) => ({
        found: names(index.guardsOf(one)),
        concerned: names(index.guards.filter((each) => !is(index.concerns(each, one), false))),
    }));
}

describe("the guards of a repository", () => {
    it("are found by name, by node id, by the source of the value, or not ruled out", () => {
        const [ofWeb, ofApi] = joined([web, api]);
        assert.deepEqual(ofWeb?.found, ["by name", "by node id", "of all", "of nobody known"]);
        assert.deepEqual(ofApi?.found, [
            "by source",
            "classic by name",
            "of all",
            "of nobody known",
        ]);
    });

    it("are none but those that concern it, or may", () => {
        const unnamed = repository("unnamed", { name: UNKNOWN, nodeId: UNKNOWN });
        for (const { found, concerned } of joined([web, api])) assert.deepEqual(found, concerned);
        const all = joined([web, api, unnamed]).at(-1);
        assert.deepEqual(
            all?.concerned.filter((name) => !all.found.includes(name)),
            [],
        );
    });
});
