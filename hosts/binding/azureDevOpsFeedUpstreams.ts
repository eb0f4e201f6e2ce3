import * as pulumi from "@pulumi/pulumi";
import { registration, token } from "./registration";

/** A source that a feed may fetch packages from. */
export interface AzureDevOpsFeedUpstream {
    /** Name, unique in the feed. */
    name: pulumi.Input<string>;
    /** Kind of package: "npm", "nuget", "pypi", "maven", "cargo", "upack". */
    protocol: pulumi.Input<string>;
    /** Address of the source: https, or "azure-feed://organization/project/feed@view". */
    location: pulumi.Input<string>;
    /**
     * "public", or "internal" for a feed of Azure DevOps.
     * @default "public"
     */
    upstreamSourceType?: pulumi.Input<string>;
    /**
     * Id of the organisation of an internal source; of feed and view as well. Only with "internal", which
     * needs all three.
     * @default none
     */
    internalUpstreamCollectionId?: pulumi.Input<string>;
    /**
     * Id of the feed of an internal source.
     * @default none
     */
    internalUpstreamFeedId?: pulumi.Input<string>;
    /**
     * Id of the view of an internal source.
     * @default none
     */
    internalUpstreamViewId?: pulumi.Input<string>;
    /**
     * Id of the project of an internal source.
     * @default a feed of the organisation
     */
    internalUpstreamProjectId?: pulumi.Input<string>;
}

/** The arguments of an {@link AzureDevOpsFeedUpstreams}. */
export interface AzureDevOpsFeedUpstreamsArgs {
    /** Id of the feed. A change replaces the resource. */
    feedId: pulumi.Input<string>;
    /**
     * Id of the project of the feed. A change replaces the resource.
     * @default a feed of the organisation
     */
    projectId?: pulumi.Input<string>;
    /** All sources the feed may have, in the order in which they are asked; none for an empty list. */
    upstreamSources: pulumi.Input<pulumi.Input<AzureDevOpsFeedUpstream>[]>;
}

/**
 * The upstream sources of a package feed, all of them: one that is not in the list is taken away. Deleted,
 * the feed has none.
 *
 * REST: `feeds.dev.azure.com/{organization}[/{project}]/_apis/packaging/feeds/{feedId}`.
 */
export class AzureDevOpsFeedUpstreams extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = token("AzureDevOpsFeedUpstreams");

    declare readonly feedId: pulumi.Output<string>;
    declare readonly projectId: pulumi.Output<string | undefined>;
    declare readonly upstreamSources: pulumi.Output<pulumi.Unwrap<AzureDevOpsFeedUpstream>[]>;

    constructor(
        name: string,
        args: AzureDevOpsFeedUpstreamsArgs,
        opts?: pulumi.CustomResourceOptions,
    ) {
        super(
            AzureDevOpsFeedUpstreams.__pulumiType,
            name,
            ...registration(args, opts, {
                required: ["feedId", "upstreamSources"],
                optional: ["projectId"],
            }),
        );
    }
}
