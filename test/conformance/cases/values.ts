import * as pulumi from "@pulumi/pulumi";
import { Group, Thing } from "../support/things";
import { again, preview, story, thing, up } from "../support/story";

/** Secrets, unknowns and references: values that are more than plain JSON. */
export const values = [
    story(
        "carries a secret to the provider and hides it in the state",
        up(thing({ password: pulumi.secret("hunter2"), size: 1 }), {
            world: { "a-1": { password: { secret: "hunter2" }, size: 1 } },
            state: {
                a: {
                    inputs: { password: "[secret]", size: 1 },
                    outputs: { arn: "arn:a-1", password: "[secret]", size: 1 },
                },
            },
        }),
        again({ steps: "same a" }),
    ),
    story(
        "updates for a changed secret",
        up(thing({ password: pulumi.secret("one") })),
        up(thing({ password: pulumi.secret("two") }), {
            steps: "update a",
            world: { "a-1": { password: { secret: "two" } } },
        }),
    ),
    story(
        "takes a value that becomes secret for the same value, and hides it from then on",
        up(thing({ note: "x" })),
        up(thing({ note: pulumi.secret("x") }), {
            steps: "same a",
            state: { a: { inputs: { note: "[secret]" } } },
        }),
    ),
    story(
        "keeps a secret inside a map inside a list where it is",
        up(thing({ deep: [{ open: 1, closed: pulumi.secret("x") }] }), {
            world: { "a-1": { deep: [{ open: 1, closed: { secret: "x" } }] } },
            state: { a: { inputs: { deep: [{ closed: "[secret]", open: 1 }] } } },
        }),
    ),
    story(
        "makes secret what is computed from a secret",
        up(
            () => {
                const secret = pulumi.secret("x");
                new Thing("a", { text: pulumi.interpolate`<${secret}>` });
                return { text: pulumi.interpolate`<${secret}>` };
            },
            { world: { "a-1": { text: { secret: "<x>" } } }, outputs: { text: "[secret]" } },
        ),
    ),
    story(
        "keeps a provider's secret output secret in whatever uses it",
        up(
            () => {
                const a = new Thing("a", { token: "t" });
                new Thing("b", { secretOf: a.key });
                return { key: a.key };
            },
            {
                world: { "a-1": { token: "t" }, "b-1": { secretOf: { secret: "key-of-test" } } },
                outputs: { key: "[secret]" },
            },
        ),
    ),
    story(
        "reveals what the program takes the secret off of",
        up(
            () => {
                const a = new Thing("a", { token: "t" });
                return { key: pulumi.unsecret(a.key) };
            },
            { outputs: { key: "key-of-test" } },
        ),
    ),
    story(
        "plans with unknown outputs",
        preview(
            () => {
                const a = new Thing("a", { size: 1 });
                new Thing("b", { ref: a.arn });
                new Thing("c", { size: a.size });
            },
            { steps: "create a, create b, create c", calls: [] },
        ),
    ),
    story(
        "plans an update for who uses an output of what is updated, when that may change it",
        up(() => {
            const a = new Thing("a", { size: 1 });
            new Thing("b", { ref: a.arn });
        }),
        preview(
            () => {
                const a = new Thing("a", { size: 2 });
                new Thing("b", { ref: a.arn });
            },
            { steps: "same b, update a" },
        ),
    ),
    story(
        "runs an apply on a known value in a preview, on an unknown one only in an up",
        preview(
            () => {
                const a = new Thing("a", { size: 1 });
                a.size.apply((size) => new Thing(`known-${size}`));
                a.arn.apply((arn) => new Thing(`unknown-${arn}`));
            },
            { steps: "create a, create known-1" },
        ),
        again({ steps: "create a, create known-1, create unknown-arn:a-1" }),
    ),
    story(
        "passes a resource as a value",
        up(
            () => {
                const a = new Thing("a", { size: 1 });
                new Thing("b", { whole: a });
                new Thing("c", { group: new Group("g") });
            },
            { state: { b: { dependencies: ["a"], propertyDependencies: { whole: ["a"] } } } },
        ),
        again({ steps: "same a, same b, same c, same g" }),
    ),
    story(
        "carries numbers, booleans, empty and odd texts unchanged",
        up(
            thing({
                zero: 0,
                no: false,
                empty: "",
                list: [],
                map: {},
                odd: "ü \u0000 \u2028 ${x}",
                big: 1e21,
                small: 1e-7,
            }),
            {
                world: {
                    "a-1": {
                        zero: 0,
                        no: false,
                        empty: "",
                        list: [],
                        map: {},
                        odd: "ü \u0000 \u2028 ${x}",
                        big: 1e21,
                        small: 1e-7,
                    },
                },
            },
        ),
        again({ steps: "same a" }),
    ),
    story(
        "exports every kind of stack output",
        up(
            () => ({
                text: "x",
                number: 1.5,
                list: [1, [2]],
                map: { inner: pulumi.output(true) },
                nothing: null,
                missing: undefined,
                hidden: pulumi.secret({ x: 1 }),
                later: Promise.resolve("y"),
            }),
            {
                outputs: {
                    text: "x",
                    number: 1.5,
                    list: [1, [2]],
                    map: { inner: true },
                    nothing: null,
                    hidden: "[secret]",
                    later: "y",
                },
            },
        ),
        again({ steps: "" }),
    ),
    story(
        "exports a resource as an output",
        up(() => ({ a: new Thing("a", { size: 1 }) })),
        again({ steps: "same a" }),
    ),
    story(
        "drops stack outputs that the program no longer has",
        up(() => ({ x: 1, y: 2 })),
        up(() => ({ y: 3 }), { outputs: { y: 3 } }),
    ),
];
