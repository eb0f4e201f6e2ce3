import * as pulumi from "@pulumi/pulumi";
import type { Program } from "../support/case";
import { Group, Thing } from "../support/things";
import { destroy, nothing, story, thing, up } from "../support/story";

const inGroup =
    (group: string, name: string, opts: pulumi.ComponentResourceOptions = {}): Program =>
    () => {
        new Thing(name, { size: 1 }, { parent: new Group(group, opts) });
    };

/** Renamed, moved below another parent, of another type: still the same thing. */
export const aliases = [
    story(
        "follows a rename",
        up(thing({ size: 1 })),
        up(
            () => {
                new Thing("b", { size: 1 }, { aliases: [{ name: "a" }] });
            },
            {
                steps: "same b",
                calls: [],
                world: { "a-1": { size: 1 } },
                state: { a: null, b: { id: "a-1" } },
            },
        ),
        up(
            () => {
                new Thing("b", { size: 1 });
            },
            { steps: "same b", state: { a: null, b: { id: "a-1" } } },
        ),
    ),
    story(
        "follows a rename with a change",
        up(thing({ size: 1 })),
        up(
            () => {
                new Thing("b", { size: 2 }, { aliases: [{ name: "a" }] });
            },
            { steps: "update b", calls: ["update b"], world: { "a-1": { size: 2 } } },
        ),
    ),
    story(
        "follows a full URN",
        up(thing({ size: 1 })),
        up(
            () => {
                const urn = "urn:pulumi:dev::proj::test:index:Thing::a";
                new Thing("b", { size: 1 }, { aliases: [urn] });
            },
            { steps: "same b" },
        ),
    ),
    story(
        "follows another type",
        up(thing({ size: 1 })),
        up(thing({ size: 1 }, { aliases: [{ type: "test:index:Thing" }] }, "test:index:New"), {
            steps: "same a",
            state: { a: { id: "a-1", type: "test:index:New" } },
        }),
    ),
    story(
        "follows a move below a parent",
        up(thing({ size: 1 })),
        up(
            () => {
                const opts = {
                    parent: new Group("g"),
                    aliases: [{ parent: pulumi.rootStackResource }],
                };
                new Thing("a", { size: 1 }, opts);
            },
            { steps: "create g, same a", state: { a: { id: "a-1", parent: "g" } } },
        ),
    ),
    story(
        "follows a move out of a parent",
        up(inGroup("g", "a")),
        up(
            () => {
                const parent = "urn:pulumi:dev::proj::test:index:Group::g";
                new Thing("a", { size: 1 }, { aliases: [{ parent }] });
            },
            {
                steps: "same a, delete g",
                calls: [],
                state: { a: { id: "a-1", parent: "proj-dev" } },
            },
        ),
    ),
    story(
        "takes children along when the parent is renamed",
        up(inGroup("g", "a")),
        up(inGroup("h", "a", { aliases: [{ name: "g" }] }), {
            steps: "same a, same h",
            calls: [],
            state: { g: null, a: { parent: "h" } },
        }),
    ),
    story(
        "takes children along that bear the parent's name",
        up(inGroup("g", "g-a")),
        up(inGroup("h", "h-a", { aliases: [{ name: "g" }] }), { steps: "same h, same h-a" }),
    ),
    story(
        "takes children along when the parent's type changes",
        up(inGroup("g", "a")),
        up(
            () => {
                const opts = { aliases: [{ type: "test:index:Group" }] };
                new Thing("a", { size: 1 }, { parent: new Group("g", opts, "test:index:Band") });
            },
            { steps: "same a, same g", calls: [], state: { a: { id: "a-1" } } },
        ),
    ),
    story(
        "keeps dependencies of others on what was renamed",
        up(() => {
            const a = new Thing("a");
            new Thing("c", { ref: a.arn });
        }),
        up(
            () => {
                const b = new Thing("b", {}, { aliases: [{ name: "a" }] });
                new Thing("c", { ref: b.arn });
            },
            { steps: "same b, same c", state: { c: { dependencies: ["b"] } } },
        ),
        destroy({ calls: ["delete c", "delete b"] }),
    ),
    story(
        "prefers the resource of its own name to an alias",
        up(() => {
            new Thing("a", { size: 1 });
            new Thing("b", { size: 2 });
        }),
        up(
            () => {
                new Thing("b", { size: 2 }, { aliases: [{ name: "a" }] });
            },
            { steps: "same b, delete a", calls: ["delete a"], world: { "b-1": { size: 2 } } },
        ),
    ),
    story(
        "refuses two resources that both were the same one",
        up(thing({ size: 1 })),
        up(
            () => {
                const b = new Thing("b", { size: 1 }, { aliases: [{ name: "a" }] });
                new Thing("c", { size: 1 }, { aliases: [{ name: "a" }], dependsOn: b });
            },
            { errors: [/alias|taken over/], world: { "a-1": { size: 1 } } },
        ),
    ),
    story(
        "takes an alias of what never was for none at all",
        up(
            () => {
                new Thing("b", { size: 1 }, { aliases: [{ name: "never" }] });
            },
            { steps: "create b" },
        ),
        up(nothing, { steps: "delete b" }),
    ),
];
