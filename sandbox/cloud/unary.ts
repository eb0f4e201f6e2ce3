import * as grpc from "@grpc/grpc-js";

/** How a call ends that failed, as gRPC tells it. */
export class CallFailure extends Error {
    constructor(
        readonly code: grpc.status,
        readonly details: string,
        readonly metadata = new grpc.Metadata(),
    ) {
        super(details);
    }
}

/** Asks a handler of this server as a caller would; what it fails with is thrown. */
export function asked<Request, Response>(
    handler: grpc.handleUnaryCall<Request, Response>,
    call: grpc.ServerUnaryCall<Request, Response>,
): Promise<Response> {
    return new Promise((resolve, reject) => {
        handler(call, (error, response) => {
            if (response !== null && response !== undefined) resolve(response);
            else {
                const { code, details, metadata }: Partial<grpc.ServerErrorResponse> = error ?? {};
                reject(new CallFailure(code ?? grpc.status.UNKNOWN, details ?? "", metadata));
            }
        });
    });
}

/** Answers a caller with what comes of it. */
export function reply<Response>(
    coming: Promise<Response>,
    callback: grpc.sendUnaryData<Response>,
): void {
    coming.then(
        (response) => {
            callback(null, response);
        },
        (error: unknown) => {
            callback(error instanceof CallFailure ? error : { details: String(error) });
        },
    );
}

/** Type of the resource a URN names, without its parents' types. */
export function urnType(urn: string): string {
    const chain = urn.split("::")[2] ?? "";
    return chain.slice(chain.lastIndexOf("$") + 1);
}
