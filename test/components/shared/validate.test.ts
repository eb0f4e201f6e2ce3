import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import * as pulumi from "@pulumi/pulumi";
import {
    distinct,
    ignoringCase,
    judged,
    oneOf,
    problem,
    refuse,
    text,
    whole,
    type Problem,
} from "../../../components/shared/validate";
import { record, refusal } from "../../support/mocks";

const judgeShort = (value: string): Problem[] => text("key", value, /^.{1,3}$/, "a short text");

/** What awaiting an output throws; the SDK offers it to its own tests only, hence the detour. */
async function failureOf(output: pulumi.Input<unknown>): Promise<Error> {
    const promise = (output as { promise(): Promise<unknown> }).promise();
    return promise.then(
        () => assert.fail("the value was accepted"),
        (error: unknown) => error as Error,
    );
}

function newResource(): pulumi.ComponentResource {
    return new pulumi.ComponentResource("test:index:Thing", "thing");
}

describe("argument checks", () => {
    it("list every problem with path, value and what is allowed, without a stack", async () => {
        const message = await refusal(() => {
            refuse(newResource(), 'Thing "thing"', [
                problem("a", 1, "two"),
                problem("b[0].c", "x", "y"),
            ]);
        });
        assert.equal(
            message,
            'Thing "thing": 2 arguments are not acceptable\n  a: got 1, allowed: two\n  b[0].c: got "x", allowed: y',
        );
    });

    it("say nothing when there is no problem", async () => {
        await record(() => {
            refuse(newResource(), "Thing", []);
        });
    });

    it("shorten long values and name absent ones", () => {
        assert.equal(problem("a", "x".repeat(500), "less").seen.length, 81);
        assert.equal(problem("a", undefined, "something").seen, "nothing");
    });

    it("take whole numbers within their bounds only", () => {
        fc.assert(
            fc.property(fc.integer({ min: -20, max: 120 }), (value) => {
                const fits = value >= 7 && value <= 90;
                assert.equal(whole("days", value, 7, 90).length, fits ? 0 : 1);
            }),
        );
        for (const value of [7.5, "8", Number.NaN, undefined]) {
            assert.equal(whole("days", value, 7, 90).length, 1);
        }
    });

    it("name the choices of an enumeration", () => {
        assert.deepEqual(oneOf("tier", "prod", ["staging", "production"]), [
            { path: "tier", seen: '"prod"', allowed: '"staging" or "production"' },
        ]);
        assert.deepEqual(oneOf("tier", "staging", ["staging", "production"]), []);
    });

    it("point at the value that repeats an earlier one", () => {
        const at = (i: number): string => `list[${i}]`;
        assert.deepEqual(
            distinct(["a", "b", "a"], at, "a name").map(({ path }) => path),
            ["list[2]"],
        );
        assert.equal(distinct(["Web", "web"], at, "a name").length, 0);
        assert.equal(distinct(["Web", "web"], at, "a name", ignoringCase).length, 1);
    });

    it("judge a plain value at once", async () => {
        const problems: Problem[] = [];
        await record(() => {
            assert.equal(judged(newResource(), "Thing", "good", judgeShort, problems), "good");
        });
        assert.deepEqual(problems, [{ path: "key", seen: '"good"', allowed: "a short text" }]);
    });

    it("judge an output when it becomes known", async () => {
        const problems: Problem[] = [];
        const { result } = await record(() =>
            judged(newResource(), "Thing", pulumi.output("long text"), judgeShort, problems),
        );
        const error = await failureOf(result);
        assert.ok(pulumi.ResourceError.isInstance(error));
        assert.match(error.message, /key: got "long text", allowed: a short text/);
        assert.deepEqual(problems, []);
    });

    it("never repeat a secret", async () => {
        const { result } = await record(() =>
            judged(newResource(), "Thing", pulumi.secret("hunter2"), judgeShort, []),
        );
        const error = await failureOf(result);
        assert.match(error.message, /key: got a secret, allowed/);
        assert.doesNotMatch(error.message, /hunter2/);
    });
});
