import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { before, describe, it } from "mocha";
import * as azuredevops from "../../../sdks/azuredevops/index";
import { names, resourceFacts } from "../../support/azureDevOpsFacts";
import { bare, declarations, expected, interfaceOf } from "./sources";

type Class = new (
    name: string,
    args: Readonly<Record<string, unknown>> | undefined,
    opts?: pulumi.CustomResourceOptions,
) => pulumi.CustomResource;

const exported = azuredevops as unknown as Readonly<Record<string, Class>>;
const file = (name: string) => `${name.charAt(0).toLowerCase()}${name.slice(1)}`;

describe("the classes of the azuredevops binding", () => {
    const seen: pulumi.runtime.MockResourceArgs[] = [];
    before(async () => {
        await pulumi.runtime.setMocks({
            newResource: (args) => {
                seen.push(args);
                return { id: `${args.name}-id`, state: args.inputs as object };
            },
            call: () => ({}),
        });
    });

    it("are all there, each in a file of its name", () => {
        for (const name of resourceFacts.keys()) {
            assert.equal(typeof exported[name], "function", name);
            assert.ok(declarations(file(name)).length > 0);
        }
    });

    for (const [name, { inputs, outputs }] of resourceFacts) {
        const token = `azuredevops:index/${file(name)}:${name}`;
        const all = Object.fromEntries(inputs.map((one) => [one.name, one.name]));
        const make = (
            args: Readonly<Record<string, unknown>>,
            opts?: pulumi.CustomResourceOptions,
        ) => {
            const Made = exported[name];
            assert.ok(Made);
            return new Made(`the-${name}`, args, opts);
        };

        it(`${name} is registered under the provider's token with the provider's inputs`, async () => {
            const resource = make(all);
            await new Promise((resolve) => resource.id.apply(resolve));
            const registered = seen.find(({ type }) => type === token);
            assert.deepEqual(Object.keys(registered?.inputs as object).sort(), names(inputs));
            for (const property of [...names(inputs), ...names(outputs)]) {
                assert.ok(property in resource, property);
            }
        });

        it(`${name} demands what the provider demands, and nothing else`, () => {
            for (const one of inputs) {
                const args = { ...all, [one.name]: undefined };
                if (one.required) {
                    assert.throws(() => make(args), {
                        message: `Missing required property '${one.name}'`,
                    });
                } else {
                    assert.ok(make(args));
                }
                assert.ok(make(args, { id: "there" }), "a look-up demands nothing");
            }
        });

        it(`${name} has arguments of the provider's types, each documented`, () => {
            const declared = interfaceOf(file(name), `${name}Args`);
            assert.deepEqual(bare(declared), expected(inputs, "input", "inputs."));
            assert.ok(declared.every(({ documented }) => documented));
        });
    }
});
