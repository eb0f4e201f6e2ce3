import * as pulumi from "@pulumi/pulumi";
import { withVersion } from "./utilities";

const token = "azuredevops:index/getAgentQueue:getAgentQueue";

/** What {@link getAgentQueue} looks for. */
export interface GetAgentQueueArgs {
    /** Name. */
    name: string;
    /** Id of the project. */
    projectId: string;
}

/** What {@link getAgentQueueOutput} looks for. */
export interface GetAgentQueueOutputArgs {
    /** Name. */
    name: pulumi.Input<string>;
    /** Id of the project. */
    projectId: pulumi.Input<string>;
}

/** What {@link getAgentQueue} finds. */
export interface GetAgentQueueResult {
    /** Number of the pool. Give this or `name`. */
    readonly agentPoolId: number;
    /** Id. */
    readonly id: string;
    /** Name. */
    readonly name: string;
    /** Id of the project. */
    readonly projectId: string;
}

/** An agent queue of a project. */
export function getAgentQueue(
    args: GetAgentQueueArgs,
    opts?: pulumi.InvokeOptions,
): Promise<GetAgentQueueResult> {
    return pulumi.runtime.invoke(
        token,
        { name: args.name, projectId: args.projectId },
        withVersion(opts),
    );
}

/** An agent queue of a project, of what is known later. */
export function getAgentQueueOutput(
    args: GetAgentQueueOutputArgs,
    opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetAgentQueueResult> {
    return pulumi.runtime.invokeOutput(
        token,
        { name: args.name, projectId: args.projectId },
        withVersion(opts),
    );
}
