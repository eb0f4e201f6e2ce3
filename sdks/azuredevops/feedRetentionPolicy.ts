import * as pulumi from "@pulumi/pulumi";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link FeedRetentionPolicy}. */
export interface FeedRetentionPolicyArgs {
    /** Versions of a package that are kept. 1 to 5000. */
    countLimit: pulumi.Input<number>;
    /** Days for which a downloaded version is kept. 1 to 4000. */
    daysToKeepRecentlyDownloadedPackages: pulumi.Input<number>;
    /** Id of the feed. A change replaces the resource. */
    feedId: pulumi.Input<string>;
    /** Id of the project. A change replaces the resource. */
    projectId?: pulumi.Input<string>;
}

/** What is known of a {@link FeedRetentionPolicy} that stands. */
export type FeedRetentionPolicyState = Partial<FeedRetentionPolicyArgs>;

/** How long a feed keeps packages. */
export class FeedRetentionPolicy extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "azuredevops:index/feedRetentionPolicy:FeedRetentionPolicy";

    /** Versions of a package that are kept. */
    declare readonly countLimit: pulumi.Output<number>;
    /** Days for which a downloaded version is kept. */
    declare readonly daysToKeepRecentlyDownloadedPackages: pulumi.Output<number>;
    /** Id of the feed. */
    declare readonly feedId: pulumi.Output<string>;
    /** Id of the project. */
    declare readonly projectId: pulumi.Output<string | undefined>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: FeedRetentionPolicyState,
        opts?: pulumi.CustomResourceOptions,
    ): FeedRetentionPolicy {
        return new FeedRetentionPolicy(name, state as FeedRetentionPolicyArgs, { ...opts, id });
    }

    /** True for a FeedRetentionPolicy, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is FeedRetentionPolicy {
        return isOfType(obj, FeedRetentionPolicy.__pulumiType);
    }

    constructor(name: string, args: FeedRetentionPolicyArgs, opts?: pulumi.CustomResourceOptions) {
        const properties = propertiesOf(args, opts, {
            required: ["countLimit", "daysToKeepRecentlyDownloadedPackages", "feedId"],
            optional: ["projectId"],
        });
        super(FeedRetentionPolicy.__pulumiType, name, properties, withDefaults(opts));
    }
}
