import assert from "node:assert/strict";
import { describe, it } from "mocha";

import { DevOpsPlaces } from "../../model/devOpsPlaces";
import { known, unknown, UNKNOWN, type PropertyTree } from "../../model/known";
import { Stack, type Resource } from "../../model/resource";
import { modelResource } from "../support/modelResource";

function devOps(
    type: string,
    name: string,
    props: PropertyTree = {},
    from: Readonly<Record<string, readonly Resource[]>> = {},
): Resource {
    const propertyDependencies = Object.fromEntries(
        Object.entries(from).map(([property, list]) => [property, list.map(({ urn }) => urn)]),
    );
    return modelResource(`azuredevops:index:${type}`, props, { name, propertyDependencies });
}

function places(...resources: Resource[]): DevOpsPlaces {
    return new DevOpsPlaces(new Stack(resources), () => undefined);
}

describe("DevOpsPlaces", () => {
    const shop = devOps("Project", "shop");
    const other = devOps("Project", "other");
    const web = devOps("Git", "web", { projectId: UNKNOWN }, { projectId: [shop] });
    const api = devOps("Git", "api", { projectId: UNKNOWN }, { projectId: [other] });
    /** Takes its project from a repository, as what is made for one does. */
    const policy = devOps("Policy", "policy", { projectId: UNKNOWN }, { projectId: [web] });

    it("finds the project of what was made for a repository, while no id is known", () => {
        const found = places(shop, other, web, api, policy);
        assert.equal(found.projectOf(policy)?.name, "shop");
        assert.deepEqual(found.sameProject(policy, web), known(true));
        assert.deepEqual(found.sameProject(policy, shop), known(true));
        assert.deepEqual(found.sameProject(policy, api), known(false));
    });

    it("compares ids where projects are not of the stack, without regard to case", () => {
        const [one, two, three] = ["A", "a", "b"].map((projectId) =>
            devOps("Git", projectId, { projectId }),
        );
        assert.ok(one && two && three);
        const found = places(one, two, three);
        assert.equal(found.projectOf(one), undefined);
        assert.deepEqual(found.sameProject(one, two), known(true));
        assert.deepEqual(found.sameProject(one, three), known(false));
    });

    it("does not know whether an id that is not known yet is that of a project elsewhere", () => {
        const elsewhere = devOps("Git", "elsewhere", { projectId: "p" });
        assert.deepEqual(places(shop, web, elsewhere).sameProject(web, elsewhere), unknown);
    });

    it("knows the repository an id comes from, when it is the only one", () => {
        const about = devOps("Policy", "about", {}, { settings: [web] });
        const found = places(web, api, about);
        assert.deepEqual(found.isRepository(unknown, about, "settings", web), known(true));
        assert.deepEqual(found.isRepository(unknown, about, "settings", api), known(false));
    });

    it("does not know which of several repositories an id is, but which it is not", () => {
        const both = devOps("Policy", "both", {}, { settings: [web, api] });
        const third = devOps("Git", "third");
        const found = places(web, api, third, both);
        assert.deepEqual(found.isRepository(unknown, both, "settings", web), unknown);
        assert.deepEqual(found.isRepository(unknown, both, "settings", third), known(false));
    });

    it("compares ids where none comes from the stack", () => {
        const standing = devOps("Git", "standing", { id: "R" });
        const about = devOps("Policy", "about");
        const found = places(standing, web, about);
        assert.deepEqual(found.isRepository(known("r"), about, "settings", standing), known(true));
        assert.deepEqual(found.isRepository(known("q"), about, "settings", standing), known(false));
        assert.deepEqual(found.isRepository(known("r"), about, "settings", web), unknown);
    });

    it("fills what outputs do not say with the inputs", () => {
        const inputs = devOps("Git", "web", { defaultBranch: "refs/heads/main" });
        const found = new DevOpsPlaces(new Stack([web]), (urn) =>
            urn === web.urn ? inputs : undefined,
        );
        assert.equal(found.repositories[0]?.props.defaultBranch, "refs/heads/main");
    });
});
