import * as pulumi from "@pulumi/pulumi";
import { withVersion } from "./utilities";

const token = "azuredevops:index/getGroupMembership:getGroupMembership";

/** What {@link getGroupMembership} looks for. */
export interface GetGroupMembershipArgs {
    /** Descriptor of the group. */
    groupDescriptor: string;
}

/** What {@link getGroupMembershipOutput} looks for. */
export interface GetGroupMembershipOutputArgs {
    /** Descriptor of the group. */
    groupDescriptor: pulumi.Input<string>;
}

/** What {@link getGroupMembership} finds. */
export interface GetGroupMembershipResult {
    /** Descriptor of the group. */
    readonly groupDescriptor: string;
    /** Id. */
    readonly id: string;
    /** Descriptors of the members. */
    readonly members: string[];
}

/** The members of a group. */
export function getGroupMembership(
    args: GetGroupMembershipArgs,
    opts?: pulumi.InvokeOptions,
): Promise<GetGroupMembershipResult> {
    return pulumi.runtime.invoke(
        token,
        { groupDescriptor: args.groupDescriptor },
        withVersion(opts),
    );
}

/** The members of a group, of what is known later. */
export function getGroupMembershipOutput(
    args: GetGroupMembershipOutputArgs,
    opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetGroupMembershipResult> {
    return pulumi.runtime.invokeOutput(
        token,
        { groupDescriptor: args.groupDescriptor },
        withVersion(opts),
    );
}
