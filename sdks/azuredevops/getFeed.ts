import * as pulumi from "@pulumi/pulumi";
import { withVersion } from "./utilities";

const token = "azuredevops:index/getFeed:getFeed";

/** What {@link getFeed} looks for. */
export interface GetFeedArgs {
    /** Id of the feed. */
    feedId?: string;
    /** Name. */
    name?: string;
    /** Id of the project. */
    projectId?: string;
}

/** What {@link getFeedOutput} looks for. */
export interface GetFeedOutputArgs {
    /** Id of the feed. */
    feedId?: pulumi.Input<string>;
    /** Name. */
    name?: pulumi.Input<string>;
    /** Id of the project. */
    projectId?: pulumi.Input<string>;
}

/** What {@link getFeed} finds. */
export interface GetFeedResult {
    /** Id of the feed. */
    readonly feedId?: string;
    /** Id. */
    readonly id: string;
    /** Name. */
    readonly name?: string;
    /** Id of the project. */
    readonly projectId?: string;
}

/** A feed, by name or id. */
export function getFeed(
    args: GetFeedArgs = {},
    opts?: pulumi.InvokeOptions,
): Promise<GetFeedResult> {
    return pulumi.runtime.invoke(
        token,
        { feedId: args.feedId, name: args.name, projectId: args.projectId },
        withVersion(opts),
    );
}

/** A feed, by name or id, of what is known later. */
export function getFeedOutput(
    args: GetFeedOutputArgs = {},
    opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetFeedResult> {
    return pulumi.runtime.invokeOutput(
        token,
        { feedId: args.feedId, name: args.name, projectId: args.projectId },
        withVersion(opts),
    );
}
