import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { afterEach, beforeEach, describe, it } from "mocha";
import type { RunResult } from "../../../../sandbox/engine/api";
import {
    calls,
    errorsOf,
    Group,
    openTestStack,
    stepsOf,
    Thing,
    type TestStack,
} from "../../../support/engineRun";

type Program = Parameters<TestStack["run"]>[1];

describe("an up held to its reviewed preview", () => {
    let stack: TestStack;
    let plan: string;
    beforeEach(async () => {
        stack = await openTestStack();
        plan = path.join(stack.dir, "plans", "reviewed.json");
    });
    afterEach(() => {
        stack.close();
    });

    const things = (more: Record<string, unknown> = {}): Program => {
        return () => {
            const a = new Thing("a", { size: 1, tags: { owner: "x" }, ...more });
            new Thing("b", { of: a.arn, token: pulumi.secret("a-secret-token") });
        };
    };
    const deploy = async (program: Program): Promise<void> => {
        const result = await stack.run("up", program);
        assert.ok(result.ok, errorsOf(result));
    };
    const review = async (program: Program): Promise<void> => {
        const result = await stack.run("preview", program, { savePlan: plan });
        assert.ok(result.ok, errorsOf(result));
    };
    const held = (program: Program): Promise<RunResult> => stack.run("up", program, { plan });
    const refused = (result: RunResult, ...messages: RegExp[]): void => {
        assert.equal(result.ok, false);
        for (const message of messages) assert.match(errorsOf(result), message);
        assert.match(errorsOf(result), /not what the plan of .* says[^]*Preview again/);
    };
    const changing = (): number =>
        ["create", "update", "delete"].flatMap((method) => calls(stack.provider, method)).length;

    it("does what the plan says, values not known when planned included", async () => {
        await review(things());
        const made = await held(things());
        assert.ok(made.ok, errorsOf(made));
        assert.equal(stepsOf(made), "create a, create b");
        await review(things({ name: "new" }));
        const replaced = await held(things({ name: "new" }));
        assert.ok(replaced.ok, errorsOf(replaced));
        assert.equal(stepsOf(replaced), "replace a, update b");
    });

    it("takes a step that turned out to be less than planned", async () => {
        const first = { fixed: "x" };
        await deploy(() => {
            const a = new Thing("a", { size: 1 });
            new Thing("b", { of: a.arn.apply((arn) => (arn === "" ? "y" : "x")), ...first });
        });
        const program: Program = () => {
            const a = new Thing("a", { size: 1, name: "other" });
            new Thing("b", { of: a.arn.apply((arn) => (arn === "" ? "y" : "x")), ...first });
        };
        await review(program);
        const result = await held(program);
        assert.ok(result.ok, errorsOf(result));
        assert.equal(stepsOf(result), "replace a, same b");
    });

    it("stops before a resource whose input changed, naming the property and both values", async () => {
        await deploy(things());
        await review(things({ size: 2 }));
        const before = changing();
        refused(
            await held(things({ size: 3, tags: { owner: "y" } })),
            /::a: inputs\.size: planned 2, now 3/,
            /::a: inputs\.tags\.owner: planned "x", now "y"/,
        );
        assert.equal(changing(), before);
    });

    it("stops before a step of another kind", async () => {
        await deploy(things());
        await review(things({ size: 2 }));
        refused(await held(things({ size: 2, name: "n" })), /has update, now it is replace/);
    });

    it("stops at a changed secret without telling it", async () => {
        await deploy(things());
        await review(things({ token: pulumi.secret("the-first-secret") }));
        const result = await held(things({ token: pulumi.secret("another-secret") }));
        refused(result, /::a: inputs\.token: the secret is another one/);
        const text = fs.readFileSync(plan, "utf8");
        assert.doesNotMatch(text + errorsOf(result), /the-first-secret|another-secret|a-secret/);
    });

    it("stops before a resource the plan does not have", async () => {
        await review(things());
        const program: Program = () => {
            new Thing("stranger");
        };
        refused(await held(program), /::stranger: create is not in the plan/);
        assert.equal(stack.provider.standing.size, 0);
    });

    it("stops before deletions when something planned is missing", async () => {
        await deploy(things());
        await review(things());
        const result = await held(() => {
            new Thing("a", { size: 1, tags: { owner: "x" } });
        });
        refused(result, /::b: the program no longer has it/, /::b: delete is not in the plan/);
        assert.deepEqual(calls(stack.provider, "delete"), []);
    });

    it("stops when the state changed since the review", async () => {
        await deploy(things());
        await review(things({ size: 5 }));
        await deploy(things({ size: 4 }));
        refused(await held(things({ size: 5 })), /state changed since .*: inputs\.size, outputs/);
    });

    it("stops at another option: protect, parent, dependencies", async () => {
        await deploy(things());
        await review(things());
        const result = await held(() => {
            const a = new Thing("a", { size: 1, tags: { owner: "x" } }, { protect: true });
            new Thing("b", { of: a.arn, token: pulumi.secret("a-secret-token") });
        });
        refused(result, /::a: protect: planned nothing, now true/);
    });

    it("deletes what the plan deletes, and only from the state it was made for", async () => {
        await deploy(things());
        const empty: Program = () => undefined;
        await review(empty);
        const result = await held(empty);
        assert.ok(result.ok, errorsOf(result));
        assert.equal(stepsOf(result), "delete b, delete a");
        const again = await held(empty);
        refused(again, /::a: the plan has delete, now it is not there/);
    });

    it("lets a preview name every drift at once", async () => {
        await deploy(things());
        await review(things({ size: 2 }));
        const result = await stack.run(
            "preview",
            () => {
                new Thing("a", { size: 3, tags: { owner: "x" } });
                new Thing("c");
            },
            { plan },
        );
        refused(
            result,
            /::a: inputs\.size: planned 2, now 3/,
            /::b: the plan has same, now it is delete/,
            /::c: create is not in the plan/,
        );
    });

    it("does every kind of step a plan can hold", async () => {
        const before: Program = () => {
            const first = new Thing("first", { place: "p" });
            new Thing("second", { name: first.arn });
            new Thing("third", { size: 1 });
            new Group("group");
        };
        await deploy(before);
        stack.provider.standing.set("by-hand", { size: 7 });
        const after: Program = () => {
            const first = new Thing("first", { place: "q" });
            new Thing("second", { name: first.arn });
            new Thing("imported", { size: 7 }, { import: "by-hand" });
            new Thing("read", {}, { id: "by-hand" });
            const group = new Group("group");
            new Thing(
                "renamed",
                { size: 1 },
                { parent: group, aliases: [{ name: "third", parent: pulumi.rootStackResource }] },
            );
        };
        await review(after);
        const result = await held(after);
        assert.ok(result.ok, errorsOf(result));
        const kinds = new Set(result.steps.map(({ op }) => op));
        assert.deepEqual([...kinds].sort(), ["import", "read", "replace", "same"]);
        await review(after);
        const again = await held(after);
        assert.ok(again.ok, errorsOf(again));
    });

    it("saves no plan of a preview that failed", async () => {
        await deploy(() => {
            new Thing("a", {}, { protect: true });
        });
        const result = await stack.run("preview", () => undefined, { savePlan: plan });
        assert.equal(result.ok, false);
        assert.equal(fs.existsSync(plan), false);
    });
});
