import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import path from "node:path";
import { describe, it } from "mocha";
import { root } from "../support/sandbox";

interface Told {
    readonly sent: number[];
    readonly answered: number;
    readonly note: string;
    readonly context: string;
    readonly own: string;
    readonly limit: number;
    readonly sdkPath: string;
}

const probe = `
const { LogRequest, LogSeverity } = require("@pulumi/pulumi/proto/engine_pb");
const { EngineClient } = require("@pulumi/pulumi/proto/engine_grpc_pb");
const sent = [];
let answered = 0;
EngineClient.prototype.log = (request) => sent.push(request.getSeverity());
require(${JSON.stringify(path.join(root, "scripts", "quietSdk.cjs"))});
for (const severity of [LogSeverity.DEBUG, LogSeverity.INFO, LogSeverity.ERROR]) {
    const request = new LogRequest();
    request.setSeverity(severity);
    EngineClient.prototype.log(request, () => answered++);
}
const pulumi = require("@pulumi/pulumi");
const promise = new Promise((resolve) => setTimeout(resolve, 1));
require("@pulumi/pulumi/runtime/debuggable").debuggablePromise(promise, "a context");
function deep(n) { return n === 0 ? new Error("mine").stack : deep(n - 1); }
const lost = { toString: () => "Stack.initialize (/p/node_modules/@pulumi/resource.ts:1598:22)" };
const stack = Error.prepareStackTrace(new Error("x"), [lost]);
// An immediate comes after those that were asked for before, however long the start took.
setTimeout(() => setImmediate(() => {
    console.log(JSON.stringify({
        sent, answered, note: promise._debugStackTrace, context: promise._debugCtx, own: deep(12),
        limit: Error.stackTraceLimit, sdkPath: stack,
    }));
}), 10);
`;

function told(env: NodeJS.ProcessEnv = {}): Told {
    const output = execFileSync(process.execPath, ["-e", probe], {
        cwd: root,
        env: { ...process.env, ...env },
        encoding: "utf8",
    });
    return JSON.parse(output) as Told;
}

describe("what the SDK notes about itself", () => {
    it("is left out: traces of its promises, and its debug messages", () => {
        const { sent, answered, note, context } = told();
        assert.deepEqual(sent, [1, 3], "information and errors are sent");
        assert.equal(answered, 1, "a message left out is answered, or the SDK would wait for it");
        assert.equal(note.includes("\n"), false);
        assert.equal(context, "a context", "a leaked promise can still be named");
    });

    it("leaves the traces of the program's own errors whole", () => {
        const { own, limit } = told();
        assert.equal(own.split("\n").length, 11);
        assert.equal(limit, 10);
    });

    it("names files of the SDK where they are", () => {
        assert.match(told().sdkPath, /node_modules\/@pulumi\/pulumi\/resource\.ts:1598:22/);
    });

    for (const name of ["GATEHOUSE_SDK_TRACES", "PULUMI_DEBUG_PROMISE_LEAKS"]) {
        it(`is kept with ${name}=1`, () => {
            const { sent, note } = told({ [name]: "1" });
            assert.deepEqual(sent, [0, 1, 3]);
            assert.match(note, /\n {4}at /);
        });
    }
});
