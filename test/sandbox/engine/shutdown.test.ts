import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { afterEach, beforeEach, describe, it } from "mocha";
import type { EngineOptions } from "../../../sandbox/engine/api";
import {
    calls,
    errorsOf,
    openTestStack,
    Thing,
    type Program,
    type TestStack,
} from "../../support/engineRun";

/** A plugin with a process of its own: it hands everything on to the test provider, and can be made to die. */
const proxy = (port: string): string => `const net = require("node:net");
const server = net.createServer((socket) => {
    const provider = net.connect(${port}, "127.0.0.1");
    provider.pipe(socket);
    socket.on("data", (data) => {
        if (data.includes("die-now")) process.kill(process.pid, "SIGKILL");
        provider.write(data);
    });
    for (const each of [socket, provider]) each.on("error", () => {});
}).listen(0, "127.0.0.1", () => console.log(server.address().port));`;

describe("what the end of a run cuts off", () => {
    let stack: TestStack;
    beforeEach(async () => {
        stack = await openTestStack();
    });
    afterEach(() => {
        stack.close();
    });

    const plugin = (): EngineOptions["plugin"] => {
        const file = path.join(stack.dir, "plugin.js");
        fs.writeFileSync(file, proxy(stack.provider.address.split(":")[1] ?? ""));
        return { packages: ["test"], command: { path: process.execPath, args: [file] } };
    };
    const told: string[] = [];
    /** The errors of the result, and those a screen would have shown. */
    const run = async (program: Program): Promise<string> => {
        told.length = 0;
        const result = await stack.run("up", program, {
            plugin: plugin(),
            onEvent: (event) => {
                if (event.kind === "diagnostic") told.push(event.diagnostic.message);
            },
        });
        assert.equal(result.ok, false);
        return errorsOf(result);
    };

    it("is not told beside what failed: a check the plugin had not answered yet", async () => {
        const errors = await run(() => {
            new Thing("held", { hold: "check" });
            new Thing("bad", { fail: "create" });
            return undefined;
        });
        assert.ok(calls(stack.provider, "check").includes("held"));
        assert.equal(errors, "create was told to fail");
        assert.deepEqual(told, ["create was told to fail"]);
    });

    it("is not told when the program was to answer: a transform under way", async () => {
        const errors = await run(() => {
            const transform: pulumi.ResourceTransform = () => new Promise<never>(() => undefined);
            new Thing("held", {}, { transforms: [transform] });
            new Thing("bad", { fail: "create" });
            return undefined;
        });
        assert.equal(errors, "create was told to fail");
    });

    it("does not hide a plugin that dies by itself", async () => {
        const errors = await run(() => {
            new Thing("held", { hold: "check" });
            new Thing("last", { word: "die-now" });
            return undefined;
        });
        assert.match(errors, /ECONNRESET|dropped|closed/i);
        assert.deepEqual(told, errors.split("\n"));
    });
});
