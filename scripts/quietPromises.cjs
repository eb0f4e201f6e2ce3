// The SDK notes a stack trace on every promise it makes, to name leaked ones, and
// source-map-support maps each of those traces: half the time of a large program, for text nobody
// reads. This skips the mapping for exactly those traces; errors of the program keep theirs.
// Measured in docs/decisions/002-stack-traces-of-promises.md.
const inner = Error.prepareStackTrace;

/** The SDK's own bookkeeping: `new Error().stack` in runtime/debuggable.js. */
function isPromiseNote(error, frames) {
    return error.message === "" && frames[0]?.getFunctionName() === "debuggablePromise";
}

function plain(error, frames) {
    return [String(error), ...frames.map((frame) => `    at ${frame}`)].join("\n");
}

// PULUMI_DEBUG_PROMISE_LEAKS asks for these very traces.
if (!process.env.PULUMI_DEBUG_PROMISE_LEAKS) {
    Error.prepareStackTrace = (error, frames) =>
        isPromiseNote(error, frames) ? "" : (inner ?? plain)(error, frames);
}
