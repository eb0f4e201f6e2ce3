import assert from "node:assert/strict";
import { describe, it } from "mocha";

import { protectedResources } from "../../model/devOpsProtection";
import { known, unknown, UNKNOWN, type PropertyTree } from "../../model/known";
import { Stack, type Resource } from "../../model/resource";
import { modelResource } from "../support/modelResource";

const of = (name: string) => `azuredevops:index:${name}`;

function queue(name: string, props: PropertyTree, more: Partial<Resource> = {}): Resource {
    return modelResource(of("Queue"), { id: UNKNOWN, ...props }, { name, ...more });
}

/** A check before one of several queues, by an output that all of them are part of. */
function check(props: PropertyTree, sources: Resource[], more: Partial<Resource> = {}): Resource {
    const target: PropertyTree = { targetResourceType: "queue", targetResourceId: UNKNOWN };
    const propertyDependencies = { targetResourceId: sources.map(({ urn }) => urn) };
    return modelResource(
        of("CheckBranchControl"),
        { ...target, ...props },
        {
            name: "check",
            ...more,
            propertyDependencies: { ...propertyDependencies, ...more.propertyDependencies },
        },
    );
}

/** Names of the resources a check surely, and perhaps, stands before. */
function joined(...resources: Resource[]): { sure: string[]; maybe: string[] } {
    const found = protectedResources(new Stack(resources), () => undefined);
    const named = (which: "checks" | "maybe") =>
        found.filter((one) => one[which].size > 0).map(({ resource }) => resource.name);
    return { sure: named("checks"), maybe: named("maybe") };
}

function nameIn(...resources: Resource[]) {
    return protectedResources(new Stack(resources), () => undefined)[0]?.name;
}

describe("protectedResources", () => {
    const [first, second] = [
        queue("first", { projectId: "a" }),
        queue("second", { projectId: "b" }),
    ];

    it("joins a check to the one resource of its project among those its target comes from", () => {
        const one = check({ projectId: "b" }, [first, second]);
        assert.deepEqual(joined(first, second, one), { sure: ["second"], maybe: [] });
    });

    it("tells projects apart by what their ids come from", () => {
        const projects = ["a", "b"].map((name) => modelResource(of("Project"), {}, { name }));
        const from = (i: number) => ({ projectId: [projects[i]?.urn ?? ""] });
        const queues = [0, 1].map((i) =>
            queue(`queue ${i}`, { projectId: UNKNOWN }, { propertyDependencies: from(i) }),
        );
        const one = check({ projectId: UNKNOWN }, queues, { propertyDependencies: from(1) });
        const found = joined(...projects, ...queues, one);
        assert.deepEqual(found, { sure: ["queue 1"], maybe: [] });
    });

    it("does not guess between two resources of one project", () => {
        const third = queue("third", { projectId: "b" });
        const one = check({ projectId: "b" }, [second, third]);
        assert.deepEqual(joined(second, third, one), { sure: [], maybe: ["second", "third"] });
    });

    it("may mean anything of its kind while nothing is known of its target", () => {
        const one = check({ projectId: "a" }, []);
        assert.deepEqual(joined(first, second, one), { sure: [], maybe: ["first"] });
    });

    it("joins a repository by the second half of its id", () => {
        const git = modelResource(of("Git"), { id: "F00D", name: "templates" });
        const props = { targetResourceType: "repository", targetResourceId: "0A.f00d" };
        assert.deepEqual(joined(git, check(props, [])).sure, ["one"]);
    });

    it("names a queue after its pool, by its source or by its number", () => {
        const pool = modelResource(of("ElasticPool"), { id: "9", name: "live" }, { name: "pool" });
        const source = { propertyDependencies: { agentPoolId: [pool.urn] } };
        const made = queue("made", { name: UNKNOWN, agentPoolId: UNKNOWN }, source);
        assert.deepEqual(nameIn(made, pool), known("live"));
        const standing = queue("standing", { name: UNKNOWN, agentPoolId: 9 });
        assert.deepEqual(nameIn(standing, pool), known("live"));
        assert.deepEqual(nameIn(queue("other", { agentPoolId: 8 }), pool), unknown);
    });
});
