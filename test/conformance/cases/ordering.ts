import * as pulumi from "@pulumi/pulumi";
import type { Program } from "../support/case";
import { Group, Thing } from "../support/things";
import { destroy, nothing, story, up } from "../support/story";

const chain: Program = () => {
    const a = new Thing("a");
    const b = new Thing("b", { ref: a.arn });
    new Thing("c", { ref: b.arn });
};

/** Who waits for whom, and what the state remembers of it. */
export const ordering = [
    story(
        "creates along implicit dependencies and deletes backwards",
        up(chain, { calls: ["create a", "create b", "create c"] }),
        up(nothing, { calls: ["delete c", "delete b", "delete a"] }),
    ),
    story(
        "creates along dependsOn and deletes backwards",
        up(
            () => {
                const a = new Thing("a");
                const b = new Thing("b", {}, { dependsOn: a });
                new Thing("c", {}, { dependsOn: [a, b] });
            },
            {
                calls: ["create a", "create b", "create c"],
                state: { b: { dependencies: ["a"] }, c: { dependencies: ["a", "b"] } },
            },
        ),
        destroy({ calls: ["delete c", "delete b", "delete a"] }),
    ),
    story(
        "remembers which property depends on which resource",
        up(
            () => {
                const a = new Thing("a");
                const b = new Thing("b");
                new Thing("c", {
                    first: a.arn,
                    both: [a.arn, { inner: b.arn }],
                    plain: 1,
                });
            },
            {
                state: {
                    c: {
                        dependencies: ["a", "b"],
                        propertyDependencies: { both: ["a", "b"], first: ["a"], plain: [] },
                    },
                },
            },
        ),
    ),
    story(
        "sends a change of dependencies alone to no provider",
        up(() => {
            new Thing("a");
            new Thing("b");
        }),
        up(
            () => {
                const a = new Thing("a");
                new Thing("b", {}, { dependsOn: a });
            },
            { steps: "same a, same b", calls: [], state: { b: { dependencies: ["a"] } } },
        ),
        destroy({ calls: ["delete b", "delete a"] }),
    ),
    story(
        "deletes by the dependencies of the state, not those of a program that dropped them",
        up(chain),
        up(
            () => {
                new Thing("c", { ref: "arn:b-1" });
            },
            { inOrder: ["delete b", "delete a"], steps: "same c, delete b, delete a" },
        ),
    ),
    story(
        "makes a dependency on a component one on all its children",
        up(
            () => {
                const group = new Group("g");
                const inner = new Group("h", { parent: group });
                new Thing("a", {}, { parent: group });
                new Thing("b", {}, { parent: inner });
                new Thing("c", {}, { dependsOn: group });
            },
            { state: { c: { dependencies: ["a", "b"] } } },
        ),
        destroy({ inOrder: ["delete c", "delete a"] }),
    ),
    story(
        "deletes children before their parent",
        up(() => {
            const a = new Thing("a");
            const b = new Thing("b", {}, { parent: a });
            new Thing("c", {}, { parent: b });
        }),
        destroy({ calls: ["delete c", "delete b", "delete a"] }),
    ),
    story(
        "puts the types of the parents into the URN",
        up(
            () => {
                const group = new Group("g");
                const a = new Thing("a", {}, { parent: group });
                const b = new Thing("b", {}, { parent: a });
                return { a: a.urn, b: b.urn, g: group.urn };
            },
            {
                outputs: {
                    a: "urn:pulumi:dev::proj::test:index:Group$test:index:Thing::a",
                    b: "urn:pulumi:dev::proj::test:index:Group$test:index:Thing$test:index:Thing::b",
                    g: "urn:pulumi:dev::proj::test:index:Group::g",
                },
                state: { a: { parent: "g" }, b: { parent: "a" }, g: { parent: "proj-dev" } },
            },
        ),
    ),
    story(
        "allows one name under two parents",
        up(
            () => {
                const first = new Thing("a", {}, { parent: new Group("g") });
                const parent = new Group("h", {}, "test:index:Band");
                new Thing("a", {}, { dependsOn: new Thing("a", {}, { parent, dependsOn: first }) });
            },
            { steps: "create a, create a, create a, create g, create h" },
        ),
    ),
    story(
        "refuses two resources of one URN",
        up(
            () => {
                new Thing("a", { size: 1 });
                new Thing("a", { size: 2 });
            },
            { errors: [/Duplicate resource URN 'urn:pulumi:dev::proj::test:index:Thing::a'/] },
        ),
    ),
    story(
        "takes a dependency out of a secret for a dependency too",
        up(
            () => {
                const a = new Thing("a");
                new Thing("b", { ref: pulumi.secret(a.arn) });
            },
            { state: { b: { dependencies: ["a"], propertyDependencies: { ref: ["a"] } } } },
        ),
    ),
    story(
        "deletes two at once that do not need each other, each before what it needs",
        up(() => {
            const a = new Thing("a");
            new Thing("b", { ref: a.arn });
            new Thing("c", { ref: a.arn });
        }),
        destroy({ inOrder: ["delete b", "delete a"], world: {} }),
    ),
    story(
        "follows a dependency that moved to another resource",
        up(() => {
            const a = new Thing("a");
            new Thing("b");
            new Thing("c", { ref: a.arn });
        }),
        up(
            () => {
                const b = new Thing("b");
                new Thing("c", { ref: b.arn });
            },
            {
                steps: "same b, update c, delete a",
                calls: ["update c", "delete a"],
                state: { c: { dependencies: ["b"] } },
            },
        ),
    ),
];
