import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import path from "node:path";
import { before, describe, it } from "mocha";
import { root } from "../support/sandbox";

interface Told {
    readonly sent: number[];
    readonly note?: string;
    readonly context: string;
    readonly own: string;
    readonly limit: number;
    readonly sdkPath: string;
    readonly made: readonly { uri: string; line: number; column: number }[];
    readonly madePlainly: readonly { uri: string; line: number; column: number }[];
}

const probe = `
const vm = require("node:vm");
const { EngineClient } = require("@pulumi/pulumi/proto/engine_grpc_pb");
const settings = require("@pulumi/pulumi/runtime/settings");
require(${JSON.stringify(path.join(root, "scripts", "quietSdk.cjs"))});
const pulumi = require("@pulumi/pulumi");
const { Resource } = require("@pulumi/pulumi/resource");
const sent = [];
EngineClient.prototype.log = (request, answer) => {
    sent.push(request.getSeverity());
    answer();
};
const promise = new Promise((resolve) => setTimeout(resolve, 1));
require("@pulumi/pulumi/runtime/debuggable").debuggablePromise(promise, "a context");
function deep(n) { return n === 0 ? new Error("mine").stack : deep(n - 1); }
const lost = { toString: () => "Stack.initialize (/p/node_modules/@pulumi/resource.ts:1598:22)" };
const stack = Error.prepareStackTrace(new Error("x"), [lost]);
class Base { constructor() { this.made = Resource.stackTrace(4); } }
class Custom extends Base { constructor() { super(); } }
class Team extends Custom { constructor() { super(); } }
const program = "(Team) => { function teams() {\\n    return new Team();\\n} return teams().made; }";
const made = vm.runInThisContext(program, "/p/estate.js")(Team);
const prepare = Error.prepareStackTrace;
Error.prepareStackTrace = undefined;
const madePlainly = vm.runInThisContext(program, "/p/other.js")(Team);
Error.prepareStackTrace = prepare;
settings.resetOptions("project", "stack", 1, "127.0.0.1:1", "", true, "organization");
Promise.all([pulumi.log.debug("d"), pulumi.log.info("i"), pulumi.log.error("e")]).then(() => {
    console.log(JSON.stringify({
        sent, note: promise._debugStackTrace, context: promise._debugCtx, own: deep(12),
        limit: Error.stackTraceLimit, sdkPath: stack, made, madePlainly,
    }));
});
`;

function told(env: NodeJS.ProcessEnv = {}): Told {
    const output = execFileSync(process.execPath, ["-e", probe], {
        cwd: root,
        env: { ...process.env, ...env },
        encoding: "utf8",
    });
    return JSON.parse(output) as Told;
}

const maker = { uri: "file:///p/estate.js", line: 2, column: 12 };

describe("what the SDK notes about itself", () => {
    let quiet: Told;
    before(() => (quiet = told()));

    it("is left out: traces of its promises, its debug messages, and who called those who made a resource", () => {
        const { sent, note, context, made } = quiet;
        assert.deepEqual(sent, [1, 3], "information and errors are sent");
        assert.equal(note, undefined);
        assert.equal(context, "a context", "a leaked promise can still be named");
        assert.deepEqual(made, [maker], "where it was made stays");
    });

    it("finds where a resource was made though nobody prepares traces", () => {
        assert.deepEqual(quiet.madePlainly, [{ ...maker, uri: "file:///p/other.js" }]);
    });

    it("leaves the traces of the program's own errors whole", () => {
        const { own, limit } = quiet;
        assert.equal(own.split("\n").length, 11);
        assert.equal(limit, 10);
    });

    it("names files of the SDK where they are", () => {
        assert.match(quiet.sdkPath, /node_modules\/@pulumi\/pulumi\/resource\.ts:1598:22/);
    });

    for (const name of ["GATEHOUSE_SDK_TRACES", "PULUMI_DEBUG_PROMISE_LEAKS"]) {
        it(`is kept with ${name}=1`, () => {
            const { sent, note, made } = told({ [name]: "1" });
            assert.deepEqual(sent, [0, 1, 3]);
            assert.match(note ?? "", /\n {4}at /);
            assert.deepEqual(made[0], maker);
            assert.equal(made.length > 3, true);
        });
    }
});
