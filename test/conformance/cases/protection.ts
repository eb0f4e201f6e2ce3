import { Group, Thing } from "../support/things";
import { destroy, nothing, story, thing, up } from "../support/story";

/** protect, retainOnDelete and deletedWith: what is not deleted, and what not by its own call. */
export const protection = [
    story(
        "refuses to delete a protected resource",
        up(thing({}, { protect: true }), { state: { a: { protect: true } } }),
        up(nothing, { errors: [/protect/], calls: [], world: { "a-1": {} } }),
    ),
    story(
        "refuses to replace a protected resource",
        up(thing({ name: "x" }, { protect: true })),
        up(thing({ name: "y" }, { protect: true }), {
            errors: [/protect/],
            calls: [],
            world: { "a-1": { name: "x" } },
        }),
    ),
    story(
        "updates a protected resource",
        up(thing({ size: 1 }, { protect: true })),
        up(thing({ size: 2 }, { protect: true }), { steps: "update a" }),
    ),
    story(
        "destroys nothing when something is protected",
        up(() => {
            new Thing("a", {}, { protect: true });
        }),
        destroy({ errors: [/protect/], calls: [], world: { "a-1": {} } }),
    ),
    story(
        "deletes what was protected before, after an up without the option",
        up(thing({}, { protect: true })),
        up(thing(), { steps: "same a", state: { a: { protect: undefined } } }),
        up(nothing, { steps: "delete a", world: {} }),
    ),
    story(
        "takes the protection away and replaces in one up",
        up(thing({ name: "x" }, { protect: true })),
        up(thing({ name: "y" }), { steps: "replace a", world: { "a-2": { name: "y" } } }),
    ),
    story(
        "hands protection down to children",
        up(
            () => {
                const parent = new Group("g", { protect: true });
                new Thing("a", {}, { parent });
                new Thing("b", {}, { parent, protect: false });
            },
            { state: { g: { protect: true }, a: { protect: true }, b: { protect: undefined } } },
        ),
    ),
    story(
        "leaves standing what is to be retained",
        up(thing({}, { retainOnDelete: true }), { state: { a: { retainOnDelete: true } } }),
        up(nothing, { steps: "delete a", calls: [], world: { "a-1": {} }, state: { a: null } }),
    ),
    story(
        "retains the old one of a replacement",
        up(thing({ name: "x" }, { retainOnDelete: true })),
        up(thing({ name: "y" }, { retainOnDelete: true }), {
            steps: "replace a",
            calls: ["create a"],
            world: { "a-1": { name: "x" }, "a-2": { name: "y" } },
        }),
    ),
    story(
        "retains in a destroy",
        up(() => {
            new Thing("a", {}, { retainOnDelete: true });
            new Thing("b");
        }),
        destroy({ calls: ["delete b"], world: { "a-1": {} }, state: { a: null } }),
    ),
    story(
        "deletes by what the state says, not by what the program said last",
        up(thing({}, { retainOnDelete: true })),
        up(thing(), { steps: "same a" }),
        up(nothing, { calls: ["delete a"], world: {} }),
    ),
    story(
        "does not call for what goes away with another resource",
        up(
            () => {
                const a = new Thing("a");
                new Thing("b", {}, { deletedWith: a });
            },
            { state: { b: { deletedWith: "a" } } },
        ),
        destroy({ calls: ["delete a"], state: { b: null } }),
    ),
    story(
        "calls for it when the other resource stays",
        up(() => {
            const a = new Thing("a");
            new Thing("b", {}, { deletedWith: a });
        }),
        up(thing(), { steps: "same a, delete b", calls: ["delete b"], world: { "a-1": {} } }),
    ),
    story(
        "does not call for it when both leave the program",
        up(() => {
            const a = new Thing("a");
            new Thing("b", {}, { deletedWith: a });
            new Thing("c");
        }),
        up(
            () => {
                new Thing("c");
            },
            { steps: "delete a, delete b, same c", calls: ["delete a"] },
        ),
    ),
];
