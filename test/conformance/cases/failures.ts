import * as pulumi from "@pulumi/pulumi";
import type { Program, Values } from "../support/case";
import { Thing } from "../support/things";
import { again, destroy, nothing, refresh, story, thing, up } from "../support/story";

/** a, then b with the given inputs, then c, one after the other. */
const chain =
    (inputs: Values): Program =>
    () => {
        const a = new Thing("a");
        const b = new Thing("b", { ref: a.arn, ...inputs });
        new Thing("c", { ref: b.arn });
    };

/** What is left when something goes wrong, and how the next run goes on from there. */
export const failures = [
    story(
        "keeps what was made before a create failed, begins nothing after, and goes on next time",
        up(chain({ fail: "create" }), {
            errors: [/create was told to fail/],
            steps: "create a",
            calls: ["create a", "create b"],
            world: { "a-1": {} },
            state: { a: { id: "a-1" }, b: null, c: null },
        }),
        up(chain({}), {
            steps: "same a, create b, create c",
            calls: ["create b", "create c"],
        }),
    ),
    story(
        "keeps the old state of what failed to update",
        up(thing({ size: 1 })),
        up(thing({ size: 2, fail: "update" }), {
            errors: [/update was told to fail/],
            world: { "a-1": { size: 1 } },
            state: { a: { inputs: { size: 1 }, outputs: { arn: "arn:a-1", size: 1 } } },
        }),
        up(thing({ size: 2 }), { steps: "update a", world: { "a-1": { size: 2 } } }),
    ),
    story(
        "keeps what failed to be deleted, and deletes it next time",
        up(() => {
            const a = new Thing("a", { fail: "delete" });
            new Thing("b", { ref: a.arn });
        }),
        up(nothing, {
            errors: [/delete was told to fail/],
            calls: ["delete b", "delete a"],
            state: { a: { id: "a-1" }, b: null },
        }),
    ),
    story(
        "does not delete what a resource needs whose deletion failed",
        up(() => {
            const a = new Thing("a");
            new Thing("b", { ref: a.arn, fail: "delete" });
        }),
        destroy({
            errors: [/delete was told to fail/],
            calls: ["delete b"],
            state: { a: { id: "a-1" }, b: { id: "b-1" } },
        }),
    ),
    story(
        "deletes nothing when the program failed",
        up(() => {
            new Thing("a");
            new Thing("b");
        }),
        up(
            () => {
                new Thing("a");
                throw new pulumi.RunError("the program gives up");
            },
            { errors: [/the program gives up/], world: { "a-1": {}, "b-1": {} } },
        ),
    ),
    story(
        "deletes nothing when a create failed",
        up(thing()),
        up(
            () => {
                new Thing("b", { fail: "create" });
            },
            {
                errors: [/create was told to fail/],
                calls: ["create b"],
                state: { a: { id: "a-1" } },
            },
        ),
    ),
    story(
        "keeps the old one when the replacement fails to be created",
        up(thing({ name: "x" })),
        up(thing({ name: "y", fail: "create" }), {
            errors: [/create was told to fail/],
            world: { "a-1": { name: "x" } },
            state: { a: { id: "a-1", inputs: { name: "x" } } },
        }),
        up(thing({ name: "y" }), { steps: "replace a", world: { "a-2": { name: "y" } } }),
    ),
    story(
        "remembers a replaced resource that failed to be deleted, and deletes it next time",
        up(thing({ name: "x", fail: "delete" })),
        up(thing({ name: "y" }), {
            errors: [/delete was told to fail/],
            calls: ["create a", "delete a"],
            state: { a: { id: "a-2" } },
        }),
    ),
    story(
        "goes on with a replacement that had deleted first",
        up(thing({ place: "x" })),
        up(thing({ place: "y", fail: "create" }), {
            errors: [/create was told to fail/],
            calls: ["delete a", "create a"],
            world: {},
        }),
        up(thing({ place: "y" }), { calls: ["create a"], world: { "a-2": { place: "y" } } }),
    ),
    story(
        "keeps what was made but did not get ready, and updates it next time",
        up(thing({ size: 1, fail: "create unready" }), {
            errors: [/still starting/],
            world: { "a-1": { size: 1, fail: "create unready" } },
            state: { a: { id: "a-1", initErrors: ["still starting"] } },
        }),
        up(thing({ size: 1 }), { steps: "update a", state: { a: { initErrors: undefined } } }),
    ),
    story(
        "updates what did not get ready even when nothing changed",
        up(thing({ size: 1, fail: "create unready" }), { errors: [/still starting/] }),
        again({ steps: "update a", calls: ["update a"] }),
        again({ steps: "same a" }),
    ),
    story(
        "does not take a create whose answer was lost for done",
        up(thing({ fail: "create lost" }), {
            errors: [/connection lost/],
            state: { a: null },
        }),
        up(thing({ size: 1 }), { steps: "create a" }),
    ),
    story(
        "shows every refused property at once",
        up(thing({ bad: 1, worse: 2 }), { errors: [/bad.*is not known/s, /worse/], world: {} }),
    ),
    story("shows every refused resource in a preview", {
        kind: "preview",
        program: () => {
            new Thing("a", { bad: 1 });
            new Thing("b", { worse: 1 });
        },
        expect: { errors: [/bad/] },
    }),
    story(
        "fails a program that throws, with its words",
        up(
            () => {
                throw new pulumi.RunError("wrong input");
            },
            { errors: [/wrong input/], state: { a: null } },
        ),
    ),
    story(
        "fails a program whose promise is rejected in an apply",
        up(
            () => {
                new Thing("a").arn.apply((arn) => {
                    throw new pulumi.RunError(`no use of ${arn}`);
                });
            },
            { errors: [/no use of arn:a-1/], world: { "a-1": {} } },
        ),
    ),
    story(
        "fails when the program logs an error",
        up(
            () => {
                new Thing("a");
                void pulumi.log.error("that was wrong");
            },
            { errors: [/that was wrong/] },
        ),
    ),
    story(
        "tells a program's warning and goes on",
        up(
            () => {
                void pulumi.log.warn("look out");
            },
            { warnings: [/look out/] },
        ),
    ),
    story(
        "keeps the state of what a refresh could not read",
        up(thing({ size: 1 })),
        refresh({ errors: [/read was told to fail/], state: { a: { id: "a-1" } } }, (standing) =>
            standing.set("a-1", { fail: "read" }),
        ),
    ),
];
