import * as pulumi from "@pulumi/pulumi";
import { Thing } from "../support/things";
import { again, story, thing, up } from "../support/story";

/** ignoreChanges, additionalSecretOutputs, customTimeouts and what else a resource may be told. */
export const options = [
    story(
        "keeps the old value of what ignoreChanges names",
        up(thing({ size: 1, tags: { x: 1, y: 1 } })),
        up(thing({ size: 2, tags: { x: 2, y: 1 } }, { ignoreChanges: ["size", "tags.x"] }), {
            steps: "same a",
            calls: [],
            state: {
                a: {
                    inputs: { size: 1, tags: { x: 1, y: 1 } },
                    ignoreChanges: ["size", "tags.x"],
                },
            },
        }),
    ),
    story(
        "updates what ignoreChanges does not name, and keeps what it names",
        up(thing({ size: 1, tag: "x" })),
        up(thing({ size: 2, tag: "y" }, { ignoreChanges: ["size"] }), {
            steps: "update a",
            world: { "a-1": { size: 1, tag: "y" } },
        }),
    ),
    story(
        "takes the value of an ignored property at creation",
        up(thing({ size: 1 }, { ignoreChanges: ["size"] }), { world: { "a-1": { size: 1 } } }),
    ),
    story(
        "keeps an ignored property that the program dropped",
        up(thing({ size: 1 })),
        up(thing({}, { ignoreChanges: ["size"] }), {
            steps: "same a",
            world: { "a-1": { size: 1 } },
        }),
    ),
    story(
        "does not add an ignored property that was not there",
        up(thing({ tag: "x" })),
        up(thing({ tag: "x", size: 1 }, { ignoreChanges: ["size"] }), {
            steps: "same a",
            world: { "a-1": { tag: "x" } },
        }),
    ),
    story(
        "ignores elements of lists and maps by wildcard",
        up(
            thing({
                rules: [
                    { port: 1, on: true },
                    { port: 2, on: true },
                ],
            }),
        ),
        up(
            thing(
                {
                    rules: [
                        { port: 8, on: true },
                        { port: 9, on: true },
                    ],
                },
                { ignoreChanges: ["rules[*].port"] },
            ),
            { steps: "same a" },
        ),
    ),
    story(
        "ignores every change by a star",
        up(thing({ size: 1, name: "x" })),
        up(thing({ size: 2, name: "y" }, { ignoreChanges: ["*"] }), { steps: "same a" }),
    ),
    story(
        "lets a replacement take the program's value, ignored or not",
        up(thing({ size: 1, name: "x" })),
        up(thing({ size: 2, name: "y" }, { ignoreChanges: ["size"] }), {
            steps: "replace a",
            world: { "a-2": { size: 2, name: "y" } },
        }),
    ),
    story(
        "makes a secret of an output that additionalSecretOutputs names",
        up(
            () => {
                const a = new Thing("a", { size: 1 }, { additionalSecretOutputs: ["arn"] });
                return { arn: a.arn, size: a.size };
            },
            {
                outputs: { arn: "[secret]", size: 1 },
                state: {
                    a: {
                        additionalSecretOutputs: ["arn"],
                        outputs: { arn: "[secret]", size: 1 },
                    },
                },
            },
        ),
    ),
    story(
        "makes a secret of an output of what stands already",
        up(thing({ size: 1 })),
        up(thing({ size: 1 }, { additionalSecretOutputs: ["arn"] }), {
            steps: "same a",
            state: { a: { outputs: { arn: "[secret]", size: 1 } } },
        }),
        again({ steps: "same a" }),
    ),
    story(
        "remembers custom timeouts",
        up(thing({}, { customTimeouts: { create: "5m", update: "1h30m", delete: "30s" } }), {
            state: { a: { customTimeouts: { create: 300, delete: 30, update: 5400 } } },
        }),
        up(thing({}, { customTimeouts: { create: "10m" } }), {
            steps: "same a",
            state: { a: { customTimeouts: { create: 600 } } },
        }),
    ),
    story(
        "creates with options it takes from a transformation of the SDK",
        up(
            () => {
                new Thing(
                    "a",
                    { size: 1 },
                    {
                        transformations: [
                            ({ props, opts }) => ({
                                props: { ...(props as object), size: 5 },
                                opts,
                            }),
                        ],
                    },
                );
            },
            { world: { "a-1": { size: 5 } } },
        ),
    ),
    story(
        "keeps a resource whose options changed, but not its inputs",
        up(thing({ size: 1 })),
        up(
            () => {
                const merged = pulumi.mergeOptions({ protect: true }, { retainOnDelete: true });
                new Thing("a", { size: 1 }, merged);
            },
            { steps: "same a", calls: [], state: { a: { protect: true, retainOnDelete: true } } },
        ),
    ),
];
