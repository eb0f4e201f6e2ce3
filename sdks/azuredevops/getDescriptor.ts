import * as pulumi from "@pulumi/pulumi";
import { withVersion } from "./utilities";

const token = "azuredevops:index/getDescriptor:getDescriptor";

/** What {@link getDescriptor} looks for. */
export interface GetDescriptorArgs {
    /** GUID other services know it by. */
    storageKey: string;
}

/** What {@link getDescriptorOutput} looks for. */
export interface GetDescriptorOutputArgs {
    /** GUID other services know it by. */
    storageKey: pulumi.Input<string>;
}

/** What {@link getDescriptor} finds. */
export interface GetDescriptorResult {
    /** Descriptor: what permissions and memberships name it by. */
    readonly descriptor: string;
    /** Id. */
    readonly id: string;
    /** GUID other services know it by. */
    readonly storageKey: string;
}

/** The descriptor of a storage key. */
export function getDescriptor(
    args: GetDescriptorArgs,
    opts?: pulumi.InvokeOptions,
): Promise<GetDescriptorResult> {
    return pulumi.runtime.invoke(token, { storageKey: args.storageKey }, withVersion(opts));
}

/** The descriptor of a storage key, of what is known later. */
export function getDescriptorOutput(
    args: GetDescriptorOutputArgs,
    opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetDescriptorResult> {
    return pulumi.runtime.invokeOutput(token, { storageKey: args.storageKey }, withVersion(opts));
}
