import * as pulumi from "@pulumi/pulumi";
import { withVersion } from "./utilities";

const token = "azuredevops:index/getIdentityUsers:getIdentityUsers";

/** What {@link getIdentityUsers} looks for. */
export interface GetIdentityUsersArgs {
    /** Name. */
    name: string;
    /** What the name is compared with. */
    searchFilter?: string;
}

/** What {@link getIdentityUsersOutput} looks for. */
export interface GetIdentityUsersOutputArgs {
    /** Name. */
    name: pulumi.Input<string>;
    /** What the name is compared with. */
    searchFilter?: pulumi.Input<string>;
}

/** What {@link getIdentityUsers} finds. */
export interface GetIdentityUsersResult {
    /** Descriptor: what permissions and memberships name it by. */
    readonly descriptor: string;
    /** Id. */
    readonly id: string;
    /** Name. */
    readonly name: string;
    /** What the name is compared with. */
    readonly searchFilter?: string;
    /** Descriptor: what permissions name it by. */
    readonly subjectDescriptor: string;
}

/** A person as the identity service knows them. */
export function getIdentityUsers(
    args: GetIdentityUsersArgs,
    opts?: pulumi.InvokeOptions,
): Promise<GetIdentityUsersResult> {
    return pulumi.runtime.invoke(
        token,
        { name: args.name, searchFilter: args.searchFilter },
        withVersion(opts),
    );
}

/** A person as the identity service knows them, of what is known later. */
export function getIdentityUsersOutput(
    args: GetIdentityUsersOutputArgs,
    opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetIdentityUsersResult> {
    return pulumi.runtime.invokeOutput(
        token,
        { name: args.name, searchFilter: args.searchFilter },
        withVersion(opts),
    );
}
