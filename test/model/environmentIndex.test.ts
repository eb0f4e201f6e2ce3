import assert from "node:assert/strict";
import { describe, it } from "mocha";

import { EnvironmentIndex, planned, type Lookup } from "../../model/environmentIndex";
import { UNKNOWN, type PropertyTree } from "../../model/known";
import { Stack, type Resource } from "../../model/resource";
import { modelResource } from "../support/modelResource";

const repositoryType = "github:index:Repository";
const environmentType = "github:index:RepositoryEnvironment";
const policyType = "github:index:RepositoryEnvironmentDeploymentPolicy";

function environment(props: PropertyTree, more: Partial<Resource> = {}): Resource {
    return modelResource(environmentType, props, { name: "env", ...more });
}

const place = {
    owner: "acme",
    repository: "web",
    repositoryId: undefined,
    environment: "production",
};

function find(
    resources: Resource[],
    where: Partial<typeof place> | { repositoryId: string } = {},
): Lookup {
    return new EnvironmentIndex(new Stack(resources), () => undefined).find({ ...place, ...where });
}

describe("EnvironmentIndex", () => {
    it("finds an environment whatever the case of its names", () => {
        const resources = [environment({ repository: "Web", environment: "Production" })];
        assert.equal(find(resources).kind, "found");
    });

    it("says which environments the repository has instead", () => {
        const resources = [
            environment({ repository: "web", environment: "prod" }),
            environment({ repository: "api", environment: "production" }, { name: "other" }),
        ];
        assert.deepEqual(find(resources), { kind: "missing", others: ["prod"] });
    });

    it("finds a renamed repository by its id", () => {
        const resources = [
            modelResource(repositoryType, { name: "shop", repoId: 202 }),
            environment({ repository: "shop", environment: "production" }),
        ];
        assert.equal(find(resources, { repositoryId: "202" }).kind, "found");
        assert.equal(find(resources, { repositoryId: "203" }).kind, "missing");
    });

    it("joins through the repository resource while its name is unknown", () => {
        const repository = modelResource(repositoryType, { name: "web", repoId: UNKNOWN });
        const joined = environment(
            { repository: UNKNOWN, environment: "production" },
            { propertyDependencies: { repository: [repository.urn] } },
        );
        assert.equal(find([repository, joined]).kind, "found");
    });

    it("is undecided while an environment may be the one", () => {
        assert.equal(
            find([environment({ repository: UNKNOWN, environment: "production" })]).kind,
            "undecided",
        );
        assert.equal(
            find([environment({ repository: "web", environment: UNKNOWN })]).kind,
            "undecided",
        );
        assert.equal(
            find([environment({ repository: UNKNOWN, environment: "staging" })]).kind,
            "missing",
        );
    });

    it("is undecided for an id alone while ids of repositories are unknown", () => {
        const byId = { repository: undefined, owner: undefined, repositoryId: "202" };
        const index = (repoId: PropertyTree[string]) =>
            new EnvironmentIndex(
                new Stack([modelResource(repositoryType, { name: "web", repoId: repoId ?? null })]),
                () => undefined,
            ).find({ ...place, ...byId });
        assert.equal(index(UNKNOWN).kind, "undecided");
        assert.equal(index(7).kind, "missing");
    });

    it("passes over environments of a provider that works for another owner", () => {
        const provider = (owner: string) => ({
            type: "pulumi:providers:github",
            urn: "urn:pulumi:dev::estate::pulumi:providers:github::p",
            name: "p",
            props: { owner },
        });
        const props = { repository: "web", environment: "production" };
        assert.equal(find([environment(props, { provider: provider("other") })]).kind, "missing");
        assert.equal(find([environment(props, { provider: provider("ACME") })]).kind, "found");
    });

    it("brings the branch patterns of the same environment and no other", () => {
        const pattern = (name: string, env: string, branchPattern: string) =>
            modelResource(
                policyType,
                { repository: "web", environment: env, branchPattern },
                { name },
            );
        const lookup = find([
            environment({ repository: "web", environment: "production" }),
            pattern("a", "Production", "main"),
            pattern("b", "staging", "*"),
        ]);
        assert.ok(lookup.kind === "found");
        assert.deepEqual(
            lookup.found.policies.flatMap(({ patterns }) => patterns),
            [{ path: "branchPattern", value: { state: "known", value: "main" } }],
        );
    });
});

describe("planned", () => {
    it("fills gaps of the outputs from the inputs", () => {
        const outputs = environment({
            environment: UNKNOWN,
            waitTimer: UNKNOWN,
            repository: "web",
        });
        const inputs = environment({ environment: "production", repository: "old", reviewers: [] });
        assert.deepEqual(planned(outputs, inputs).props, {
            environment: "production",
            repository: "web",
            reviewers: [],
            waitTimer: UNKNOWN,
        });
        assert.equal(planned(outputs, undefined), outputs);
    });
});
