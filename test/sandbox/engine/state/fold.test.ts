import assert from "node:assert/strict";
import type { ResourceState, StackStore } from "../../../../sandbox/engine/state";
import { deploy, resource, temporaryFolder, urn, within } from "./support";

async function commit(
    before: readonly ResourceState[],
    change: (store: StackStore, handles: readonly ResourceState[]) => Promise<void>,
): Promise<readonly ResourceState[]> {
    const folder = temporaryFolder();
    await deploy(folder, ...before);
    const after = await within(folder, async (store) => {
        await store.begin("up");
        await change(store, store.snapshot().resources);
        await store.commit({ result: "failed" });
        return store.snapshot().resources;
    });
    await within(folder, (store) => assert.deepEqual(store.snapshot().resources, after));
    return after;
}

const users = [
    resource("base"),
    resource("user", {
        dependencies: [urn("base")],
        propertyDependencies: { p: [urn("base")], q: [] },
        deletedWith: urn("base"),
        replaceWith: [urn("base")],
    }),
    resource("child", { parent: urn("base") }),
];

describe("a checkpoint after a run cut short", () => {
    it("follows a resource to its new URN in what was not reached", async () => {
        const [moved, user, child] = await commit(users, async (store, [base]) => {
            assert.ok(base);
            await store.record({ kind: "put", resource: resource("mid"), replaces: base });
            await store.record({ kind: "put", resource: resource("moved"), replaces: base });
        });
        assert.equal(moved?.urn, urn("moved"));
        assert.deepEqual(user, {
            ...users[1],
            dependencies: [urn("moved")],
            propertyDependencies: { p: [urn("moved")], q: [] },
            deletedWith: urn("moved"),
            replaceWith: [urn("moved")],
        });
        assert.equal(child?.parent, urn("moved"));
    });

    it("follows a provider to its new URN", async () => {
        const type = "pulumi:providers:demo";
        const provider = (name: string): ResourceState => ({
            ...{ urn: urn(name, type), custom: true, type, id: "p1" },
        });
        const before = [provider("old"), resource("a", { provider: `${urn("old", type)}::p1` })];
        const after = await commit(before, (store, [old]) =>
            store.record({ kind: "put", resource: provider("new"), ...(old && { replaces: old }) }),
        );
        assert.equal(after[1]?.provider, `${urn("new", type)}::p1`);
    });

    it("follows a provider to its new id, but keeps to the old one as long as that is there", async () => {
        const type = "pulumi:providers:demo";
        const provider = { urn: urn("p", type), custom: true, type, id: "1" };
        const before = [provider, resource("a", { provider: `${provider.urn}::1` })];
        const replaced = await commit(before, (store) =>
            store.record({ kind: "put", resource: { ...provider, id: "2" } }),
        );
        assert.equal(replaced[1]?.provider, `${provider.urn}::2`);
        const retired = await commit(before, (store, [old]) => {
            assert.ok(old);
            return store.record({ kind: "put", resource: { ...provider, id: "2" }, retires: old });
        });
        assert.equal(retired.find((r) => r.urn === urn("a"))?.provider, `${provider.urn}::1`);
    });

    it("refers no longer to what is gone", async () => {
        const [user, child] = await commit(users, (store, [base]) => {
            assert.ok(base);
            return store.record({ kind: "remove", resource: base });
        });
        const { urn: name, custom, type, id } = users[1] ?? resource("x");
        assert.deepEqual(user, {
            urn: name,
            custom,
            type,
            id,
            propertyDependencies: { p: [], q: [] },
        });
        assert.equal(child?.parent, undefined);
    });

    it("keeps references to what is pending delete", async () => {
        const after = await commit(users, (store, [base]) => {
            assert.ok(base);
            return store.record({ kind: "retire", resource: base });
        });
        assert.deepEqual(after[1]?.dependencies, [urn("base")]);
        assert.equal(after[0]?.delete, true);
    });
});
