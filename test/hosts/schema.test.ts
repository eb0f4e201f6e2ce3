import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { resources } from "../../hosts/plugin/resources";
import { schema } from "../../hosts/plugin/schema";
import { version } from "../../hosts/package.json";
import { hostsTypes } from "../../sandbox/cloud/hosts";
import type { Fields } from "../../sandbox/cloud/shape";

interface Described {
    readonly version: string;
    readonly types: Readonly<Record<string, { readonly properties: Properties }>>;
    readonly resources: Readonly<
        Record<
            string,
            {
                readonly inputProperties: Properties;
                readonly requiredInputs: readonly string[];
                readonly properties: Properties;
            }
        >
    >;
}
type Properties = Readonly<
    Record<string, { $ref?: string; secret?: boolean; willReplaceOnChanges?: boolean }>
>;

describe("the schema of gatehouse-hosts", () => {
    const described = schema() as Described;
    const typeAt = (ref = "") => described.types[ref.replace("#/types/", "")]?.properties;

    it("describes every class of this version, and refers to no type it does not have", () => {
        assert.equal(described.version, version);
        assert.deepEqual(Object.keys(described.resources), [...resources.keys()]);
        const refs = JSON.stringify(described).matchAll(/"#\/types\/([^"]+)"/g);
        for (const [, token = ""] of refs) assert.ok(described.types[token], token);
    });

    for (const { token, inputs } of hostsTypes) {
        it(`knows inputs, secrets and what replaces of ${token} as the emulated host does`, () => {
            const found = described.resources[token];
            assert.ok(found);
            const compare = (properties: Properties, fields: Fields): void => {
                assert.deepEqual(Object.keys(properties).sort(), Object.keys(fields).sort());
                for (const [name, shape] of Object.entries(fields)) {
                    const property = properties[name];
                    assert.equal(property?.secret === true, shape.secret === true, name);
                    assert.equal(
                        property?.willReplaceOnChanges === true,
                        shape.fixed === true,
                        name,
                    );
                    if (shape.fields !== undefined) {
                        compare(typeAt(property?.$ref) ?? {}, shape.fields);
                    }
                }
            };
            compare(found.inputProperties, inputs);
            const required = Object.keys(inputs).filter((name) => inputs[name]?.required === true);
            assert.deepEqual([...found.requiredInputs].sort(), required.sort());
        });

        it(`shows no target of ${token} with its secrets`, () => {
            const { properties = {} } = described.resources[token] ?? {};
            assert.ok(Object.values(properties).every(({ $ref }) => $ref === undefined));
        });
    }
});
