import type * as pulumi from "@pulumi/pulumi";
import type { Program, Values } from "../support/case";
import { Group, Provider, Thing } from "../support/things";
import { destroy, nothing, story, thing, up } from "../support/story";

const explicit =
    (settings: pulumi.Inputs, inputs: Values = {}): Program =>
    () => {
        const provider = new Provider("p", settings);
        new Thing("a", inputs, { provider });
    };

/** Explicit and default providers, and what a change of their configuration does. */
export const providers = [
    story(
        "makes a default provider for what names none, and drops it with the last of them",
        up(thing(), {
            state: { default: { type: "pulumi:providers:test" }, a: { provider: "default" } },
        }),
        up(nothing, { state: { default: null } }),
    ),
    story(
        "makes an explicit provider before what it makes, and deletes it after",
        up(explicit({ zone: 1 }), {
            steps: "create a, create p",
            state: {
                a: { provider: "p" },
                p: { type: "pulumi:providers:test", parent: "proj-dev" },
                default: null,
            },
        }),
        up(nothing, { steps: "delete a, delete p", calls: ["delete a"], state: { p: null } }),
    ),
    story(
        "updates a provider whose configuration changed, and leaves alone what it made",
        up(explicit({ zone: "x" })),
        up(explicit({ zone: "y" }), { steps: "same a, update p", calls: [] }),
    ),
    story(
        "replaces a provider when its configuration says so, and what it made with it",
        up(explicit({ region: "x" })),
        up(explicit({ region: "y" }), {
            steps: "replace a, replace p",
            calls: ["create a", "delete a"],
            world: { "a-2": {} },
        }),
    ),
    story(
        "replaces what moves to another explicit provider",
        up(() => {
            const provider = new Provider("p", { region: "x" });
            new Provider("q", { region: "y" });
            new Thing("a", {}, { provider });
        }),
        up(
            () => {
                new Provider("p", { region: "x" });
                const provider = new Provider("q", { region: "y" });
                new Thing("a", {}, { provider });
            },
            { steps: "replace a, same p, same q", state: { a: { provider: "q" } } },
        ),
    ),
    story(
        "configures the default provider by the stack's configuration",
        {
            program: thing(),
            config: { "test:zone": "x" },
            expect: { state: { default: { inputs: { zone: "x" } } } },
        },
        {
            program: thing(),
            config: { "test:zone": "y" },
            expect: {
                steps: "same a, update default",
                calls: [],
                state: { default: { inputs: { zone: "y" } } },
            },
        },
    ),
    story(
        "replaces what a default provider made whose region changed",
        { program: thing(), config: { "test:region": "x" } },
        {
            program: thing(),
            config: { "test:region": "y" },
            expect: {
                steps: "replace a, replace default",
                calls: ["create a", "delete a"],
                state: { default: { inputs: { region: "y" } } },
            },
        },
    ),
    story(
        "moves from the default provider to an explicit one of the same configuration",
        up(thing()),
        up(explicit({}), {
            steps: "create p, same a",
            state: { a: { provider: "p" }, default: null },
        }),
    ),
    story(
        "hands a component's provider down to its children",
        up(
            () => {
                const provider = new Provider("p");
                const parent = new Group("g", { providers: { test: provider } });
                const inner = new Group("h", { parent });
                new Thing("a", {}, { parent: inner });
                new Thing("b");
            },
            { state: { a: { provider: "p" }, b: { provider: "default" } } },
        ),
    ),
    story(
        "refuses a provider with a bad configuration",
        up(explicit({ bad: 1 }), { errors: [/is not known/], world: {} }),
    ),
    story(
        "deletes with the provider that made it, though the program no longer has either",
        up(() => {
            const p = new Provider("p", { zone: "x" });
            const q = new Provider("q", { zone: "y" });
            const a = new Thing("a", {}, { provider: p });
            new Thing("b", { ref: a.arn }, { provider: q });
        }),
        destroy({
            steps: "delete a, delete b, delete p, delete q",
            calls: ["delete b", "delete a"],
        }),
    ),
    story(
        "makes a provider from the output of a resource",
        up(
            () => {
                const a = new Thing("a");
                const provider = new Provider("p", { account: a.arn });
                new Thing("b", {}, { provider });
            },
            {
                calls: ["create a", "create b"],
                state: { p: { inputs: { account: "arn:a-1" }, dependencies: ["a"] } },
            },
        ),
        destroy({ calls: ["delete b", "delete a"] }),
    ),
    story(
        "follows an explicit provider that was renamed",
        up(explicit({ zone: "x" })),
        up(
            () => {
                const provider = new Provider("q", { zone: "x" }, { aliases: [{ name: "p" }] });
                new Thing("a", {}, { provider });
            },
            { steps: "same a, same q", calls: [], state: { p: null, a: { provider: "q" } } },
        ),
    ),
];
