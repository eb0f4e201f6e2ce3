import { status } from "@grpc/grpc-js";
import { ServiceError } from "../failures";

const statusOf: Record<number, status> = {
    400: status.INVALID_ARGUMENT,
    403: status.PERMISSION_DENIED,
    404: status.NOT_FOUND,
    409: status.ABORTED,
};

/** A refusal by an AWS service, as its SDK words it. */
export function awsError(
    http: number,
    operation: string,
    code: string,
    message: string,
): ServiceError {
    const text = `operation error ${operation}, https response error StatusCode: ${http}, ${code}: ${message}`;
    return new ServiceError(text, statusOf[http] ?? status.FAILED_PRECONDITION);
}
