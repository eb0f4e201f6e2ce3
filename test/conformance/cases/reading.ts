import type { Program, Run } from "../support/case";
import { Thing } from "../support/things";
import { again, destroy, nothing, preview, refresh, story, thing, up } from "../support/story";

/** Something that stands at the provider and was not made by this stack. */
const there: Run["meanwhile"] = (standing) => standing.set("there", { size: 7 });

const reading: Program = () => {
    const a = new Thing("a", {}, { id: "there" });
    const b = new Thing("b", { ref: a.arn });
    return { size: a.size, arn: a.arn, b: b.id };
};

/** read, import and refresh: what this stack did not make, or somebody else changed. */
export const reads = [
    story("reads a resource that stands already", {
        program: reading,
        meanwhile: there,
        expect: {
            steps: "read a, create b",
            calls: ["read a", "create b"],
            outputs: { size: 7, arn: "arn:there", b: "b-1" },
            state: { a: { id: "there", external: true, outputs: { arn: "arn:there", size: 7 } } },
        },
    }),
    story(
        "reads again in every run, and sees what changed",
        { program: reading, meanwhile: there },
        {
            program: reading,
            meanwhile: (standing) => standing.set("there", { size: 8 }),
            expect: { steps: "read a, same b", outputs: { size: 8, arn: "arn:there", b: "b-1" } },
        },
    ),
    story(
        "never deletes what it only read",
        { program: reading, meanwhile: there },
        destroy({ calls: ["delete b"], world: { there: { size: 7 } }, state: { a: null } }),
    ),
    story(
        "forgets what is read no longer, and leaves it standing",
        { program: reading, meanwhile: there },
        up(nothing, { calls: ["delete b"], world: { there: { size: 7 } }, state: { a: null } }),
    ),
    story(
        "fails when what is to be read does not exist",
        up(reading, { errors: [/there/], steps: "", world: {} }),
    ),
    story("reads in a preview too", {
        kind: "preview",
        program: reading,
        meanwhile: there,
        expect: { steps: "read a, create b", calls: ["read a"], state: { a: null } },
    }),
    story(
        "replaces by a resource of its own what it only read before",
        { program: thing({}, { id: "there" }), meanwhile: there },
        up(thing({ size: 1 }), {
            calls: ["create a"],
            world: { there: { size: 7 }, "a-1": { size: 1 } },
            state: { a: { id: "a-1" } },
        }),
    ),
    story("imports what the program describes as it is", {
        program: thing({ size: 7 }, { import: "there" }),
        meanwhile: there,
        expect: {
            steps: "import a",
            calls: ["read a"],
            world: { there: { size: 7 } },
            state: { a: { id: "there", importID: "there", inputs: { size: 7 } } },
        },
    }),
    story(
        "finds an imported resource the same, with or without the option",
        { program: thing({ size: 7 }, { import: "there" }), meanwhile: there },
        again({ steps: "same a", calls: [] }),
        up(thing({ size: 7 }), { steps: "same a", calls: [] }),
        up(thing({ size: 8 }), { steps: "update a", world: { there: { size: 8 } } }),
        destroy({ world: {} }),
    ),
    story("imports what the program describes otherwise, then changes it", {
        program: thing({ size: 8 }, { import: "there" }),
        meanwhile: there,
        expect: {
            steps: "import a, update a",
            calls: ["read a", "update a"],
            world: { there: { size: 8 } },
            state: { a: { id: "there", inputs: { size: 8 } } },
        },
    }),
    story("refuses to replace what it imports", {
        program: thing({ size: 7, name: "x" }, { import: "there" }),
        meanwhile: there,
        expect: {
            errors: [/previously-imported resources that still specify an ID may not be replaced/],
            calls: ["read a"],
            world: { there: { size: 7 } },
        },
    }),
    story("keeps what ignoreChanges names as it was imported", {
        program: thing({ size: 8 }, { import: "there", ignoreChanges: ["size"] }),
        meanwhile: there,
        expect: { steps: "import a", calls: ["read a"], world: { there: { size: 7 } } },
    }),
    story(
        "refuses to import what does not exist",
        up(thing({ size: 7 }, { import: "there" }), { errors: [/'there' does not exist/] }),
    ),
    story("plans an import in a preview", {
        kind: "preview",
        program: thing({ size: 7 }, { import: "there" }),
        meanwhile: there,
        expect: { steps: "import a", state: { a: null } },
    }),
    story(
        "puts an imported resource in the place of one it made, which it deletes",
        { program: thing({ size: 7 }), meanwhile: there },
        up(thing({ size: 7 }, { import: "there" }), {
            calls: ["read a", "delete a"],
            world: { there: { size: 7 } },
            state: { a: { id: "there" } },
        }),
    ),
    story(
        "refreshes without a difference",
        up(thing({ size: 1 })),
        refresh({ calls: ["read a"], state: { a: { outputs: { arn: "arn:a-1", size: 1 } } } }),
    ),
    story(
        "takes over in a refresh what somebody changed, and repairs it in the next up",
        up(thing({ size: 1 })),
        refresh(
            { steps: "refresh a", state: { a: { outputs: { arn: "arn:a-1", size: 9 } } } },
            (standing) => standing.set("a-1", { size: 9 }),
        ),
        up(thing({ size: 1 }), { steps: "update a", world: { "a-1": { size: 1 } } }),
    ),
    story("does not see what somebody changed without a refresh", up(thing({ size: 1 })), {
        meanwhile: (standing) => standing.set("a-1", { size: 9 }),
        expect: { steps: "same a", calls: [], world: { "a-1": { size: 9 } } },
    }),
    story(
        "drops in a refresh what is gone, and makes it again in the next up",
        up(() => {
            const a = new Thing("a");
            new Thing("b", { ref: a.arn });
        }),
        refresh({ steps: "delete b, same a", state: { b: null } }, (standing) => {
            standing.delete("b-1");
        }),
        up(
            () => {
                const a = new Thing("a");
                new Thing("b", { ref: a.arn });
            },
            { steps: "same a, create b", world: { "a-1": {}, "b-2": { ref: "arn:a-1" } } },
        ),
    ),
    story(
        "keeps in a refresh what depends on something that is gone",
        up(() => {
            const a = new Thing("a");
            new Thing("b", { ref: a.arn });
        }),
        refresh({ state: { a: null, b: { id: "b-1" } } }, (standing) => {
            standing.delete("a-1");
        }),
    ),
    story(
        "plans an up after a drift that a refresh took over",
        up(thing({ size: 1 })),
        refresh({}, (standing) => standing.set("a-1", { size: 9 })),
        preview(thing({ size: 1 }), { steps: "update a", calls: [] }),
    ),
];
