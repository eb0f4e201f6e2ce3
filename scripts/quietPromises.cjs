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

// PULUMI_DEBUG_PROMISE_LEAKS asks for these very traces.
const notesWanted = Boolean(process.env.PULUMI_DEBUG_PROMISE_LEAKS);

Error.prepareStackTrace = (error, frames) =>
    !notesWanted && isPromiseNote(error, frames)
        ? ""
        : withPackageFolder((inner ?? plain)(error, frames));
