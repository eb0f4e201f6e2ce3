import type * as pulumi from "@pulumi/pulumi";

export interface GetUsersFeatures {
    /** Look-ups at the same time. */
    concurrentWorkers?: number;
}

export interface GetUsersFeaturesArgs {
    /** Look-ups at the same time. */
    concurrentWorkers?: pulumi.Input<number>;
}
