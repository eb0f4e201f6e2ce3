import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { afterEach, beforeEach, describe, it } from "mocha";
import { EngineError, exportState, outputs } from "../../../sandbox/engine";
import {
    calls,
    errorsOf,
    Group,
    openTestStack,
    stepsOf,
    Thing,
    type TestStack,
} from "../../support/engineRun";

describe("the embedded engine when something goes wrong", () => {
    let stack: TestStack;
    beforeEach(async () => {
        stack = await openTestStack();
    });
    afterEach(() => {
        stack.close();
    });

    it("reports every property a provider refuses, and creates nothing", async () => {
        const result = await stack.run("up", () => {
            new Thing("a", { bad: 1, worse: 2 });
            return undefined;
        });
        assert.equal(result.ok, false);
        assert.match(errorsOf(result), /invalid properties:\n {2}bad: .*\n {2}worse: /);
        assert.equal(stack.provider.standing.size, 0);
    });

    it("ends although a resource waits for one whose inputs never come", async () => {
        const result = await stack.run("up", () => {
            const refused = pulumi.output("x").apply((): string => {
                throw new Error("refused when it became known");
            });
            const a = new Thing("a", { refused });
            new Thing("b", { ref: a.arn });
            return undefined;
        });
        assert.equal(result.ok, false);
        assert.match(errorsOf(result), /refused when it became known/);
        assert.equal(stack.provider.standing.size, 0);
    });

    it("ends a preview in which others wait for a refused resource, and plans all the rest", async () => {
        const result = await stack.run("preview", () => {
            const refused = ["a", "b"].map((name) => new Thing(name, { bad: 1 }));
            const waiting = new Thing("waiting", { refs: refused.map(({ arn }) => arn) });
            new Thing("last", {}, { dependsOn: waiting });
            let previous = new Thing("free-0");
            for (let i = 1; i < 8; i++) previous = new Thing(`free-${i}`, { ref: previous.arn });
            return { arn: waiting.arn };
        });
        assert.equal(result.ok, false);
        const messages = errorsOf(result).match(/::[ab] has invalid properties/g);
        assert.deepEqual(messages?.sort(), [
            "::a has invalid properties",
            "::b has invalid properties",
        ]);
        const free = Array.from({ length: 8 }, (_, i) => `create free-${i}`);
        assert.equal(stepsOf(result), free.join(", "));
    });

    it("keeps what was made before a failure and completes it on the next run", async () => {
        const program = (fail: string | undefined) => (): undefined => {
            const a = new Thing("a", {});
            new Thing("b", { ref: a.arn, ...(fail === undefined ? {} : { fail }) });
            return undefined;
        };
        const failed = await stack.run("up", program("create"));
        assert.equal(failed.ok, false);
        assert.match(errorsOf(failed), /create was told to fail/);
        const completed = await stack.run("up", program(undefined));
        assert.ok(completed.ok, errorsOf(completed));
        assert.equal(stepsOf(completed), "same a, create b");
        assert.deepEqual([...stack.provider.standing.keys()], ["id-1", "id-2"]);
    });

    it("deletes nothing when the program failed", async () => {
        await stack.run("up", () => {
            new Thing("a", {});
            return undefined;
        });
        const result = await stack.run("up", () => {
            throw new Error("the program is broken");
        });
        assert.equal(result.ok, false);
        assert.match(errorsOf(result), /the program is broken/);
        assert.doesNotMatch(errorsOf(result), /\n\s+at /, "a stack trace was shown");
        assert.deepEqual([...stack.provider.standing.keys()], ["id-1"]);
    });

    it("goes on deleting after a failed deletion was mended", async () => {
        await stack.run("up", () => {
            const a = new Thing("a", {});
            new Thing("b", { ref: a.arn, fail: "delete" });
            return undefined;
        });
        const blocked = await stack.run("destroy");
        assert.equal(blocked.ok, false);
        assert.match(errorsOf(blocked), /delete was told to fail/);
        assert.equal(stack.provider.standing.size, 2, "what b needs went before b");
        await stack.run("up", () => {
            const a = new Thing("a", {});
            new Thing("b", { ref: a.arn });
            return undefined;
        });
        assert.ok((await stack.run("destroy")).ok);
        assert.equal(stack.provider.standing.size, 0);
    });

    it("destroys dependents before what they need, and leaves an empty state", async () => {
        await stack.run("up", () => {
            const a = new Thing("a", {});
            const b = new Thing("b", { ref: a.arn });
            const group = new Group("g");
            new Thing("c", {}, { dependsOn: [b], parent: group });
            return undefined;
        });
        const result = await stack.run("destroy");
        assert.ok(result.ok, errorsOf(result));
        assert.deepEqual(calls(stack.provider, "delete"), ["c", "b", "a"]);
        assert.deepEqual(result.resources, []);
    });

    it("ends when a promise of the program fails, although others depend on it", async () => {
        const result = await stack.run("up", () => {
            const refused = pulumi
                .output(1)
                .apply(() => Promise.reject(new Error("not acceptable")));
            const group = new Group("group");
            const a = new Thing("a", { refused }, { parent: group });
            new Thing("b", { ref: a.arn }, { dependsOn: a });
            return { arn: a.arn };
        });
        assert.equal(result.ok, false);
        assert.match(errorsOf(result), /not acceptable/);
        assert.equal(stack.provider.standing.size, 0);
    });

    it("refuses two resources of one URN", async () => {
        const result = await stack.run("up", () => {
            new Thing("a", {});
            new Thing("a", {});
            return undefined;
        });
        assert.match(errorsOf(result), /Duplicate resource URN/);
    });

    it("refuses, by name, a package the sandbox does not emulate", async () => {
        const result = await stack.run("up", () => {
            new Thing("a", {}, {}, "gcp:storage:Bucket");
            return undefined;
        });
        assert.match(errorsOf(result), /package "gcp".* is not emulated; .*: test/);
    });

    it("finds drift and repairs it with the next up", async () => {
        const program = (): undefined => {
            const a = new Thing("a", { size: 1 });
            new Thing("b", {}, { dependsOn: [a] });
            return undefined;
        };
        await stack.run("up", program);
        stack.provider.standing.set("id-1", { size: 5 });
        stack.provider.standing.delete("id-2");
        const refreshed = await stack.run("refresh");
        assert.ok(refreshed.ok, errorsOf(refreshed));
        assert.equal(stepsOf(refreshed), "refresh a, delete b");
        const repaired = await stack.run("up", program);
        assert.equal(stepsOf(repaired), "update a, create b");
        assert.deepEqual(stack.provider.standing.get("id-1"), { size: 1 });
    });

    it("stops with the work in flight recorded when it is cancelled", async () => {
        const controller = new AbortController();
        const result = await stack.run(
            "up",
            () => {
                const a = new Thing("a", {});
                a.arn.apply(() => {
                    controller.abort();
                });
                new Thing("b", { ref: a.arn.apply((arn) => later(arn)) });
                return undefined;
            },
            { signal: controller.signal },
        );
        assert.equal(result.ok, false);
        assert.match(errorsOf(result), /cancelled/);
        assert.ok(result.resources.some(({ id }) => id === "id-1"));
    });

    it("never shows a secret: not in results, messages, events or the state file", async () => {
        const hidden = "a-very-secret-token";
        const heard: string[] = [];
        const program = (): Record<string, unknown> => {
            const a = new Thing("a", { token: pulumi.secret(hidden) });
            new Thing("b", { note: a.key }, { additionalSecretOutputs: ["arn"] });
            // Before the engine has the secret, and after.
            void pulumi.log.warn(`early: ${hidden}`);
            a.id.apply(() => pulumi.log.warn(`careless: ${hidden}`));
            return { token: pulumi.secret(hidden), key: a.key };
        };
        const onEvent = (event: unknown): void => {
            heard.push(JSON.stringify(event));
        };
        const result = await stack.run("up", program, { onEvent });
        assert.ok(result.ok, errorsOf(result));
        assert.deepEqual(result.outputs, { token: "[secret]", key: "[secret]" });
        assert.deepEqual(await outputs(stack.options), { token: "[secret]", key: "[secret]" });
        const files = fs
            .readdirSync(path.join(stack.dir, "state"), { recursive: true, encoding: "utf8" })
            .map((file) => path.join(stack.dir, "state", file))
            .filter((file) => fs.statSync(file).isFile())
            .map((file) => fs.readFileSync(file, "utf8"));
        const exported = JSON.stringify(await exportState(stack.options));
        const everything = [JSON.stringify(result), exported, ...files, ...heard].join("\n");
        assert.doesNotMatch(everything, /a-very-secret-token|key-of-test/);
        assert.match(everything, /early: \[secret\]/);
        assert.match(everything, /careless: \[secret\]/);
        assert.match(exported, /ciphertext/);
    });

    it("does not open a state under another passphrase", async () => {
        await stack.run("up", () => ({ token: pulumi.secret("a-very-secret-token") }));
        await assert.rejects(
            stack.run("preview", () => undefined, { passphrase: "another" }),
            (error) => error instanceof EngineError && error.message.includes("passphrase"),
        );
    });
});

function later(value: string): Promise<string> {
    return new Promise((resolve) => setTimeout(resolve, 200, value));
}
