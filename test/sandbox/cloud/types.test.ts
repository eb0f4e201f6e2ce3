import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { Sample } from "./everything";
import { awsSamples } from "./aws/samples";
import { azureSamples } from "./everythingAzure";
import { githubSamples } from "./everythingGithub";
import { githubOrganizationSamples } from "./everythingGithubOrganization";
import { hostsSamples } from "./hosts/samples";
import { openBench, unknown, type Bench, type Props } from "./support";

const given = (inputs: Props): Props =>
    Object.fromEntries(Object.entries(inputs).filter(([, value]) => value !== undefined));
const samples: readonly Sample[] = [
    ...azureSamples,
    ...githubSamples,
    ...githubOrganizationSamples,
    ...awsSamples,
    ...hostsSamples,
];

describe("every emulated type", () => {
    let bench: Bench;
    const made = new Map<Sample, { id: string; inputs: Props; outputs: Props }>();
    before(async () => {
        bench = await openBench();
    });
    after(() => bench.close());
    /** Texts of a sample, with the ids they ask for: `{aws:kms/key:Key}`. */
    const filled = <T>(value: T): T =>
        JSON.parse(
            JSON.stringify(value).replaceAll(/\{(aws:[\w/]+:\w+)\}/g, (_, type: string) => {
                return [...made].find(([one]) => one.type === type)?.[1].id ?? "";
            }),
        ) as T;

    for (const sample of samples) {
        const { type, inputs, id, known = false, later = [] } = sample;
        it(`creates ${type} as its preview said`, async () => {
            const planned = await bench.engine.up(type, filled(given(inputs)), true);
            const built = await bench.engine.up(type, filled(given(inputs)));
            made.set(sample, built);
            if (typeof id === "string") {
                assert.equal(planned.id, filled(id));
                assert.equal(built.id, filled(id));
            } else {
                assert.equal(planned.id, known ? built.id : "");
                assert.match(built.id, id);
            }
            assert.deepEqual(
                Object.keys(planned.outputs).sort(),
                Object.keys(built.outputs).sort(),
                "no output is missing in the preview",
            );
            for (const name of later) {
                assert.ok(JSON.stringify(planned.outputs[name]).includes(unknown), name);
                assert.ok(!JSON.stringify(built.outputs[name]).includes(unknown), name);
            }
            for (const [name, value] of Object.entries(planned.outputs)) {
                if (!JSON.stringify(value).includes(unknown)) {
                    assert.deepEqual(built.outputs[name], value, name);
                }
            }
        });
    }

    for (const sample of samples) {
        const { type, update, replace } = sample;
        it(`tells updates of ${type} from replacements`, async () => {
            const old = made.get(sample)?.inputs ?? {};
            assert.deepEqual((await bench.engine.diff(type, old, old)).changes, []);
            if (update !== undefined) {
                const { changes, replaces } = await bench.engine.diff(type, old, {
                    ...old,
                    ...filled(update),
                });
                assert.ok(changes.length > 0);
                assert.deepEqual(replaces, []);
            }
            if (replace !== undefined) {
                const changed = await bench.engine.diff(type, old, { ...old, ...replace });
                assert.ok(changed.replaces.length > 0);
            }
        });
    }

    for (const sample of samples.filter(({ update }) => update !== undefined)) {
        const { type, update } = sample;
        it(`updates ${type} in place and reads what it wrote`, async () => {
            const { id, inputs, outputs } = made.get(sample) ?? { id: "", inputs: {}, outputs: {} };
            const news = { ...inputs, ...filled(update) };
            const { inputs: checked, failures } = await bench.engine.check(type, news, inputs);
            assert.deepEqual(failures, []);
            const planned = await bench.engine.update(type, id, checked, outputs, true);
            const now = await bench.engine.update(type, id, checked, outputs);
            assert.deepEqual(Object.keys(planned).sort(), Object.keys(now).sort());
            const read = await bench.engine.read(type, id, checked);
            assert.equal(read.id, id);
            assert.deepEqual(read.inputs, checked);
            assert.deepEqual(read.outputs, now);
            for (const name of ["repoId", "principalId", "clientId", "nodeId", "resourceGuid"]) {
                assert.deepEqual(now[name], outputs[name], `${name} never changes`);
            }
        });
    }

    it("knows nothing of an id that does not stand", async () => {
        for (const { type } of samples) {
            assert.equal((await bench.engine.read(type, "nothing/of-the-kind")).id, "", type);
        }
    });

    it("deletes everything in reverse order, and twice without complaint", async () => {
        for (const sample of [...samples].reverse()) {
            const { type } = sample;
            const id = made.get(sample)?.id ?? "";
            await bench.engine.delete(type, id);
            await bench.engine.delete(type, id);
            assert.equal((await bench.engine.read(type, id)).id, "", type);
        }
    });
});
