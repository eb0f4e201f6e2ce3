import * as pulumi from "@pulumi/pulumi";
import type * as inputs from "./types/input";
import type * as outputs from "./types/output";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link Feed}. */
export interface FeedArgs {
    /** What the provider does with a deleted feed. */
    features?: pulumi.Input<pulumi.Input<inputs.FeedFeature>[]>;
    /**
     * Name. Left out, the resource's own with seven random digits. A change replaces the
     * resource.
     */
    name?: pulumi.Input<string>;
    /** Id of the project. A change replaces the resource. */
    projectId?: pulumi.Input<string>;
}

/** What is known of a {@link Feed} that stands. */
export type FeedState = Partial<FeedArgs>;

/** A package feed. Its upstream sources cannot be set here. */
export class Feed extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "azuredevops:index/feed:Feed";

    /** What the provider does with a deleted feed. */
    declare readonly features: pulumi.Output<outputs.FeedFeature[] | undefined>;
    /** Name. Left out, the resource's own with seven random digits. */
    declare readonly name: pulumi.Output<string>;
    /** Id of the project. */
    declare readonly projectId: pulumi.Output<string | undefined>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: FeedState,
        opts?: pulumi.CustomResourceOptions,
    ): Feed {
        return new Feed(name, state, { ...opts, id });
    }

    /** True for a Feed, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is Feed {
        return isOfType(obj, Feed.__pulumiType);
    }

    constructor(name: string, args?: FeedArgs, opts?: pulumi.CustomResourceOptions) {
        const properties = propertiesOf(args, opts, {
            optional: ["features", "name", "projectId"],
        });
        super(Feed.__pulumiType, name, properties, withDefaults(opts));
    }
}
