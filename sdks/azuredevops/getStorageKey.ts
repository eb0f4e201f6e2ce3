import * as pulumi from "@pulumi/pulumi";
import { withVersion } from "./utilities";

const token = "azuredevops:index/getStorageKey:getStorageKey";

/** What {@link getStorageKey} looks for. */
export interface GetStorageKeyArgs {
    /** Descriptor: what permissions and memberships name it by. */
    descriptor: string;
}

/** What {@link getStorageKeyOutput} looks for. */
export interface GetStorageKeyOutputArgs {
    /** Descriptor: what permissions and memberships name it by. */
    descriptor: pulumi.Input<string>;
}

/** What {@link getStorageKey} finds. */
export interface GetStorageKeyResult {
    /** Descriptor: what permissions and memberships name it by. */
    readonly descriptor: string;
    /** Id. */
    readonly id: string;
    /** GUID other services know it by. */
    readonly storageKey: string;
}

/** The storage key of a descriptor. */
export function getStorageKey(
    args: GetStorageKeyArgs,
    opts?: pulumi.InvokeOptions,
): Promise<GetStorageKeyResult> {
    return pulumi.runtime.invoke(token, { descriptor: args.descriptor }, withVersion(opts));
}

/** The storage key of a descriptor, of what is known later. */
export function getStorageKeyOutput(
    args: GetStorageKeyOutputArgs,
    opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetStorageKeyResult> {
    return pulumi.runtime.invokeOutput(token, { descriptor: args.descriptor }, withVersion(opts));
}
