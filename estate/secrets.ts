import type * as pulumi from "@pulumi/pulumi";
import { z } from "zod";

import type { PipelineEstateArgs } from "../components/estate/pipelineEstateArgs";
import { problem, type Problem } from "./problems";
import type { EstateForm } from "./schema";

/** What an estate needs and never holds: secrets of the stack beside it, by their keys there. */
export interface EstateSecrets {
    azureDevOpsAuditPassword?: pulumi.Input<string> | undefined;
}

/** As far as an estate has to be right to need the password. */
const needsPassword = z.looseObject({
    azureDevOps: z.looseObject({ audit: z.looseObject({}) }),
});

/** What a configuration, right or wrong otherwise, needs of a stack's secrets that are not among `keys`. */
export function secretProblems(raw: unknown, keys: readonly string[]): Problem[] {
    const needing = needsPassword.safeParse(raw);
    const key: keyof EstateSecrets = "azureDevOpsAuditPassword";
    const allowed = `an address whose password the stack has: pulumi config set --secret gatehouse:${key}`;
    return needing.success && !keys.includes(key)
        ? [problem(["azureDevOps", "audit"], needing.data.azureDevOps.audit, allowed)]
        : [];
}

/** The estate with the secrets it needs. */
export function withSecrets(
    estate: PipelineEstateArgs,
    { azureDevOps: form }: EstateForm,
    { azureDevOpsAuditPassword: password }: EstateSecrets,
): PipelineEstateArgs {
    const { azureDevOps } = estate;
    return form?.audit && azureDevOps && password !== undefined
        ? { ...estate, azureDevOps: { ...azureDevOps, audit: { ...form.audit, password } } }
        : estate;
}
