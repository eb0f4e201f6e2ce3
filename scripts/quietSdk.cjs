// What the SDK notes about itself costs more than half of a large program. This leaves out what
// nobody reads; errors of the program keep their traces. GATEHOUSE_SDK_TRACES=1 leaves everything
// as it is, for those who look for a fault in the SDK (`pulumi up --debug`, leaked promises).
// Measured in docs/decisions/002-what-the-sdk-notes.md.
const path = require("node:path");
const { pathToFileURL } = require("node:url");
const log = require("@pulumi/pulumi/log");
const { Resource } = require("@pulumi/pulumi/resource");
const debuggable = require("@pulumi/pulumi/runtime/debuggable");
const v8Hooks = require("@pulumi/pulumi/runtime/closure/v8Hooks");

/**
 * Runs `body` while errors note only so many frames. Without a number V8 notes nothing, and asks nobody to
 * write it down.
 */
function withFrames(limit, body) {
    const before = Error.stackTraceLimit;
    Error.stackTraceLimit = limit;
    try {
        return body();
    } finally {
        Error.stackTraceLimit = before;
    }
}

/** A stack trace on each of some 50 promises a resource, to name those that leak. */
function withoutTraces(debuggablePromise) {
    return (promise, context) => withFrames(undefined, () => debuggablePromise(promise, context));
}

/** The frame that makes a resource, `skip` frames above this function, as V8 has it. */
function maker(skip) {
    const prepare = Error.prepareStackTrace;
    const noted = {};
    Error.prepareStackTrace = (_, frames) => frames;
    try {
        withFrames(skip, () => Error.captureStackTrace(noted, positionAlone));
        return noted.stack.at(skip - 1);
    } finally {
        Error.prepareStackTrace = prepare;
    }
}

/** What `position` finds, by file, line and column of the frame. */
const positions = new Map();

/** Where a resource is made: one frame of thirty, each of which would be looked up in a source map and sent. */
function positionAlone(skip) {
    const frame = maker(skip);
    const file = frame?.getFileName();
    if (!file) return [];
    const key = `${file}:${frame.getLineNumber()}:${frame.getColumnNumber()}`;
    if (!positions.has(key)) positions.set(key, position(frame));
    return positions.get(key);
}

function position(frame) {
    // Who tests something else may have put ours away, or another one in its place.
    const line = (Error.prepareStackTrace ?? plain)(new Error(), [frame]);
    const found = /\n\s*at (?:.*? \()?(.*):(\d+):(\d+)\)?$/.exec(line);
    if (!found || !path.isAbsolute(found[1])) return [];
    return [{ uri: pathToFileURL(found[1]).href, line: +found[2], column: +found[3] }];
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
    Resource.stackTrace = positionAlone;
    // Three or more debug messages a resource, each a call to the engine that the next one waits for.
    log.debug = () => Promise.resolve();
}
