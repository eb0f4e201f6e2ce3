import * as pulumi from "@pulumi/pulumi";
import { withVersion } from "./utilities";

const token = "azuredevops:index/getPool:getPool";

/** What {@link getPool} looks for. */
export interface GetPoolArgs {
    /** Name. */
    name: string;
}

/** What {@link getPoolOutput} looks for. */
export interface GetPoolOutputArgs {
    /** Name. */
    name: pulumi.Input<string>;
}

/** What {@link getPool} finds. */
export interface GetPoolResult {
    /** New projects get a queue of it. */
    readonly autoProvision: boolean;
    /** Agents update themselves. */
    readonly autoUpdate: boolean;
    /** Id. */
    readonly id: string;
    /** Name. */
    readonly name: string;
    /** Kind of pool. */
    readonly poolType: string;
}

/** A pool of agents. */
export function getPool(args: GetPoolArgs, opts?: pulumi.InvokeOptions): Promise<GetPoolResult> {
    return pulumi.runtime.invoke(token, { name: args.name }, withVersion(opts));
}

/** A pool of agents, of what is known later. */
export function getPoolOutput(
    args: GetPoolOutputArgs,
    opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetPoolResult> {
    return pulumi.runtime.invokeOutput(token, { name: args.name }, withVersion(opts));
}
