import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import type { RunResult } from "../../../../sandbox/engine/api";
import {
    managed,
    openCloudStack,
    smallProgram,
    smallProgramMakes,
    standingAs,
    type CloudStack,
} from "../../../support/cloudStack";
import { errorsOf, stepsOf } from "../../../support/engineRun";

describe("runs on a cloud in trouble", function () {
    this.timeout(120_000);
    let stack: CloudStack;
    beforeEach(() => {
        stack = openCloudStack();
    });
    afterEach(() => {
        stack.close();
    });

    /** The run did everything, and state and cloud say the same. */
    function complete(result: RunResult, count = smallProgramMakes): void {
        assert.ok(result.ok, errorsOf(result));
        assert.equal(managed(result).length, count);
        assert.deepEqual(standingAs(stack), managed(result));
    }

    it("survive throttling, timeouts, 5xx and lost answers that end, and say nothing of them", async () => {
        const trouble =
            "throttle:0.4,attempts=3;timeout:0.3,attempts=2;error:0.3,attempts=2;lost:0.6,attempts=2";
        complete(await stack.run("up", trouble));
        complete(await stack.run("refresh", trouble));
        const result = await stack.run("destroy", trouble);
        complete(result, 0);
    });

    it("say clearly when a provider gave up, and go on from there the next time", async () => {
        const result = await stack.run("up", "error:1,types=*variable*,status=500");
        assert.equal(result.ok, false);
        assert.match(
            errorsOf(result),
            /create github:index\/actionsVariable:ActionsVariable: 500 Internal Server Error; the provider gave up after 4 attempts and 3 s of waiting \(emulated fault\)/,
        );
        const made = managed(result);
        assert.deepEqual(standingAs(stack), made);
        const again = await stack.run("up");
        complete(again);
        const created = again.steps.filter(
            ({ op, type }) => op === "create" && !type.startsWith("pulumi:"),
        );
        assert.equal(created.length, smallProgramMakes - made.length);
    });

    it("find a creation whose answer was lost for good in the next up, and make it no second time", async () => {
        const first = await stack.run("up", "lost:1,types=*team*;lost:1,types=*Repository");
        assert.equal(first.ok, false);
        assert.match(errorsOf(first), /no answer within 30 s/);
        assert.ok(standingAs(stack).length > managed(first).length, "something stands unknown");
        const again = await stack.run("up");
        complete(again);
        assert.match(
            again.diagnostics.map(({ message }) => message).join("\n"),
            /after creating it was cut off: it stands, as \w+/,
        );
    });

    it("show what was found in a preview, which plans what the up then does", async () => {
        await stack.run("up", "lost:1,types=*team*");
        const planned = await stack.run("preview");
        assert.match(stepsOf(planned), /same team/);
        const done = await stack.run("up");
        const sorted = (result: RunResult) => stepsOf(result).split(", ").sort();
        assert.deepEqual(sorted(done), sorted(planned));
        complete(done);
    });

    it("leave nothing behind when a destroy follows a creation whose answer was lost", async () => {
        await stack.run("up", "lost:1");
        assert.ok(standingAs(stack).length > 0);
        complete(await stack.run("destroy"), 0);
    });

    it("replace what stands of a lost creation when the program wants another by now", async () => {
        await stack.run("up", "lost:1,types=*ActionsVariable");
        const other = { program: () => Promise.resolve(smallProgram("another")) };
        complete(await stack.run("up", "", other));
        const values = stack.standing().flatMap(({ inputs }) => inputs.value ?? []);
        assert.deepEqual(values, ["another", "another"]);
    });

    it("take what a lost deletion left: nothing", async () => {
        complete(await stack.run("up"));
        const cut = await stack.run("destroy", "lost:1,operations=delete,types=*team*");
        assert.equal(cut.ok, false);
        const again = await stack.run("up");
        complete(again);
        assert.match(stepsOf(again), /create team/);
    });

    it("take a lost update as it stands, whatever the program wants by then", async () => {
        complete(await stack.run("up"));
        const other = { program: () => Promise.resolve(smallProgram("another")) };
        const cut = await stack.run("up", "lost:1,operations=update", other);
        assert.equal(cut.ok, false);
        const back = await stack.run("up");
        complete(back);
        const said = stack.standing().flatMap(({ outputs }) => outputs.description ?? []);
        assert.deepEqual(said, ["a repository", "a repository"]);
    });

    it("keep a resource that was made but not set up, and go on with it", async () => {
        const result = await stack.run("up", "partial:1,types=*team*,runs=1");
        assert.equal(result.ok, false);
        assert.match(errorsOf(result), /it was created, but its setting up failed/);
        assert.ok(managed(result).some((one) => one.startsWith("github:index/team:Team")));
        const again = await stack.run("up", "partial:1,types=*team*,runs=1");
        complete(again);
        assert.match(stepsOf(again), /update team/);
    });

    it("wait for a resource that is slow to show, and say so when it takes too long", async () => {
        complete(await stack.run("up", "slow:1,reads=20"));
        complete(await stack.run("destroy"), 0);
        const result = await stack.run("up", "slow:1,types=*team*,reads=21");
        assert.match(errorsOf(result), /not to be seen after 20 reads/);
        complete(await stack.run("up"));
    });

    it("outlive a plugin that dies before or after the service did its work", async () => {
        for (const when of ["before", "after"]) {
            const result = await stack.run("up", `crash:1,types=*team*,when=${when}`);
            assert.equal(result.ok, false);
            complete(await stack.run("up"));
            complete(await stack.run("destroy"), 0);
        }
    });

    it("meet no fault in a preview, which asks no service", async () => {
        const result = await stack.run("preview", "error:1;crash:1");
        assert.ok(result.ok, errorsOf(result));
    });
});
