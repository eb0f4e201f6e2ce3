import assert from "node:assert/strict";
import fc from "fast-check";
import { integrityProblems } from "../../../../sandbox/engine/state/integrity";
import { orderResources } from "../../../../sandbox/engine/state/order";
import type { ResourceState } from "../../../../sandbox/engine/state";
import { resource, urn } from "./support";

const STACK = { project: "shop", stack: "dev" };
const manifest = { time: "", magic: "", version: "" };

const names = (resources: readonly ResourceState[]): string =>
    resources.map((r) => r.urn.slice(r.urn.lastIndexOf(":") + 1) + (r.delete ? "!" : "")).join(" ");

/** Any sound set of resources: each refers, in any of the ways there are, to earlier ones only. */
const graphs = fc
    .array(
        fc.record({
            links: fc.array(fc.tuple(fc.nat(4), fc.nat(99)), { maxLength: 4 }),
            dying: fc.boolean(),
            provider: fc.boolean(),
        }),
        { maxLength: 30 },
    )
    .map((nodes) => {
        const made: ResourceState[] = [];
        const providers: ResourceState[] = [];
        for (const [i, { links, dying, provider }] of nodes.entries()) {
            const target = (n: number): string[] =>
                made
                    .slice(n % (i + 1))
                    .slice(0, 1)
                    .map((r) => r.urn);
            const of = (kind: number): string[] =>
                links.filter(([k]) => k === kind).flatMap(([, n]) => target(n));
            const [used] = providers.slice(-1);
            const type = provider ? "pulumi:providers:demo" : "demo:index:Thing";
            const node: ResourceState = {
                urn: urn(`n${i}`, type),
                custom: true,
                type,
                id: `id${i}`,
                delete: dying,
                dependencies: of(0),
                ...(of(1)[0] !== undefined && { parent: of(1)[0] }),
                propertyDependencies: { p: of(2) },
                ...(of(3)[0] !== undefined && { deletedWith: of(3)[0] }),
                replaceWith: of(4),
                ...(used && !provider && { provider: `${used.urn}::${used.id ?? ""}` }),
            };
            made.push(node);
            if (provider) {
                providers.push(node);
            }
        }
        return made;
    });

describe("the order of a state", () => {
    it("puts every parent, provider and dependency first, and loses or doubles nothing", () => {
        fc.assert(
            fc.property(graphs, fc.infiniteStream(fc.nat()), (graph, random) => {
                const shuffled = graph
                    .map((node) => ({ node, key: random.next().value as number }))
                    .sort((a, b) => a.key - b.key)
                    .map(({ node }) => node);
                const ordered = orderResources(shuffled);
                assert.deepEqual(integrityProblems({ manifest, resources: ordered }, STACK), []);
                assert.deepEqual(new Set(ordered), new Set(graph));
                assert.equal(ordered.length, graph.length);
            }),
        );
    });

    it("changes nothing where nothing has to change", () => {
        fc.assert(
            fc.property(graphs, (graph) => {
                const sound = graph.filter((r) => !r.delete && !graph.some((g) => g.delete));
                assert.deepEqual(orderResources(sound), sound);
            }),
        );
    });

    it("follows the wish as far as dependencies allow, the rest in the order given", () => {
        const all = ["a", "b", "c", "d"].map((n) =>
            resource(n, n === "c" ? { dependencies: [urn("b")] } : {}),
        );
        assert.equal(names(orderResources(all, [urn("d"), urn("c"), urn("gone")])), "d b c a");
    });

    it("puts pending deletes last, unless something needs them", () => {
        const resources = [
            resource("x", { delete: true }),
            resource("y", { delete: true }),
            resource("x"),
            resource("z", { dependencies: [urn("y")] }),
        ];
        assert.equal(names(orderResources(resources)), "x y! z x!");
    });

    it("tells the providers of one URN apart by id", () => {
        const type = "pulumi:providers:demo";
        const provider = { urn: urn("p", type), custom: true, type };
        const resources = [
            resource("old", { provider: `${urn("p", type)}::1` }),
            { ...provider, id: "2" },
            { ...provider, id: "1", delete: true },
        ];
        const ordered = orderResources(resources);
        assert.deepEqual(integrityProblems({ manifest, resources: ordered }, STACK), []);
    });

    it("takes a chain of 50,000 in either direction", () => {
        const chain = Array.from({ length: 50_000 }, (_, i) =>
            resource(`n${i}`, i === 0 ? {} : { dependencies: [urn(`n${i - 1}`)] }),
        );
        assert.equal(orderResources([...chain].reverse())[0]?.urn, urn("n0"));
        assert.equal(orderResources(chain)[49_999]?.urn, urn("n49999"));
    });

    it("comes to an end on a circle", () => {
        const circle = [
            resource("a", { dependencies: [urn("b")] }),
            resource("b", { dependencies: [urn("a")] }),
        ];
        assert.equal(orderResources(circle).length, 2);
    });
});
