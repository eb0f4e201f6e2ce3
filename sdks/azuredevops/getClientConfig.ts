import * as pulumi from "@pulumi/pulumi";
import { withVersion } from "./utilities";

const token = "azuredevops:index/getClientConfig:getClientConfig";

/** What {@link getClientConfig} finds. */
export interface GetClientConfigResult {
    /** Id. */
    readonly id: string;
    /** Name. */
    readonly name: string;
    /** Address of the organisation. */
    readonly organizationUrl: string;
    /** Id of its owner. */
    readonly ownerId: string;
    /** State of the organisation. */
    readonly status: string;
    /** Tenant the organisation belongs to. */
    readonly tenantId: string;
}

/** The organisation the provider works in. */
export function getClientConfig(opts?: pulumi.InvokeOptions): Promise<GetClientConfigResult> {
    return pulumi.runtime.invoke(token, {}, withVersion(opts));
}

/** The organisation the provider works in. */
export function getClientConfigOutput(
    opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetClientConfigResult> {
    return pulumi.runtime.invokeOutput(token, {}, withVersion(opts));
}
