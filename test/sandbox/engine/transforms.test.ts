import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { afterEach, beforeEach, describe, it } from "mocha";
import { exportState } from "../../../sandbox/engine";
import {
    errorsOf,
    Group,
    openTestStack,
    stepsOf,
    Thing,
    type Program,
    type TestStack,
} from "../../support/engineRun";

/** A transform that writes its mark behind those of the transforms before it. */
const mark =
    (text: string): pulumi.ResourceTransform =>
    ({ type, props, opts }) => {
        if (type !== "test:index:Thing") return undefined;
        const marks = (props as { marks?: string }).marks ?? "";
        return { props: { ...props, marks: `${marks}${text}` }, opts };
    };
const program =
    (make: () => Record<string, unknown> | undefined): Program =>
    () =>
        make();

describe("transforms under the embedded engine", () => {
    let stack: TestStack;
    beforeEach(async () => {
        stack = await openTestStack();
    });
    afterEach(() => {
        stack.close();
    });

    it("runs a resource's own, then its ancestors', then the stack's", async () => {
        const result = await stack.run(
            "up",
            program(() => {
                pulumi.runtime.registerResourceTransform(mark("s"));
                const outer = new Group("outer", { transforms: [mark("o")] });
                const inner = new Group("inner", { parent: outer, transforms: [mark("i")] });
                new Thing("a", {}, { parent: inner, transforms: [mark("1"), mark("2")] });
                new Thing("b");
                return undefined;
            }),
        );
        assert.ok(result.ok, errorsOf(result));
        const marks = result.resources.flatMap(({ inputs }) => inputs.marks ?? []).sort();
        assert.deepEqual(marks, ["12ios", "s"]);
    });

    it("changes options, and keeps secrets, unknowns and dependencies", async () => {
        const make = (size: number): Program =>
            program(() => {
                const a = new Thing("a", { name: "x" });
                new Thing(
                    "b",
                    { ref: a.arn, word: pulumi.secret("a-secret-word"), size },
                    {
                        transforms: [
                            ({ props, opts }) => ({
                                props: { ...props, copy: (props as { ref: unknown }).ref },
                                opts: pulumi.mergeOptions(opts, {
                                    ignoreChanges: ["size"],
                                    protect: true,
                                }),
                            }),
                        ],
                    },
                );
                return undefined;
            });
        assert.ok((await stack.run("preview", make(1))).ok);
        const result = await stack.run("up", make(1));
        assert.ok(result.ok, errorsOf(result));
        const { resources = [] } = (await exportState(stack.options)).deployment;
        const b = resources.find(({ urn }) => urn.endsWith("::b"));
        const a = resources.find(({ urn }) => urn.endsWith("::a"));
        assert.equal(b?.protect, true);
        assert.equal(b.inputs?.copy, a?.outputs?.arn);
        assert.deepEqual(b.dependencies, [a?.urn]);
        assert.doesNotMatch(JSON.stringify(b), /a-secret-word/);
        assert.doesNotMatch(stepsOf(await stack.run("up", make(2))), /update/);
    });

    it("changes the arguments of an invoke", async () => {
        const result = await stack.run(
            "up",
            program(() => {
                pulumi.runtime.registerInvokeTransform(({ token, args, opts }) => ({
                    args: { ...args, seen: token },
                    opts,
                }));
                const answer = pulumi.output(pulumi.runtime.invoke("test:index:ask", { a: 1 }));
                return { answer };
            }),
        );
        assert.ok(result.ok, errorsOf(result));
        const { answer } = result.outputs as { answer: Record<string, unknown> };
        assert.deepEqual(answer, { said: "test:index:ask", a: 1, seen: "test:index:ask" });
    });

    it("fails the run when a transform fails, and makes nothing of that resource", async () => {
        const result = await stack.run(
            "up",
            program(() => {
                const broken: pulumi.ResourceTransform = () => {
                    throw new Error("no such size");
                };
                new Thing("a", {}, { transforms: [broken] });
                return undefined;
            }),
        );
        assert.equal(result.ok, false);
        assert.match(errorsOf(result), /no such size/);
        assert.equal(stack.provider.standing.size, 0);
    });
});
