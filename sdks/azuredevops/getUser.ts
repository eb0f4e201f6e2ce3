import * as pulumi from "@pulumi/pulumi";
import { withVersion } from "./utilities";

const token = "azuredevops:index/getUser:getUser";

/** What {@link getUser} looks for. */
export interface GetUserArgs {
    /** Descriptor: what permissions and memberships name it by. */
    descriptor: string;
}

/** What {@link getUserOutput} looks for. */
export interface GetUserOutputArgs {
    /** Descriptor: what permissions and memberships name it by. */
    descriptor: pulumi.Input<string>;
}

/** What {@link getUser} finds. */
export interface GetUserResult {
    /** Descriptor: what permissions and memberships name it by. */
    readonly descriptor: string;
    /** Name that people see. */
    readonly displayName: string;
    /** Where its names come from. */
    readonly domain: string;
    /** Id. */
    readonly id: string;
    /** Address. */
    readonly mailAddress: string;
    /** Directory it comes from. */
    readonly origin: string;
    /** Id in the directory it comes from. */
    readonly originId: string;
    /** Name it signs in or is listed with. */
    readonly principalName: string;
    /** Kind of subject. */
    readonly subjectKind: string;
}

/** A person, by descriptor. */
export function getUser(args: GetUserArgs, opts?: pulumi.InvokeOptions): Promise<GetUserResult> {
    return pulumi.runtime.invoke(token, { descriptor: args.descriptor }, withVersion(opts));
}

/** A person, by descriptor, of what is known later. */
export function getUserOutput(
    args: GetUserOutputArgs,
    opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetUserResult> {
    return pulumi.runtime.invokeOutput(token, { descriptor: args.descriptor }, withVersion(opts));
}
