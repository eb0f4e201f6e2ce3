import type * as pulumi from "@pulumi/pulumi";

import type { PipelineEstateArgs } from "../components/estate/pipelineEstateArgs";
import { EstateError, problem } from "./problems";
import type { EstateForm } from "./schema";

/** What an estate needs and never holds: secrets of the stack beside it, by their keys there. */
export interface EstateSecrets {
    azureDevOpsAuditPassword?: pulumi.Input<string> | undefined;
}

/**
 * The estate with the secrets it needs.
 *
 * @throws EstateError when the stack does not have one
 */
export function withSecrets(
    estate: PipelineEstateArgs,
    { azureDevOps: form }: EstateForm,
    { azureDevOpsAuditPassword: password }: EstateSecrets,
): PipelineEstateArgs {
    const { azureDevOps } = estate;
    if (!form?.audit || !azureDevOps) {
        return estate;
    }
    if (password === undefined) {
        const allowed =
            "an address whose password the stack has: pulumi config set --secret gatehouse:azureDevOpsAuditPassword";
        throw new EstateError([problem(["azureDevOps", "audit"], form.audit, allowed)]);
    }
    return { ...estate, azureDevOps: { ...azureDevOps, audit: { ...form.audit, password } } };
}
