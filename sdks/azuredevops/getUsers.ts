import * as pulumi from "@pulumi/pulumi";
import type * as inputs from "./types/input";
import type * as outputs from "./types/output";
import { withVersion } from "./utilities";

const token = "azuredevops:index/getUsers:getUsers";

/** What {@link getUsers} looks for. */
export interface GetUsersArgs {
    /** Behaviour of the provider. */
    features?: inputs.GetUsersFeatures;
    /** Directory it comes from. */
    origin?: string;
    /** Id in the directory it comes from. */
    originId?: string;
    /** Name it signs in or is listed with. */
    principalName?: string;
    /** Kinds of descriptors to look for. */
    subjectTypes?: string[];
}

/** What {@link getUsersOutput} looks for. */
export interface GetUsersOutputArgs {
    /** Behaviour of the provider. */
    features?: pulumi.Input<inputs.GetUsersFeaturesArgs>;
    /** Directory it comes from. */
    origin?: pulumi.Input<string>;
    /** Id in the directory it comes from. */
    originId?: pulumi.Input<string>;
    /** Name it signs in or is listed with. */
    principalName?: pulumi.Input<string>;
    /** Kinds of descriptors to look for. */
    subjectTypes?: pulumi.Input<pulumi.Input<string>[]>;
}

/** What {@link getUsers} finds. */
export interface GetUsersResult {
    /** Behaviour of the provider. */
    readonly features?: outputs.GetUsersFeatures;
    /** Id. */
    readonly id: string;
    /** Directory it comes from. */
    readonly origin?: string;
    /** Id in the directory it comes from. */
    readonly originId?: string;
    /** Name it signs in or is listed with. */
    readonly principalName?: string;
    /** Kinds of descriptors to look for. */
    readonly subjectTypes?: string[];
    /** The people. */
    readonly users: outputs.GetUsersUser[];
}

/** People, by name or origin. */
export function getUsers(
    args: GetUsersArgs = {},
    opts?: pulumi.InvokeOptions,
): Promise<GetUsersResult> {
    return pulumi.runtime.invoke(
        token,
        {
            features: args.features,
            origin: args.origin,
            originId: args.originId,
            principalName: args.principalName,
            subjectTypes: args.subjectTypes,
        },
        withVersion(opts),
    );
}

/** People, by name or origin, of what is known later. */
export function getUsersOutput(
    args: GetUsersOutputArgs = {},
    opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetUsersResult> {
    return pulumi.runtime.invokeOutput(
        token,
        {
            features: args.features,
            origin: args.origin,
            originId: args.originId,
            principalName: args.principalName,
            subjectTypes: args.subjectTypes,
        },
        withVersion(opts),
    );
}
