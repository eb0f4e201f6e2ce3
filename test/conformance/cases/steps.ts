import * as pulumi from "@pulumi/pulumi";
import { Thing } from "../support/things";
import { again, destroy, nothing, preview, story, thing, up } from "../support/story";

/** What happens to one resource whose inputs change, or do not. */
export const steps = [
    story(
        "creates what is new",
        up(thing({ size: 1 }), {
            steps: "create a",
            calls: ["create a"],
            world: { "a-1": { size: 1 } },
            state: {
                a: {
                    id: "a-1",
                    type: "test:index:Thing",
                    custom: true,
                    inputs: { size: 1 },
                    outputs: { arn: "arn:a-1", size: 1 },
                    parent: "proj-dev",
                    provider: "default",
                },
            },
        }),
    ),
    story(
        "leaves alone what is the same",
        up(thing({ size: 1 })),
        again({ steps: "same a", calls: [], state: { a: { id: "a-1" } } }),
    ),
    story(
        "updates in place what changed",
        up(thing({ size: 1 })),
        up(thing({ size: 2 }), {
            steps: "update a",
            calls: ["update a"],
            world: { "a-1": { size: 2 } },
            state: { a: { id: "a-1", outputs: { arn: "arn:a-1", size: 2 } } },
        }),
    ),
    story(
        "updates for a property that is gone",
        up(thing({ size: 1, tag: "x" })),
        up(thing({ size: 1 }), { steps: "update a", world: { "a-1": { size: 1 } } }),
    ),
    story(
        "updates for a difference deep inside",
        up(thing({ tags: { list: [{ x: 1 }, { x: 2 }] } })),
        up(thing({ tags: { list: [{ x: 1 }, { x: 3 }] } }), {
            steps: "update a",
            world: { "a-1": { tags: { list: [{ x: 1 }, { x: 3 }] } } },
        }),
    ),
    story(
        "takes a resource of another type for another resource",
        up(thing({ size: 1 })),
        up(thing({ size: 1 }, {}, "test:index:Other"), {
            steps: "create a, delete a",
            calls: ["create a", "delete a"],
            world: { "a-2": { size: 1 } },
        }),
    ),
    story(
        "deletes what the program no longer has",
        up(thing()),
        up(nothing, { steps: "delete a", calls: ["delete a"], world: {}, state: { a: null } }),
    ),
    story(
        "destroys everything and leaves an empty state",
        up(() => {
            const a = new Thing("a");
            new Thing("b", { ref: a.arn });
        }),
        destroy({
            steps: "delete a, delete b",
            calls: ["delete b", "delete a"],
            world: {},
            state: { a: null, b: null, default: null, "proj-dev": null },
        }),
    ),
    story("creates again after a destroy", up(thing()), destroy({}), {
        program: thing(),
        expect: { steps: "create a", world: { "a-2": {} } },
    }),
    story(
        "keeps the stack itself when the program is empty",
        up(thing()),
        up(nothing, { state: { "proj-dev": { type: "pulumi:pulumi:Stack" }, default: null } }),
        again({ steps: "", calls: [] }),
    ),
    story(
        "creates nothing in a preview",
        preview(thing({ size: 1 }), {
            steps: "create a",
            calls: [],
            world: {},
            state: { a: null },
        }),
    ),
    story(
        "plans in a preview what an up would do, from the same state",
        up(() => {
            new Thing("a", { size: 1 });
            new Thing("b", { name: "x" });
            new Thing("c");
        }),
        preview(
            () => {
                new Thing("a", { size: 2 });
                new Thing("b", { name: "y" });
                new Thing("d");
            },
            { steps: "update a, replace b, delete c, create d", calls: [] },
        ),
        again({
            steps: "update a, replace b, delete c, create d",
            inOrder: ["create b", "delete b"],
        }),
    ),
    story(
        "keeps the inputs that check filled in, and asks for no change because of them",
        up(thing({}, {}, "test:index:Filled"), {
            world: { "a-1": { dflt: "filled" } },
            state: { a: { inputs: { dflt: "filled" } } },
        }),
        again({ steps: "same a", calls: [] }),
        up(thing({ dflt: "own" }, {}, "test:index:Filled"), { steps: "update a" }),
    ),
    story(
        "keeps a generated name from run to run",
        up(thing({}, {}, "test:index:Named")),
        up(thing({ size: 1 }, {}, "test:index:Named"), { steps: "update a", calls: ["update a"] }),
    ),
    story(
        "compares inputs itself when the provider cannot tell",
        up(thing({ size: 1 }, {}, "test:index:Vague")),
        again({ steps: "same a", calls: [] }),
        up(thing({ size: 2 }, {}, "test:index:Vague"), { steps: "update a" }),
    ),
    story(
        "takes undefined for missing, but null for a value",
        up(thing({ size: 1, none: undefined, nil: null }), {
            world: { "a-1": { nil: null, size: 1 } },
        }),
        up(thing({ size: 1 }), { steps: "update a", world: { "a-1": { size: 1 } } }),
    ),
    story(
        "gives outputs to other resources and to the stack",
        up(
            () => {
                const a = new Thing("a", { size: 1 });
                const b = new Thing("b", { ref: pulumi.interpolate`to ${a.arn}` });
                return { id: b.id, arn: a.arn, both: pulumi.all([a.size, b.arn]) };
            },
            {
                world: { "a-1": { size: 1 }, "b-1": { ref: "to arn:a-1" } },
                outputs: { id: "b-1", arn: "arn:a-1", both: [1, "arn:b-1"] },
            },
        ),
    ),
];
