import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import {
    errorsOf,
    openTestStack,
    stepsOf,
    Thing,
    type Program,
    type TestStack,
} from "../../support/engineRun";

const thing =
    (inputs: object, opts: object = {}): Program =>
    () => {
        new Thing("a", { ...inputs }, opts);
        return undefined;
    };

// Each seen to be so with the real CLI 3.260.
describe("the embedded engine when a program takes over what stands", () => {
    let stack: TestStack;
    beforeEach(async () => {
        stack = await openTestStack();
        stack.provider.standing.set("there", { size: 7 });
    });
    afterEach(() => {
        stack.close();
    });

    it("imports a resource that is as the program says", async () => {
        assert.equal(
            stepsOf(await stack.run("preview", thing({ size: 7 }, { import: "there" }))),
            "import a",
        );
        const result = await stack.run("up", thing({ size: 7 }, { import: "there" }));
        assert.equal(stepsOf(result), "import a");
        const again = await stack.run("up", thing({ size: 7 }, { import: "there" }));
        assert.equal(stepsOf(again), "same a");
    });

    it("imports, then updates, one that the program describes differently", async () => {
        const result = await stack.run("up", thing({ size: 8 }, { import: "there" }));
        assert.ok(result.ok, errorsOf(result));
        assert.equal(stepsOf(result), "import a, update a");
        assert.deepEqual([...stack.provider.standing], [["there", { size: 8 }]]);
    });

    it("keeps what ignoreChanges names as it was found", async () => {
        const opts = { import: "there", ignoreChanges: ["size"] };
        assert.equal(stepsOf(await stack.run("up", thing({ size: 8 }, opts))), "import a");
        assert.deepEqual([...stack.provider.standing], [["there", { size: 7 }]]);
    });

    it("does not replace a resource whose program still says import", async () => {
        await stack.run("up", thing({ size: 7 }, { import: "there" }));
        const wanted = thing({ size: 7, name: "n" }, { import: "there" });
        const planned = await stack.run("preview", wanted);
        assert.ok(planned.ok);
        assert.match(planned.diagnostics[0]?.message ?? "", /may not be replaced.*: name/);
        const result = await stack.run("up", wanted);
        assert.match(errorsOf(result), /may not be replaced.*: name/);
        assert.deepEqual([...stack.provider.standing.keys()], ["there"]);
        assert.equal(stepsOf(await stack.run("up", thing({ size: 7, name: "n" }))), "replace a");
    });

    it("says which resource is not there", async () => {
        const missing = await stack.run("up", thing({}, { import: "nowhere" }));
        assert.match(errorsOf(missing), /'nowhere' does not exist/);
    });

    it("deletes what it made when the program reads another one in its place", async () => {
        await stack.run("up", thing({ size: 1 }));
        const result = await stack.run("up", thing({}, { id: "there" }));
        assert.ok(result.ok, errorsOf(result));
        assert.equal(stepsOf(result), "replace a");
        assert.deepEqual([...stack.provider.standing.keys()], ["there"]);
    });

    it("lets go of what it made when the program reads that very resource", async () => {
        await stack.run("up", thing({ size: 1 }));
        assert.equal(stepsOf(await stack.run("up", thing({}, { id: "id-1" }))), "read a");
        assert.ok((await stack.run("destroy")).ok);
        assert.deepEqual([...stack.provider.standing.keys()], ["there", "id-1"]);
    });

    it("makes its own one in the place of one that was only read", async () => {
        await stack.run("up", thing({}, { id: "there" }));
        const result = await stack.run("up", thing({ size: 1 }));
        assert.equal(stepsOf(result), "replace a");
        assert.deepEqual([...stack.provider.standing.keys()], ["there", "id-1"]);
    });

    it("does not ask the provider for an id that a preview cannot know", async () => {
        const planned = await stack.run("preview", () => {
            const made = new Thing("made");
            const read = new Thing("read", {}, { id: made.arn });
            return { arn: read.arn };
        });
        assert.ok(planned.ok, errorsOf(planned));
        assert.deepEqual(
            stack.provider.calls.filter(({ method }) => method === "read"),
            [],
        );
    });
});
