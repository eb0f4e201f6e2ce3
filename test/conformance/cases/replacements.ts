import type { Program } from "../support/case";
import { Thing } from "../support/things";
import { nothing, preview, story, thing, up } from "../support/story";

/** b cannot live without a, c only looks at it. */
function users(property: "name" | "place", value: string, opts: object = {}): Program {
    return () => {
        const a = new Thing("a", { [property]: value }, opts);
        new Thing("b", { name: a.arn });
        new Thing("c", { size: a.arn });
    };
}

/** Create before delete, delete before create, and what either means for those who depend on it. */
export const replacements = [
    story(
        "replaces by creating first",
        up(thing({ name: "x" })),
        up(thing({ name: "y" }), {
            steps: "replace a",
            calls: ["create a", "delete a"],
            world: { "a-2": { name: "y" } },
            state: { a: { id: "a-2", outputs: { arn: "arn:a-2", name: "y" } } },
        }),
    ),
    story(
        "replaces by deleting first when the provider says so",
        up(thing({ place: "x" })),
        up(thing({ place: "y" }), { steps: "replace a", calls: ["delete a", "create a"] }),
    ),
    story(
        "replaces by deleting first when the program says so",
        up(thing({ name: "x" })),
        up(thing({ name: "y" }, { deleteBeforeReplace: true }), {
            steps: "replace a",
            calls: ["delete a", "create a"],
            world: { "a-2": { name: "y" } },
        }),
    ),
    story(
        "creates first when the program says so, whatever the provider says",
        up(thing({ place: "x" })),
        up(thing({ place: "y" }, { deleteBeforeReplace: false }), {
            steps: "replace a",
            calls: ["create a", "delete a"],
        }),
    ),
    story(
        "replaces for a change that replaceOnChanges names",
        up(thing({ size: 1, tag: "x" })),
        up(thing({ size: 2, tag: "x" }, { replaceOnChanges: ["size"] }), {
            steps: "replace a",
            calls: ["create a", "delete a"],
        }),
        up(thing({ size: 2, tag: "y" }, { replaceOnChanges: ["size"] }), { steps: "update a" }),
    ),
    story(
        "replaces for any change when replaceOnChanges is a star",
        up(thing({ tag: "x" })),
        up(thing({ tag: "y" }, { replaceOnChanges: ["*"] }), { steps: "replace a" }),
    ),
    story(
        "replaces nothing for replaceOnChanges without a change",
        up(thing({ size: 1 })),
        up(thing({ size: 1 }, { replaceOnChanges: ["*"] }), {
            steps: "same a",
            state: { a: { replaceOnChanges: ["*"] } },
        }),
    ),
    story(
        "gives a replacement a fresh generated name",
        up(thing({ group: "x" }, {}, "test:index:Named")),
        up(
            thing(
                { group: "y" },
                { replaceOnChanges: ["group"], deleteBeforeReplace: false },
                "test:index:Named",
            ),
            { steps: "replace a", calls: ["create a", "delete a"] },
        ),
    ),
    story(
        "updates those who use an output of what was replaced",
        up(() => {
            const a = new Thing("a", { name: "x" });
            new Thing("b", { size: a.arn });
            new Thing("c", { size: 1 });
        }),
        up(
            () => {
                const a = new Thing("a", { name: "y" });
                new Thing("b", { size: a.arn });
                new Thing("c", { size: 1 });
            },
            {
                steps: "replace a, update b, same c",
                calls: ["create a", "update b", "delete a"],
            },
        ),
    ),
    story(
        "replaces along a chain, and deletes it backwards at the end",
        up(users("name", "x")),
        up(users("name", "y"), {
            steps: "replace a, replace b, update c",
            inOrder: ["create a", "create b", "delete b", "delete a"],
            world: { "a-2": { name: "y" }, "b-2": { name: "arn:a-2" }, "c-1": { size: "arn:a-2" } },
        }),
    ),
    story(
        "deletes first whoever would have to be replaced with it",
        up(users("place", "x")),
        up(users("place", "y"), {
            steps: "replace a, replace b, update c",
            inOrder: ["delete b", "delete a", "create a", "create b"],
        }),
    ),
    story(
        "deletes dependents of dependents first",
        up(() => {
            const a = new Thing("a", { place: "x" });
            const b = new Thing("b", { name: a.arn });
            new Thing("c", { name: b.arn });
        }),
        up(
            () => {
                const a = new Thing("a", { place: "y" });
                const b = new Thing("b", { name: a.arn });
                new Thing("c", { name: b.arn });
            },
            {
                steps: "replace a, replace b, replace c",
                calls: ["delete c", "delete b", "delete a", "create a", "create b", "create c"],
            },
        ),
    ),
    story(
        "deletes a dependent first that the program no longer has, and does not make it again",
        up(users("place", "x")),
        up(thing({ place: "y" }), {
            steps: "replace a, delete b, delete c",
            inOrder: ["delete b", "delete a", "create a"],
            world: { "a-2": { place: "y" } },
        }),
    ),
    story(
        "previews what is deleted first",
        up(users("place", "x")),
        preview(users("place", "y"), {
            steps: "replace a, replace b, update c",
            calls: [],
        }),
    ),
    story(
        "plans an update for who uses an output that is still unknown, unless it must be replaced",
        up(users("name", "x")),
        preview(users("name", "y"), { steps: "replace a, replace b, update c", calls: [] }),
    ),
    story(
        "does not touch dependents by dependsOn alone when a resource is deleted first",
        up(() => {
            const a = new Thing("a", { place: "x" });
            new Thing("b", { size: 1 }, { dependsOn: a });
        }),
        up(
            () => {
                const a = new Thing("a", { place: "y" });
                new Thing("b", { size: 1 }, { dependsOn: a });
            },
            { steps: "replace a, same b", calls: ["delete a", "create a"] },
        ),
    ),
    story(
        "replaces what stands behind an alias",
        up(thing({ name: "x" })),
        up(
            () => {
                new Thing("b", { name: "y" }, { aliases: [{ name: "a" }] });
            },
            {
                steps: "replace b",
                calls: ["create b", "delete a"],
                world: { "b-1": { name: "y" } },
            },
        ),
        up(nothing, { steps: "delete b", world: {} }),
    ),
];
