import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { openBench, unknown, type Bench, type Props } from "../support";
import { devOpsSamples } from "./everything";
import { token, type DevOpsSample, type Ids } from "./samples";

const forms = { guid: /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/, number: /^[1-9]\d*$/ };

describe("every emulated type of Azure DevOps", () => {
    let bench: Bench;
    const made = new Map<string, { id: string; inputs: Props; outputs: Props }>();
    const ids: Ids = (name) => made.get(name)?.id ?? "";
    before(async () => {
        bench = await openBench();
    });
    after(() => bench.close());

    function checkId({ id }: DevOpsSample, planned: string, built: string): void {
        if (typeof id === "function") {
            assert.equal(planned, id(ids));
            assert.equal(built, id(ids));
        } else {
            assert.ok(planned === "" || planned === built, planned);
            assert.match(built, typeof id === "string" ? forms[id] : id);
        }
    }

    for (const sample of devOpsSamples) {
        it(`creates ${sample.name} as its preview said`, async () => {
            const type = token(sample.name);
            const inputs = sample.inputs(ids);
            const planned = await bench.engine.up(type, inputs, true);
            const built = await bench.engine.up(type, inputs);
            checkId(sample, planned.id, built.id);
            made.set(sample.name, built);
            assert.deepEqual(
                Object.keys(planned.outputs).sort(),
                Object.keys(built.outputs).sort(),
                "no output is missing in the preview",
            );
            for (const name of sample.later ?? []) {
                assert.ok(JSON.stringify(planned.outputs[name]).includes(unknown), name);
            }
            assert.ok(!JSON.stringify(built.outputs).includes(unknown));
            for (const [name, value] of Object.entries(planned.outputs)) {
                if (!JSON.stringify(value).includes(unknown)) {
                    assert.deepEqual(built.outputs[name], value, name);
                }
            }
        });
    }

    for (const { name, update, replace } of devOpsSamples) {
        it(`tells updates of ${name} from replacements`, async () => {
            const old = made.get(name)?.inputs ?? {};
            const compare = (news: Props) => bench.engine.diff(token(name), old, news);
            assert.deepEqual((await compare(old)).changes, []);
            if (update !== undefined) {
                const { changes, replaces } = await compare({ ...old, ...update });
                assert.ok(changes.length > 0);
                assert.deepEqual(replaces, []);
            }
            if (replace !== undefined) {
                assert.ok((await compare({ ...old, ...replace })).replaces.length > 0);
            }
        });
    }

    for (const { name, update } of devOpsSamples.filter((one) => one.update !== undefined)) {
        it(`updates ${name} in place and reads what it wrote`, async () => {
            const type = token(name);
            const { id, inputs, outputs } = made.get(name) ?? { id: "", inputs: {}, outputs: {} };
            const { inputs: checked, failures } = await bench.engine.check(
                type,
                { ...inputs, ...update },
                inputs,
            );
            assert.deepEqual(failures, []);
            const planned = await bench.engine.update(type, id, checked, outputs, true);
            const now = await bench.engine.update(type, id, checked, outputs);
            assert.deepEqual(Object.keys(planned).sort(), Object.keys(now).sort());
            const read = await bench.engine.read(type, id, checked);
            assert.equal(read.id, id);
            assert.deepEqual(read.inputs, checked);
            assert.deepEqual(read.outputs, now);
            for (const kept of ["descriptor", "groupId", "originId", "lastCommitId"]) {
                assert.deepEqual(now[kept], outputs[kept], `${kept} never changes`);
            }
        });
    }

    it("deletes everything in reverse order, and twice without complaint", async () => {
        for (const { name } of [...devOpsSamples].reverse()) {
            const [type, id] = [token(name), ids(name)];
            await bench.engine.delete(type, id);
            await bench.engine.delete(type, id);
            assert.equal((await bench.engine.read(type, id)).id, "", type);
        }
    });
});
