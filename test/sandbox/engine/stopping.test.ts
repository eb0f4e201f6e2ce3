import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { afterEach, beforeEach, describe, it } from "mocha";
import { exportState } from "../../../sandbox/engine";
import {
    calls,
    errorsOf,
    Group,
    openTestStack,
    Thing,
    type TestStack,
} from "../../support/engineRun";

describe("the embedded engine when a run stops early, or has little room", () => {
    let stack: TestStack;
    beforeEach(async () => {
        stack = await openTestStack();
    });
    afterEach(() => {
        stack.close();
    });

    it("begins nothing that was still waiting for its turn when a resource failed", async () => {
        const program = (): undefined => {
            for (let i = 0; i < 30; i++) new Thing(`thing-${i}`, { fail: "create" });
        };
        const result = await stack.run("up", program, { parallel: 2 });
        assert.equal(result.ok, false);
        assert.match(errorsOf(result), /create was told to fail/);
        const begun = calls(stack.provider, "create").length;
        assert.ok(begun >= 1 && begun <= 2, `${begun} were begun`);
        assert.equal(stack.provider.standing.size, 0);
    });

    it("has every resource that stands in its state after a failure among many", async () => {
        const program = (): undefined => {
            for (let i = 0; i < 20; i++) new Thing(`thing-${i}`, i === 9 ? { fail: "create" } : {});
        };
        const result = await stack.run("up", program, { parallel: 4 });
        assert.equal(result.ok, false);
        const { deployment } = await exportState(stack.options);
        const ids = (deployment.resources ?? [])
            .filter(({ type }) => type === "test:index:Thing")
            .map(({ id }) => id);
        assert.deepEqual(ids.sort(), [...stack.provider.standing.keys()].sort());
        assert.deepEqual(deployment.pending_operations ?? [], []);
    });

    it("reads the first resource of a package with room for one operation only", async () => {
        const made = await stack.run("up", () => {
            new Thing("a");
        });
        assert.ok(made.ok, errorsOf(made));
        const [id = ""] = [...stack.provider.standing.keys()];
        await stack.run(
            "preview",
            () => {
                new Thing("b", {}, { id });
            },
            { parallel: 1 },
        );
        assert.deepEqual(calls(stack.provider, "read"), ["b"]);
    });

    for (const kind of ["preview", "up"] as const) {
        it(`ends a ${kind} whose program throws at once, with resources and a component under way`, async () => {
            const result = await stack.run(kind, () => {
                const a = new Thing("a");
                const group = new Group("group", { dependsOn: a });
                new Thing("b", { ref: a.arn }, { parent: group });
                throw new TypeError("an argument is missing");
            });
            assert.equal(result.ok, false);
            assert.equal(errorsOf(result), "an argument is missing");
        });
    }

    it("tells what the program said as soon as it is cancelled, while the program still hangs", async () => {
        const controller = new AbortController();
        const told: string[] = [];
        const program = (): undefined => {
            void pulumi.log.info("about to hang").then(() => {
                controller.abort();
                told.push("(aborted)");
            });
            new Thing("z", { never: new Promise(() => undefined) });
        };
        const result = await stack.run("preview", program, {
            signal: controller.signal,
            onEvent: (event) => {
                if (event.kind === "diagnostic") told.push(event.diagnostic.message);
            },
        });
        assert.equal(result.ok, false);
        assert.deepEqual(told, ["about to hang", "the run was cancelled", "(aborted)"]);
    });

    for (const kind of ["preview", "up", "destroy", "refresh"] as const) {
        it(`does nothing in a ${kind} that was cancelled before it began`, async () => {
            const program = (): undefined => {
                new Thing("a");
            };
            await stack.run("up", program);
            const standing = [...stack.provider.standing.keys()];
            const changing = ["create", "update", "delete", "read"];
            const before = stack.provider.calls.filter((c) => changing.includes(c.method)).length;
            const signal = AbortSignal.abort();
            const result = await stack.run(
                kind,
                () => {
                    new Thing("z");
                },
                { signal },
            );
            assert.equal(result.ok, false);
            assert.match(errorsOf(result), /cancelled/);
            assert.deepEqual([...stack.provider.standing.keys()], standing);
            if (kind !== "preview") {
                const now = stack.provider.calls.filter((c) => changing.includes(c.method)).length;
                assert.equal(now, before);
            }
        });
    }

    it("leaves no journal behind when a policy pack does not start", async () => {
        const pack = path.join(stack.dir, "no-pack");
        fs.mkdirSync(pack);
        fs.writeFileSync(path.join(pack, "PulumiPolicy.yaml"), "runtime: nodejs\n");
        await assert.rejects(
            stack.run(
                "up",
                () => {
                    new Thing("a");
                },
                { policyPacks: [{ path: pack }] },
            ),
        );
        const result = await stack.run("up", () => {
            new Thing("a");
        });
        assert.ok(result.ok, errorsOf(result));
        assert.deepEqual(
            result.diagnostics.filter(({ severity }) => severity === "warning"),
            [],
        );
    });
});
