import * as pulumi from "@pulumi/pulumi";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link FeedPermission}. */
export interface FeedPermissionArgs {
    /** Name that people see. */
    displayName?: pulumi.Input<string>;
    /** Id of the feed. A change replaces the resource. */
    feedId: pulumi.Input<string>;
    /** Descriptor of who gets the role. A change replaces the resource. */
    identityDescriptor: pulumi.Input<string>;
    /** Id of the project. A change replaces the resource. */
    projectId?: pulumi.Input<string>;
    /** Role. One of `reader`, `contributor`, `administrator`, `collaborator`. */
    role: pulumi.Input<string>;
}

/** What is known of a {@link FeedPermission} that stands. */
export interface FeedPermissionState extends Partial<FeedPermissionArgs> {
    /** GUID of who gets the role. */
    identityId?: pulumi.Input<string>;
}

/** The role of one identity on a feed. */
export class FeedPermission extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "azuredevops:index/feedPermission:FeedPermission";

    /** Name that people see. */
    declare readonly displayName: pulumi.Output<string | undefined>;
    /** Id of the feed. */
    declare readonly feedId: pulumi.Output<string>;
    /** Descriptor of who gets the role. */
    declare readonly identityDescriptor: pulumi.Output<string>;
    /** GUID of who gets the role. */
    declare readonly identityId: pulumi.Output<string>;
    /** Id of the project. */
    declare readonly projectId: pulumi.Output<string | undefined>;
    /** Role. */
    declare readonly role: pulumi.Output<string>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: FeedPermissionState,
        opts?: pulumi.CustomResourceOptions,
    ): FeedPermission {
        return new FeedPermission(name, state as FeedPermissionArgs, { ...opts, id });
    }

    /** True for a FeedPermission, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is FeedPermission {
        return isOfType(obj, FeedPermission.__pulumiType);
    }

    constructor(name: string, args: FeedPermissionArgs, opts?: pulumi.CustomResourceOptions) {
        const properties = propertiesOf(args, opts, {
            required: ["feedId", "identityDescriptor", "role"],
            optional: ["displayName", "projectId"],
            outputs: ["identityId"],
        });
        super(FeedPermission.__pulumiType, name, properties, withDefaults(opts));
    }
}
