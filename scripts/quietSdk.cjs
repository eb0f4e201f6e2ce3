// What the SDK notes about itself costs more than half of a large program. This leaves out what
// nobody reads; errors of the program keep their traces. GATEHOUSE_SDK_TRACES=1 leaves everything
// as it is, for those who look for a fault in the SDK (`pulumi up --debug`, leaked promises).
// Measured in docs/decisions/002-what-the-sdk-notes.md.
const debuggable = require("@pulumi/pulumi/runtime/debuggable");
const v8Hooks = require("@pulumi/pulumi/runtime/closure/v8Hooks");
const { LogSeverity } = require("@pulumi/pulumi/proto/engine_pb");
const { EngineClient } = require("@pulumi/pulumi/proto/engine_grpc_pb");

/** A stack trace on each of some 50 promises a resource, to name those that leak. */
function withoutTraces(debuggablePromise) {
    return (promise, context) => {
        const limit = Error.stackTraceLimit;
        Error.stackTraceLimit = 0;
        try {
            return debuggablePromise(promise, context);
        } finally {
            Error.stackTraceLimit = limit;
        }
    };
}

/** Three or more debug messages a resource, each a call that the next one waits for. */
function withoutDebug(log) {
    return function (request, callback, ...rest) {
        if (request.getSeverity?.() !== LogSeverity.DEBUG) {
            return log.call(this, request, callback, ...rest);
        }
        setImmediate(callback);
        return undefined;
    };
}

/**
 * The SDK's source maps leave the package's own folder out of its paths. Wrong for a reader, and
 * Node 20 never comes back from colouring "node_modules/@scope/file" (markNodeModules in
 * lib/internal/util/inspect.js): it took 14 s to a string too long, before every error of a program.
 */
function withPackageFolder(stack) {
    if (typeof stack !== "string") return stack;
    return stack.replace(
        /([/\\]node_modules[/\\]@pulumi)(?=[/\\](?:(?:cmd|runtime)[/\\]|[^/\\\s]+:\d))/g,
        "$1/pulumi",
    );
}

function plain(error, frames) {
    return [String(error), ...frames.map((frame) => `    at ${frame}`)].join("\n");
}

/**
 * The SDK turns V8's debugger on, to write functions of the program into other places; this program
 * writes none. With the debugger on, V8 asks at every rejected promise whether somebody will catch it,
 * and looks along every path through the promises that wait for it: in an estate that takes minutes.
 */
function withoutDebugger(session) {
    session.post("Debugger.disable");
}

const inner = Error.prepareStackTrace ?? plain;
Error.prepareStackTrace = (error, frames) => withPackageFolder(inner(error, frames));

v8Hooks.getSessionAsync().then(withoutDebugger, () => undefined);

if (process.env.GATEHOUSE_SDK_TRACES !== "1" && !process.env.PULUMI_DEBUG_PROMISE_LEAKS) {
    debuggable.debuggablePromise = withoutTraces(debuggable.debuggablePromise);
    EngineClient.prototype.log = withoutDebug(EngineClient.prototype.log);
}
