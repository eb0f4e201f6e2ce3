import assert from "node:assert/strict";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { PendingOperation, Properties } from "../../../../sandbox/engine/state";
import {
    checkpointPath,
    checkpointText,
    deploy,
    journalPath,
    resource,
    secret,
    temporaryFolder,
    urn,
    within,
} from "./support";

describe("the state store", () => {
    it("opens an absent state as an empty one and leaves no trace when nothing is begun", async () => {
        const folder = temporaryFolder();
        await within(folder, (store) => {
            assert.equal(store.existed, false);
            assert.deepEqual(store.snapshot(), { resources: [], pendingOperations: [] });
            assert.equal(store.location, checkpointPath(folder));
        });
        assert.equal(existsSync(join(folder, ".pulumi", "stacks")), false);
    });

    it("gives back what was put, in Pulumi's file layout and format", async () => {
        const folder = temporaryFolder();
        const thing = resource("a", {
            inputs: { password: secret("hunter2"), size: 3 },
            protect: true,
            dependencies: [],
            parent: "",
        });
        await deploy(folder, thing);
        const file = JSON.parse(checkpointText(folder)) as {
            version: number;
            checkpoint: {
                stack: string;
                latest: { manifest: { magic: string }; resources: object[] };
            };
        };
        assert.equal(file.version, 3);
        assert.equal(file.checkpoint.stack, "organization/shop/dev");
        assert.match(file.checkpoint.latest.manifest.magic, /^[0-9a-f]{64}$/);
        assert.deepEqual(Object.keys(file.checkpoint.latest.resources[0] ?? {}).sort(), [
            ...["custom", "id", "inputs", "protect", "type", "urn"],
        ]);
        assert.doesNotMatch(checkpointText(folder), /hunter2/);
        assert.match(readFileSync(join(folder, ".pulumi", "meta.yaml"), "utf8"), /^version: 1$/m);
        await within(folder, (store) => {
            assert.equal(store.existed, true);
            assert.deepEqual(store.snapshot().resources[0]?.inputs, thing.inputs);
        });
    });

    it("keeps files to their owner, for they hold secrets", async () => {
        const folder = temporaryFolder();
        await deploy(folder, resource("a"));
        assert.equal(statSync(checkpointPath(folder)).mode & 0o077, 0);
    });

    it("shows a record in the snapshot at once", async () => {
        await within(temporaryFolder(), async (store) => {
            await store.begin("up");
            const a = resource("a");
            const recorded = store.record({ kind: "put", resource: a });
            assert.equal(store.snapshot().resources[0], a);
            await recorded;
            await store.record({ kind: "outputs", resource: a, outputs: { url: secret("u") } });
            assert.deepEqual(store.snapshot().resources, [{ ...a, outputs: { url: secret("u") } }]);
        });
    });

    it("replaces by URN, follows an alias, retires and removes by object", async () => {
        const folder = temporaryFolder();
        await deploy(folder, resource("a"), resource("b"), resource("old"));
        await within(folder, async (store) => {
            const [a, b, old] = store.snapshot().resources;
            assert.ok(a && b && old);
            await store.begin("up");
            await store.record({ kind: "put", resource: resource("a", { id: "a2" }) });
            await store.record({ kind: "put", resource: resource("b", { id: "b2" }), retires: b });
            await store.record({ kind: "put", resource: resource("new"), replaces: old });
            assert.deepEqual(
                store.snapshot().resources.map(({ urn: u, id, delete: d }) => [u, id, d]),
                [
                    [urn("a"), "a2", undefined],
                    [urn("b"), "id-b", true],
                    [urn("new"), "id-new", undefined],
                    [urn("b"), "b2", undefined],
                ],
            );
            await store.record({ kind: "remove", resource: b });
            await store.commit({ result: "succeeded" });
            const left = store.snapshot().resources.map(({ id }) => id);
            assert.deepEqual(left.sort(), ["a2", "b2", "id-new"]);
        });
    });

    it("keeps handles good through a commit and the next deployment of the same open", async () => {
        const folder = temporaryFolder();
        await within(folder, async (store) => {
            const [a, b] = [resource("a"), resource("b")];
            await store.begin("up");
            await store.record({ kind: "put", resource: b });
            await store.record({ kind: "put", resource: a });
            await store.commit({ result: "succeeded", order: [urn("a"), urn("b")] });
            assert.deepEqual(store.snapshot().resources, [a, b]);
            await store.begin("destroy");
            await store.record({ kind: "remove", resource: b });
            await store.commit({ result: "succeeded" });
        });
        await within(folder, (store) => {
            assert.deepEqual(
                store.snapshot().resources.map((r) => r.urn),
                [urn("a")],
            );
        });
    });

    it("ends a pending operation with the entry that concludes it", async () => {
        await within(temporaryFolder(), async (store) => {
            await store.begin("up");
            const create: PendingOperation = { type: "creating", resource: resource("a") };
            const fail: PendingOperation = { type: "creating", resource: resource("b") };
            await store.record({ kind: "begin-operation", operation: create });
            await store.record({ kind: "begin-operation", operation: fail });
            assert.equal(store.snapshot().pendingOperations.length, 2);
            await store.record({ kind: "put", resource: resource("a"), ends: create });
            await store.record({ kind: "end-operation", operation: fail });
            assert.deepEqual(store.snapshot().pendingOperations, []);
        });
    });

    it("writes operations still pending at a commit, and takes them up again by object", async () => {
        const folder = temporaryFolder();
        await within(folder, async (store) => {
            await store.begin("up");
            const operation: PendingOperation = {
                type: "creating",
                resource: resource("a", { inputs: { key: secret("hunter2") } }),
            };
            await store.record({ kind: "begin-operation", operation });
            await store.commit({ result: "failed" });
        });
        assert.doesNotMatch(checkpointText(folder), /hunter2/);
        await within(folder, async (store) => {
            assert.match(store.notices.join(), /Interrupted while creating urn:pulumi:dev::shop::/);
            const [operation] = store.snapshot().pendingOperations;
            assert.deepEqual(operation?.resource.inputs, { key: secret("hunter2") });
            await store.begin("up");
            await store.record({ kind: "end-operation", operation });
            await store.commit({ result: "succeeded" });
        });
        assert.doesNotMatch(checkpointText(folder), /pending_operations/);
    });

    it("keeps a ciphertext as long as its secret stays, across opens", async () => {
        const folder = temporaryFolder();
        const ciphertexts = (): string[] =>
            checkpointText(folder).match(/v1:[^":]+:[^"]+=*"/g) ?? [];
        const thing = resource("a", {
            inputs: { key: secret("k") },
            outputs: { key: secret("k") },
        });
        await deploy(folder, thing);
        const first = ciphertexts();
        assert.equal(new Set(first).size, 3, "salt line, input, output");
        await deploy(folder, { ...thing, protect: true });
        assert.deepEqual(ciphertexts(), first);
    });

    it("keeps fields and keys it does not know", async () => {
        const folder = temporaryFolder();
        const inputs = JSON.parse('{"__proto__":{"x":1},"y":2}') as Properties;
        const stackTrace = [{ sourcePosition: "x" }];
        const thing = resource("a", { inputs, stackTrace, future: { empty: [] } });
        await deploy(folder, thing);
        await within(folder, (store) => assert.deepEqual(store.snapshot().resources, [thing]));
    });

    it("keeps the checkpoint before the last as .bak and removes the journal", async () => {
        const folder = temporaryFolder();
        await deploy(folder, resource("a"));
        const before = checkpointText(folder);
        await deploy(folder, resource("b"));
        assert.equal(readFileSync(`${checkpointPath(folder)}.bak`, "utf8"), before);
        assert.equal(existsSync(journalPath(folder)), false);
    });

    it("records at the cost of the entry, whatever the size of the state", async () => {
        const size = async (count: number): Promise<number> => {
            const folder = temporaryFolder();
            await deploy(folder, ...Array.from({ length: count }, (_, i) => resource(`r${i}`)));
            return within(folder, async (store) => {
                await store.begin("up");
                const before = statSync(journalPath(folder)).size;
                await store.record({ kind: "put", resource: resource("r0", { id: "x" }) });
                return statSync(journalPath(folder)).size - before;
            });
        };
        assert.equal(await size(1), await size(2000));
    });
});
