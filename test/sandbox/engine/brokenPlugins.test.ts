import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";
import type { EngineOptions } from "../../../sandbox/engine/api";
import { exportState } from "../../../sandbox/engine";
import { errorsOf, openTestStack, Thing, type TestStack } from "../../support/engineRun";

const listen = `const server = require("node:net").createServer((socket) => {
    socket.on("error", () => {});
    ANSWER
}).listen(0, "127.0.0.1", () => console.log(server.address().port));`;

/** A plugin as a Node script, and what is said about it. */
const broken: Readonly<Record<string, readonly [string, RegExp]>> = {
    "exits at once": [
        `console.error("no license"); process.exit(3);`,
        /plugin plugin\.js ended before it told its port \(exit code 3\):\nno license/,
    ],
    "is no program": [`this is not JavaScript`, /ended before it told its port \(exit code 1\)/],
    "tells no port": [
        `setInterval(() => {}, 1000);`,
        /plugin plugin\.js did not tell its port within 1\.5 s/,
    ],
    "tells something else than a port": [
        `console.log("Hello!"); setInterval(() => {}, 1000);`,
        /told "Hello!" where its port was expected/,
    ],
    "tells a port nobody listens on": [
        `console.log("1"); setInterval(() => {}, 1000);`,
        /could not be configured: .*(ECONNREFUSED|No connection)/,
    ],
    "speaks another protocol": [
        listen.replace("ANSWER", `socket.write("HTTP/1.1 400 Bad Request\\r\\n\\r\\n\\x00\\xff");`),
        /could not be configured: .*(dropped|Protocol error|GOAWAY|No connection|UNAVAILABLE)/i,
    ],
    "hangs up": [
        listen.replace("ANSWER", "socket.destroy();"),
        /could not be configured: .*(dropped|ECONNRESET|No connection|closed)/i,
    ],
    "never answers": [
        listen.replace("ANSWER", ""),
        /could not be configured: the plugin did not answer (Configure|CheckConfig) within 5 s/,
    ],
};

describe("a plugin that does not do its part", () => {
    let stack: TestStack;
    beforeEach(async () => {
        stack = await openTestStack();
        const made = await stack.run("up", () => {
            new Thing("a", { size: 1 });
        });
        assert.ok(made.ok, errorsOf(made));
    });
    afterEach(() => {
        stack.close();
    });

    /** Short where the time limit itself is at stake: whatever else a plugin does may take its time. */
    const limits: Record<string, number> = { "tells no port": 1_500, "never answers": 5_000 };
    const pluginOf = (what: string, script: string): EngineOptions["plugin"] => {
        const file = path.join(stack.dir, "plugin.js");
        fs.writeFileSync(file, script);
        const command = { path: process.execPath, args: [file] };
        const answerLimitMs = limits[what];
        return { packages: ["test"], command, ...(answerLimitMs && { answerLimitMs }) };
    };
    const stateOf = async (): Promise<unknown> => {
        const { resources, pending_operations } = (await exportState(stack.options)).deployment;
        return { resources, pending_operations };
    };

    for (const [what, [script, message]] of Object.entries(broken)) {
        // Without a program of its own the run ends where the plugin fails: destroy and refresh ask it first.
        it(`is told when it ${what}, and the state stays as it was`, async () => {
            const before = await stateOf();
            const options = { plugin: pluginOf(what, script) };
            const said = await stack.run("destroy", undefined, options).then(errorsOf, String);
            assert.match(said, message);
            assert.doesNotMatch(said, /\n\s+at .*sandbox/);
            assert.deepEqual(await stateOf(), before);
            const good = await stack.run("refresh");
            assert.ok(good.ok, errorsOf(good));
            assert.deepEqual(
                good.diagnostics.filter(({ severity }) => severity === "warning"),
                [],
            );
        });
    }
});
