import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { azureDevOpsFunctions, azureDevOpsTypes } from "../../../../sandbox/cloud/azuredevops";
import type { Fields, Shape } from "../../../../sandbox/cloud/shape";
import {
    functionFacts,
    names,
    resourceFacts,
    typeFacts,
    type PropertyFact,
} from "../../../support/azureDevOpsFacts";
import { devOpsSamples } from "./everything";

/** Facts that only the service tells, inside arguments: no input of the emulation. */
const told = new Set(["contentType", "enabled", "expires", "pollingJobId", "scheduleJobId"]);

/** Required by the provider though its schema does not say so, or fixed so. */
const beyond = new Set([
    "ServiceEndpointAzureRM.azurermSpnTenantid",
    "ServiceEndpointAzureEcr.azurecrName",
    "ServiceEndpointAzureEcr.azurecrSpnTenantid",
    "ServiceEndpointAzureEcr.azurecrSubscriptionId",
    "ServiceEndpointAzureEcr.azurecrSubscriptionName",
    "SecurityroleAssignment.identityId",
]);

const kinds: Readonly<Record<string, Shape["is"]>> = {
    boolean: "flag",
    integer: "number",
    string: "text",
};

function compare(where: string, fields: Fields, facts: readonly PropertyFact[]): void {
    for (const { name, required, replaces, type } of facts) {
        const shape = fields[name];
        const path = `${where}.${name}`;
        assert.ok(shape !== undefined, path);
        if (!beyond.has(path)) {
            assert.equal(shape.required === true, required, `required: ${path}`);
            assert.equal(shape.fixed === true, replaces, `replaces: ${path}`);
        }
        compareShape(path, shape, type);
    }
}

function compareShape(path: string, shape: Shape, type: string): void {
    if (type.endsWith("[]")) {
        assert.equal(shape.is, "list", path);
        compareShape(`${path}[]`, shape.of ?? { is: "anything" }, type.slice(0, -2));
        return;
    }
    const inner = typeFacts.get(type);
    if (inner === undefined) {
        assert.equal(shape.is, type.startsWith("map<") ? "map" : kinds[type], path);
        assert.equal(shape.integer === true, type === "integer", `whole number: ${path}`);
        return;
    }
    const facts = inner.inputs.filter(({ name }) => !told.has(name) || shape.fields?.[name]);
    assert.deepEqual(Object.keys(shape.fields ?? {}).sort(), names(facts), path);
    // Replacement inside arguments is no fact of the schema.
    for (const { name, required, type: kind } of facts) {
        const field = shape.fields?.[name] ?? { is: "anything" };
        assert.equal(field.required === true, required, `required: ${path}.${name}`);
        compareShape(`${path}.${name}`, field, kind);
    }
}

describe("the schemas of the emulated Azure DevOps", () => {
    for (const type of azureDevOpsTypes) {
        const name = type.token.split(":").pop() ?? "";

        it(`knows exactly the inputs of ${name}, what they are and which replace`, () => {
            const facts = resourceFacts.get(name);
            assert.ok(facts !== undefined, "the binding has no such class");
            assert.deepEqual(Object.keys(type.inputs).sort(), names(facts.inputs));
            compare(name, type.inputs, facts.inputs);
        });
    }

    it("has a sample, and so a test, of every type, and a class for each", () => {
        const emulated = azureDevOpsTypes.map(({ token }) => token.split(":").pop()).sort();
        assert.deepEqual(devOpsSamples.map(({ name }) => name).sort(), emulated);
        assert.deepEqual([...resourceFacts.keys()].sort(), emulated);
    });

    it("has the functions of the binding, with their arguments", () => {
        const called = [...azureDevOpsFunctions].map(
            ([token, { args }]) => [token.split(":").pop(), Object.keys(args).sort()] as const,
        );
        const bound = [...functionFacts].map(
            ([name, { inputs }]) => [name, names(inputs)] as const,
        );
        assert.deepEqual(new Map(called), new Map(bound));
    });
});
