import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { checkInputs } from "../../hosts/plugin/check";
import { differences } from "../../hosts/plugin/diff";
import { resources } from "../../hosts/plugin/resources";
import { Service } from "../../hosts/plugin/service";
import { mark, UNKNOWN, unmark, type Value, type Values } from "../../hosts/plugin/values";
import { hostsTypes } from "../../sandbox/cloud/hosts";
import { checkInputs as emulatedCheck } from "../../sandbox/cloud/check";
import { diffInputs } from "../../sandbox/cloud/diff";
import { hostsSamples } from "../sandbox/cloud/hosts/samples";

const all = [...resources].map(([token, resource]) => {
    const emulated = hostsTypes.find((one) => one.token === token);
    const sample = hostsSamples.find(({ type }) => type === token);
    assert.ok(emulated && sample);
    return { token, resource, emulated, inputs: sample.inputs as Values };
});

/** Whatever a program might send. */
const anything: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
    value: fc.oneof(
        { maxDepth: 2 },
        fc.constantFrom<Value>(UNKNOWN, true, false, 0, 3, -1, 1.5, "", "web", "all", "US"),
        fc.string(),
        fc.array(tie("value"), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom("name", "token", "location", "url"), tie("value")),
    ),
})).value;

/** Inputs of a class in which some are as in the sample, some are anything, and strangers join. */
const inputsOf = ({ resource, inputs }: (typeof all)[number]) =>
    fc
        .record(
            Object.fromEntries(
                [...Object.keys(resource.schema.shape), "stranger"].map((name) => [
                    name,
                    inputs[name] === undefined
                        ? anything
                        : fc.oneof(fc.constant(inputs[name]), anything),
                ]),
            ),
            { requiredKeys: [] },
        )
        .map((one) => one as Values);

const runs = { numRuns: 100 };

describe("check and diff of gatehouse-hosts", () => {
    for (const one of all) {
        const { token, resource, emulated } = one;

        it(`${resource.name}: the emulated host, written apart, takes and refuses the same`, () => {
            fc.assert(
                fc.property(inputsOf(one), (marked) => {
                    const { values } = unmark(marked);
                    const own = checkInputs(resource, values);
                    const theirs = emulatedCheck(emulated.inputs, values);
                    const rules =
                        theirs.length > 0 ? [] : emulated.check?.(values, {} as never, {} as never);
                    const says = [...theirs, ...(rules ?? [])].map(({ property }) => property);
                    // The plugin knows more about these; the emulated host says 404 later.
                    const strict = own.filter(
                        ({ reason }) => !/repository's name|must not be empty/.test(reason),
                    );
                    if (strict.length > 0)
                        assert.ok(says.length > 0, JSON.stringify({ own, values }));
                    if (says.length > 0)
                        assert.ok(own.length > 0, JSON.stringify({ theirs, rules, values }));
                }),
                runs,
            );
        });

        it(`${resource.name}: nothing differs from itself, and both see the same differences`, () => {
            fc.assert(
                fc.property(inputsOf(one), inputsOf(one), (first, second) => {
                    const [olds, news] = [unmark(first).values, unmark(second).values];
                    assert.deepEqual(differences(resource, olds, olds, []), []);
                    const found = differences(resource, olds, news, []);
                    const there = differences(resource, news, olds, []);
                    assert.deepEqual(
                        found.map(({ property }) => property).sort(),
                        there.map(({ property }) => property).sort(),
                    );
                    const emulatedDiff = diffInputs(emulated.inputs, olds, news);
                    assert.deepEqual(
                        found.map(({ property }) => property).sort(),
                        emulatedDiff.map(({ property }) => property).sort(),
                    );
                    const names = Object.keys({ ...olds, ...news });
                    assert.deepEqual(differences(resource, olds, news, names), []);
                }),
                runs,
            );
        });

        it(`${resource.name}: secrets are marked on the way out and repeated by no failure`, () => {
            const service = new Service(() => assert.fail("nobody is asked"));
            fc.assert(
                fc.property(inputsOf(one), (values) => {
                    const secrets = (resource.secrets ?? []).map((path) => path.split("."));
                    const hushed: Values = Object.fromEntries(
                        Object.entries(values).map(([name, value]): [string, Value] => {
                            const own = secrets.filter(([top]) => top === name);
                            const parts: [string, Value][] = own.map(([, last = ""]) => [
                                last,
                                `hush-${last}`,
                            ]);
                            return [name, own.length > 0 ? Object.fromEntries(parts) : value];
                        }),
                    );
                    const { inputs, failures } = service.check(token, hushed);
                    assert.ok(!JSON.stringify(failures).includes("hush-"));
                    const { values: bare, secrets: marked } = unmark(inputs);
                    assert.deepEqual(bare, unmark(hushed).values);
                    const clear = JSON.stringify(mark(bare, marked)).replaceAll(
                        /\{"4dabf18193072939515e22adb298388d":"[0-9a-f]+","value":"[^"]*"\}/g,
                        "",
                    );
                    assert.ok(!clear.includes("hush-"), clear);
                }),
                runs,
            );
        });
    }
});
