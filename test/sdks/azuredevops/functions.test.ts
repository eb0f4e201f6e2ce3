import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { before, describe, it } from "mocha";
import * as azuredevops from "../../../sdks/azuredevops/index";
import { functionFacts, names, typeFacts } from "../../support/azureDevOpsFacts";
import { bare, declarations, expected, interfaceOf } from "./sources";

type Called = (args?: object) => Promise<unknown> & pulumi.Output<unknown>;
const exported = azuredevops as unknown as Readonly<Record<string, Called>>;
const inputFiles = [
    "branchPolicies",
    "buildDefinition",
    "endpoints",
    "events",
    "gitEvents",
    "resources",
    "workItemEvents",
];

describe("the functions of the azuredevops binding", () => {
    let seen: pulumi.runtime.MockCallArgs[] = [];
    before(async () => {
        await pulumi.runtime.setMocks({
            newResource: ({ name, inputs }) => ({ id: name, state: inputs as object }),
            call: (args) => {
                seen.push(args);
                return { found: "it" };
            },
        });
    });

    for (const [name, { inputs, outputs }] of functionFacts) {
        const title = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

        it(`${name} asks the provider, now and of what is known later`, async () => {
            seen = [];
            const args = Object.fromEntries(inputs.map((one) => [one.name, one.name]));
            await exported[name]?.(args);
            await new Promise((resolve) => exported[`${name}Output`]?.(args).apply(resolve));
            assert.equal(seen.length, 2);
            for (const call of seen) {
                assert.equal(call.token, `azuredevops:index/${name}:${name}`);
                assert.deepEqual(Object.keys(call.inputs as object).sort(), names(inputs));
            }
        });

        it(`${name} takes and finds what the provider's schema says`, () => {
            const shape = (kind: string) => bare(interfaceOf(name, `${title}${kind}`));
            assert.deepEqual(shape("Args"), expected(inputs, "plain", "inputs."));
            // The one shape of these functions that has a form of its own for what is known later.
            const later = expected(inputs, "input", "inputs.").map((one) => ({
                ...one,
                type: one.type.replace("inputs.GetUsersFeatures", "inputs.GetUsersFeaturesArgs"),
            }));
            assert.deepEqual(shape("OutputArgs"), later);
            const result = shape("Result").map(({ name: property, type }) => [property, type]);
            const wanted = expected(outputs, "plain", "outputs.").map((one) => [
                one.name,
                one.type,
            ]);
            assert.deepEqual(result, wanted);
        });
    }
});

describe("the shapes inside arguments of the azuredevops binding", () => {
    it("are what the provider's schema says, each property documented", () => {
        for (const [name, { inputs }] of typeFacts) {
            const declared = inputFiles.map((file) => interfaceOf(`types/input/${file}`, name));
            const [found = []] = declared.filter((one) => one.length > 0);
            assert.deepEqual(bare(found), expected(inputs, "input"), name);
            assert.ok(
                found.every(({ documented }) => documented),
                name,
            );
        }
    });

    it("come out under the same names", () => {
        for (const file of inputFiles) {
            const exportsOf = (place: string) =>
                declarations(`types/${place}/${file}`)
                    .map((one) => /export (?:interface|type) (\w+)/.exec(one.getText())?.[1])
                    .filter((one) => one !== undefined);
            assert.deepEqual(exportsOf("output"), exportsOf("input"));
        }
    });
});
