import * as grpc from "@grpc/grpc-js";
import { ErrorResourceInitFailed } from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import type { ProviderResult } from "./providerTypes";
import { errorText, isServiceError } from "./rpc";
import { fromStruct } from "./struct";

/**
 * What a provider says of a resource that it made, changed or found, but that did not get ready: it
 * stands, and so belongs into the state, although the call failed. Undefined for any other error.
 */
export function initFailure(error: unknown): ProviderResult | undefined {
    if (!isServiceError(error)) return undefined;
    const metadata = error.metadata as grpc.Metadata | undefined;
    for (const binary of metadata?.get("grpc-status-details-bin") ?? []) {
        if (typeof binary === "string") continue;
        for (const detail of Status.deserializeBinary(binary).getDetailsList()) {
            if (!detail.getTypeUrl().endsWith("/pulumirpc.ErrorResourceInitFailed")) continue;
            const failed = ErrorResourceInitFailed.deserializeBinary(detail.getValue_asU8());
            const reasons = failed.getReasonsList();
            return {
                id: failed.getId(),
                outputs: fromStruct(failed.getProperties()),
                inputs: fromStruct(failed.getInputs()),
                initErrors: reasons.length > 0 ? reasons : [errorText(error)],
            };
        }
    }
    return undefined;
}

/** For the user: the resource is in the state, the next run goes on with it. */
export function notReady(urn: string, reasons: readonly string[]): Error {
    return new Error([`${urn} is there but did not get ready:`, ...reasons].join("\n  "));
}

const lost: ReadonlySet<number> = new Set([
    grpc.status.UNAVAILABLE,
    grpc.status.CANCELLED,
    grpc.status.DEADLINE_EXCEEDED,
]);

/** Whether the provider may have done what it was asked for all the same: it could not answer. */
export function outcomeUnknown(error: unknown): boolean {
    return isServiceError(error) && lost.has(error.code);
}
