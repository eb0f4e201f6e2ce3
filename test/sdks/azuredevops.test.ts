import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { describe, it } from "mocha";
import { Project } from "../../sdks/azuredevops";

/** The provider's own schema (3.16.2) for the classes bound so far. */
const schema = {
    token: "azuredevops:index/project:Project",
    inputs: ["description", "features", "name", "versionControl", "visibility", "workItemTemplate"],
    outputs: ["processTemplateId"],
};

describe("the azuredevops binding", () => {
    it("registers Project under the provider's token with the provider's inputs", async () => {
        const seen: pulumi.runtime.MockResourceArgs[] = [];
        await pulumi.runtime.setMocks({
            newResource: (args) => {
                seen.push(args);
                const inputs = args.inputs as Record<string, unknown>;
                return { id: "p1", state: { ...inputs, processTemplateId: "t1" } };
            },
            call: () => ({}),
        });
        const inputs = Object.fromEntries(schema.inputs.map((name) => [name, name]));
        const project = new Project("p", { ...inputs, features: { boards: "disabled" } });
        const template = await new Promise((resolve) => project.processTemplateId.apply(resolve));
        assert.equal(template, "t1");
        const registered = seen.find((args) => args.type === schema.token);
        assert.deepEqual(Object.keys(registered?.inputs as object).sort(), schema.inputs);
    });

    it("has every output of the provider's schema as a property", () => {
        const project = new Project("q");
        for (const name of [...schema.inputs, ...schema.outputs]) {
            assert.ok(name in project, name);
        }
    });
});
