import * as pulumi from "@pulumi/pulumi";
import type * as outputs from "./types/output";
import { withVersion } from "./utilities";

const token = "azuredevops:index/getPools:getPools";

/** What {@link getPools} finds. */
export interface GetPoolsResult {
    /** The pools. */
    readonly agentPools: outputs.GetPoolsAgentPool[];
    /** Id. */
    readonly id: string;
}

/** All pools of agents. */
export function getPools(opts?: pulumi.InvokeOptions): Promise<GetPoolsResult> {
    return pulumi.runtime.invoke(token, {}, withVersion(opts));
}

/** All pools of agents. */
export function getPoolsOutput(opts?: pulumi.InvokeOutputOptions): pulumi.Output<GetPoolsResult> {
    return pulumi.runtime.invokeOutput(token, {}, withVersion(opts));
}
