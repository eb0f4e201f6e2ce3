import * as grpc from "@grpc/grpc-js";

/** How long a plugin may take for its port, and for an answer that needs no cloud. */
export const answerLimitMs = 60_000;

/**
 * Calls a plugin answers from what it knows. The others reach a cloud and take as long as that takes:
 * their time limits are the resource's own.
 */
const immediate: ReadonlySet<string> = new Set([
    "Handshake",
    "Configure",
    "CheckConfig",
    "DiffConfig",
    "Check",
    "Diff",
    "GetPluginInfo",
]);

/** Ends a call that a plugin does not answer, in words that say so. */
export function answerLimit(limitMs: number): grpc.Interceptor {
    return (options, nextCall) => {
        const method = options.method_definition.path.split("/").at(-1) ?? "";
        if (!immediate.has(method)) return new grpc.InterceptingCall(nextCall(options));
        const deadline = Date.now() + limitMs;
        const told = new grpc.ListenerBuilder()
            .withOnReceiveStatus((status, forward) => {
                const late = status.code === grpc.status.DEADLINE_EXCEEDED;
                const details = `the plugin did not answer ${method} within ${limitMs / 1000} s`;
                forward(late ? { ...status, details } : status);
            })
            .build();
        return new grpc.InterceptingCall(nextCall({ ...options, deadline }), {
            start: (metadata, _, next) => {
                next(metadata, told);
            },
        });
    };
}
