import fc from "fast-check";

/** One resource of a random program. Links name nodes that come before it. */
export interface Node {
    readonly key: number;
    /** Changes when the node is renamed; begins with "n" and the key. */
    readonly name: string;
    readonly kind: "thing" | "group" | "provider";
    /** Updated in place when it changes. */
    readonly size: number;
    /** Forces a replacement when it changes: created first, or deleted first. */
    readonly label: number;
    readonly deletesFirst: boolean;
    /** Must be replaced when the first resource it uses is. */
    readonly tied: boolean;
    /** A component above it; undefined: the stack. */
    readonly parent?: number | undefined;
    /** An explicit provider. */
    readonly provider?: number;
    /** Uses their outputs. */
    readonly uses: readonly number[];
    /** Waits for them only. */
    readonly dependsOn: readonly number[];
}

export type Graph = readonly Node[];

/** What one edit does to the program; numbers choose nodes, whatever the graph's size. */
export interface Edit {
    readonly what: "add" | "remove" | "resize" | "relabel" | "rename" | "move" | "link";
    readonly at: number;
    readonly to: number;
}

const kinds = ["thing", "thing", "thing", "thing", "group", "provider"] as const;

interface Seed {
    readonly kind: number;
    readonly parent: number;
    readonly provider: number;
    readonly uses: readonly number[];
    readonly dependsOn: readonly number[];
    readonly deletesFirst: boolean;
    readonly tied: boolean;
}

const seed: fc.Arbitrary<Seed> = fc.record({
    kind: fc.nat(kinds.length - 1),
    parent: fc.nat(1000),
    provider: fc.nat(1000),
    uses: fc.array(fc.nat(1000), { maxLength: 2 }),
    dependsOn: fc.array(fc.nat(1000), { maxLength: 1 }),
    deletesFirst: fc.boolean(),
    tied: fc.boolean(),
});

/** A number's choice among nodes; one in three chooses none. */
function choose(nodes: Graph, number: number): number | undefined {
    return number % 3 === 0 ? undefined : nodes[number % nodes.length]?.key;
}

function grow(graph: Graph, from: Seed, key: number): Graph {
    const kind = kinds[from.kind] ?? "thing";
    const groups = graph.filter((node) => node.kind === "group");
    const providers = graph.filter((node) => node.kind === "provider");
    const things = graph.filter((node) => node.kind === "thing");
    const pick = (numbers: readonly number[]): number[] => [
        ...new Set(numbers.flatMap((number) => choose(things, number) ?? [])),
    ];
    const isThing = kind === "thing";
    const parent = choose(groups, from.parent);
    const provider = isThing ? choose(providers, from.provider) : undefined;
    const node: Node = {
        key,
        name: `n${key}`,
        kind,
        size: 1,
        label: 1,
        deletesFirst: from.deletesFirst,
        tied: from.tied,
        uses: isThing ? pick(from.uses) : [],
        dependsOn: isThing ? pick(from.dependsOn) : [],
        ...(parent === undefined ? {} : { parent }),
        ...(provider === undefined ? {} : { provider }),
    };
    return [...graph, node];
}

export function graphs(most: number): fc.Arbitrary<Graph> {
    return fc
        .array(seed, { minLength: 1, maxLength: most, size: "max" })
        .map((seeds) => seeds.reduce<Graph>((graph, each, key) => grow(graph, each, key), []));
}

export const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
    fc.record({
        what: fc.constantFrom<Edit["what"]>(
            "add",
            "remove",
            "resize",
            "relabel",
            "rename",
            "move",
            "link",
        ),
        at: fc.nat(1000),
        to: fc.nat(1000),
    }),
    { minLength: 1, maxLength: 8 },
);

export function apply(graph: Graph, edit: Edit): Graph {
    const node = graph[edit.at % Math.max(graph.length, 1)];
    if (node === undefined || edit.what === "add") {
        const key = Math.max(-1, ...graph.map((each) => each.key)) + 1;
        const { at, to } = edit;
        const from = { kind: at % kinds.length, parent: to, provider: at, uses: [to, at] };
        return grow(
            graph,
            { ...from, dependsOn: [at + 1], deletesFirst: at % 2 === 0, tied: at % 3 === 0 },
            key,
        );
    }
    const put = (changes: Partial<Node>): Graph =>
        graph.map((each) => (each === node ? { ...each, ...changes } : each));
    switch (edit.what) {
        case "remove":
            return without(graph, node);
        case "resize":
            return put({ size: node.size + 1 });
        case "relabel":
            return put({ label: node.label + 1 });
        case "rename":
            return put({ name: `${node.name}x` });
        case "move":
            return move(graph, node, edit.to);
        case "link":
            return link(graph, node, edit.to);
    }
}

function before(graph: Graph, node: Node, kind: Node["kind"]): Graph {
    return graph.slice(0, graph.indexOf(node)).filter((each) => each.kind === kind);
}

function move(graph: Graph, node: Node, to: number): Graph {
    const parent = choose(before(graph, node, "group"), to);
    return graph.map((each) => (each === node ? { ...each, parent } : each));
}

function link(graph: Graph, node: Node, to: number): Graph {
    const used = choose(before(graph, node, "thing"), to);
    if (node.kind !== "thing" || used === undefined) return graph;
    const uses = [...new Set([...node.uses, used])];
    return graph.map((each) => (each === node ? { ...each, uses } : each));
}

/** Children go up to the stack, which is a move of theirs; other links are dropped. */
function without(graph: Graph, gone: Node): Graph {
    return graph
        .filter((node) => node !== gone)
        .map((node) => {
            const { parent, provider, ...rest } = node;
            return {
                ...rest,
                uses: node.uses.filter((key) => key !== gone.key),
                dependsOn: node.dependsOn.filter((key) => key !== gone.key),
                ...(parent === undefined || parent === gone.key ? {} : { parent }),
                ...(provider === undefined || provider === gone.key ? {} : { provider }),
            };
        });
}
