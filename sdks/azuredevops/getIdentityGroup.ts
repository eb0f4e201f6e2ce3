import * as pulumi from "@pulumi/pulumi";
import { withVersion } from "./utilities";

const token = "azuredevops:index/getIdentityGroup:getIdentityGroup";

/** What {@link getIdentityGroup} looks for. */
export interface GetIdentityGroupArgs {
    /** Name. */
    name: string;
    /** Id of the project. */
    projectId: string;
}

/** What {@link getIdentityGroupOutput} looks for. */
export interface GetIdentityGroupOutputArgs {
    /** Name. */
    name: pulumi.Input<string>;
    /** Id of the project. */
    projectId: pulumi.Input<string>;
}

/** What {@link getIdentityGroup} finds. */
export interface GetIdentityGroupResult {
    /** Descriptor: what permissions and memberships name it by. */
    readonly descriptor: string;
    /** Id. */
    readonly id: string;
    /** Name. */
    readonly name: string;
    /** Id of the project. */
    readonly projectId: string;
    /** Descriptor: what permissions name it by. */
    readonly subjectDescriptor: string;
}

/** A group as the identity service knows it. */
export function getIdentityGroup(
    args: GetIdentityGroupArgs,
    opts?: pulumi.InvokeOptions,
): Promise<GetIdentityGroupResult> {
    return pulumi.runtime.invoke(
        token,
        { name: args.name, projectId: args.projectId },
        withVersion(opts),
    );
}

/** A group as the identity service knows it, of what is known later. */
export function getIdentityGroupOutput(
    args: GetIdentityGroupOutputArgs,
    opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetIdentityGroupResult> {
    return pulumi.runtime.invokeOutput(
        token,
        { name: args.name, projectId: args.projectId },
        withVersion(opts),
    );
}
