import * as grpc from "@grpc/grpc-js";
import { Any } from "google-protobuf/google/protobuf/any_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { ErrorResourceInitFailed } from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";

type ServiceError = Partial<grpc.StatusObject>;

class Answer extends Error {
    constructor(readonly status: ServiceError) {
        super(status.details);
    }
}

/** As a client sees it when the provider's process goes away during a call. */
export function lostConnection(): Error {
    return new Answer({ code: grpc.status.UNAVAILABLE, details: "connection lost" });
}

/** The resource stands, but did not get ready: the way providers say so. */
export function notReady(id: string, outputs: Record<string, unknown>): Error {
    const failed = new ErrorResourceInitFailed()
        .setId(id)
        .setProperties(
            Struct.fromJavaScript(outputs as Parameters<typeof Struct.fromJavaScript>[0]),
        )
        .setReasonsList(["still starting"]);
    const detail = new Any();
    detail.pack(failed.serializeBinary(), "pulumirpc.ErrorResourceInitFailed");
    // Clients in Go take no details whose code and words are not those of the call itself.
    const status = new Status().setCode(grpc.status.UNKNOWN).setMessage("not ready");
    status.addDetails(detail);
    const metadata = new grpc.Metadata();
    metadata.add("grpc-status-details-bin", Buffer.from(status.serializeBinary()));
    return new Answer({ code: grpc.status.UNKNOWN, details: "not ready", metadata });
}

export function asServiceError(error: unknown): ServiceError {
    if (error instanceof Answer) return error.status;
    const details = error instanceof Error ? error.message : String(error);
    return { code: grpc.status.UNKNOWN, details };
}
