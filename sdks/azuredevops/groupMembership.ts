import * as pulumi from "@pulumi/pulumi";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link GroupMembership}. */
export interface GroupMembershipArgs {
    /** Descriptor of the group. A change replaces the resource. */
    group: pulumi.Input<string>;
    /** Descriptors of the members. */
    members: pulumi.Input<pulumi.Input<string>[]>;
    /** Whether other members stay or go. One of `add`, `overwrite`. Default: `add`. */
    mode?: pulumi.Input<string>;
}

/** What is known of a {@link GroupMembership} that stands. */
export type GroupMembershipState = Partial<GroupMembershipArgs>;

/** Members of a group. Not together with `Group.members`. */
export class GroupMembership extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "azuredevops:index/groupMembership:GroupMembership";

    /** Descriptor of the group. */
    declare readonly group: pulumi.Output<string>;
    /** Descriptors of the members. */
    declare readonly members: pulumi.Output<string[]>;
    /** Whether other members stay or go. */
    declare readonly mode: pulumi.Output<string | undefined>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: GroupMembershipState,
        opts?: pulumi.CustomResourceOptions,
    ): GroupMembership {
        return new GroupMembership(name, state as GroupMembershipArgs, { ...opts, id });
    }

    /** True for a GroupMembership, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is GroupMembership {
        return isOfType(obj, GroupMembership.__pulumiType);
    }

    constructor(name: string, args: GroupMembershipArgs, opts?: pulumi.CustomResourceOptions) {
        const properties = propertiesOf(args, opts, {
            required: ["group", "members"],
            optional: ["mode"],
        });
        super(GroupMembership.__pulumiType, name, properties, withDefaults(opts));
    }
}
