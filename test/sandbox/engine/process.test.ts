import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";
import { errorsOf, openTestStack, stepsOf, type TestStack } from "../../support/engineRun";

const head = `
const pulumi = require("@pulumi/pulumi");
class Thing extends pulumi.CustomResource {
    constructor(name, inputs, opts) {
        super("test:index:Thing", name, { ...inputs, arn: undefined }, opts);
    }
}
`;

describe("programs in a process of their own", function () {
    this.timeout(120_000);
    let stack: TestStack;
    const write = (program: string): void => {
        fs.writeFileSync(path.join(stack.dir, "index.js"), head + program);
    };

    beforeEach(async () => {
        stack = await openTestStack();
        fs.writeFileSync(
            path.join(stack.dir, "Pulumi.yaml"),
            "name: proj\nruntime: { name: nodejs, options: { typescript: false } }\n",
        );
        fs.writeFileSync(path.join(stack.dir, "package.json"), '{ "main": "index.js" }');
    });
    afterEach(() => {
        stack.close();
    });

    it("runs the project's program with the stack's configuration", async () => {
        write(`
            const config = new pulumi.Config();
            const a = new Thing("a", { size: config.requireNumber("size") });
            module.exports = { arn: a.arn, stack: pulumi.getStack(), limit: config.requireObject("o").x };
        `);
        fs.writeFileSync(
            path.join(stack.dir, "Pulumi.dev.yaml"),
            "config:\n  proj:size: 3\n  proj:o: { x: [1, 2] }\n",
        );
        const { options } = stack;
        const result = await stack.run("up", undefined, { ...options, config: undefined as never });
        assert.ok(result.ok, errorsOf(result));
        assert.equal(stepsOf(result), "create a");
        assert.deepEqual(result.outputs, { arn: "arn:id-1", stack: "dev", limit: [1, 2] });
    });

    it("runs TypeScript as the real language host does", async () => {
        fs.writeFileSync(path.join(stack.dir, "Pulumi.yaml"), "name: proj\nruntime: nodejs\n");
        fs.writeFileSync(path.join(stack.dir, "package.json"), '{ "main": "index.ts" }');
        fs.writeFileSync(
            path.join(stack.dir, "index.ts"),
            "export const answer: number = 42;\nexport const text = `n ${answer}`;\n",
        );
        const result = await stack.run("preview");
        assert.ok(result.ok, errorsOf(result));
        assert.deepEqual(result.outputs, { answer: 42, text: "n 42" });
    });

    it("shows what the program prints, and its error without the engine's own traces", async () => {
        // Without frames of the SDK: Node 20 takes 15 s to colour them (scripts/quietSdk.cjs).
        write(`console.log("hello from the program");
            Error.stackTraceLimit = 3;
            throw new pulumi.RunError("wrong input");`);
        const result = await stack.run("preview");
        assert.equal(result.ok, false);
        assert.equal(errorsOf(result), "wrong input");
        assert.ok(result.diagnostics.some(({ message }) => message === "hello from the program"));
    });

    it("does not take a program that leaves early for a finished one", async () => {
        write(`new Thing("a", {}); module.exports = {};`);
        assert.ok((await stack.run("up")).ok);
        write(`process.exit(0);`);
        const result = await stack.run("up");
        assert.equal(result.ok, false);
        assert.match(errorsOf(result), /without finishing|promises? (was|were) still active/);
        assert.deepEqual([...stack.provider.standing.keys()], ["id-1"]);
    });

    it("tells why a program failed, although a component warned that waits for the failed part", async () => {
        const root = path.join(__dirname, "../../..");
        write(`require("tsx/cjs");
            require(${JSON.stringify(path.join(root, "scripts/quietSdk.cjs"))});
            Error.stackTraceLimit = 3;
            const { warn } = require(${JSON.stringify(path.join(root, "components/shared/messages.ts"))});
            class Group extends pulumi.ComponentResource {
                constructor(opts) {
                    super("test:index:Group", "group", {}, opts);
                    warn("group: it ends soon");
                }
            }
            const refused = pulumi.output(1).apply(() => Promise.reject(new Error("no such thing")));
            new Group({ dependsOn: [new Thing("held", { refused })] });`);
        const result = await stack.run("preview");
        assert.match(errorsOf(result), /no such thing/);
        assert.ok(result.diagnostics.some(({ message }) => message === "group: it ends soon"));
    });

    it("says of a program that failed and told no error that it could not", async () => {
        write(`console.error("from the depths"); process.exitCode = 32;
            process.once("beforeExit", () => process.exit(32));
            module.exports = new Promise(() => {});`);
        const errors = errorsOf(await stack.run("preview"));
        assert.match(errors, /failed and could not say why \(exit code 32\):\nfrom the depths/);
    });

    it("reports a program that dies", async () => {
        write(`process.kill(process.pid, "SIGKILL"); setTimeout(() => {}, 10000);`);
        assert.match(errorsOf(await stack.run("preview")), /ended with signal SIGKILL/);
    });

    it("ends the program when a resource fails", async () => {
        write(`new Thing("a", { fail: "create" }); setInterval(() => {}, 1000);`);
        const result = await stack.run("up");
        assert.equal(result.ok, false);
        assert.match(errorsOf(result), /create was told to fail/);
    });
});
