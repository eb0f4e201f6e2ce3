import { status } from "@grpc/grpc-js";

/** A refusal by an emulated service, in the words the service would use. */
export class ServiceError extends Error {
    constructor(
        message: string,
        readonly code: status = status.UNKNOWN,
    ) {
        super(`${message} (emulated)`);
        this.name = "ServiceError";
    }
}

const armStatus: Record<number, status> = {
    400: status.INVALID_ARGUMENT,
    404: status.NOT_FOUND,
    409: status.ABORTED,
};

/** A refusal by Azure Resource Manager. */
export function armError(http: number, code: string, message: string): ServiceError {
    const text = `Status=${http} Code=${JSON.stringify(code)} Message=${JSON.stringify(message)}`;
    return new ServiceError(text, armStatus[http] ?? status.FAILED_PRECONDITION);
}

const restStatus: Record<number, status> = {
    404: status.NOT_FOUND,
    409: status.ABORTED,
    422: status.INVALID_ARGUMENT,
};

/** A refusal by GitHub's REST API. */
export function githubError(http: number, request: string, message: string): ServiceError {
    const code = restStatus[http] ?? status.FAILED_PRECONDITION;
    return new ServiceError(`${request}: ${http} ${message} []`, code);
}

/** A refusal by Azure DevOps Services; the message begins with its code where it has one. */
export function azureDevOpsError(http: number, message: string): ServiceError {
    return new ServiceError(message, restStatus[http] ?? status.FAILED_PRECONDITION);
}
