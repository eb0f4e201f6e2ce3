import * as pulumi from "@pulumi/pulumi";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link GroupEntitlement}. */
export interface GroupEntitlementArgs {
    /**
     * Licence. One of `advanced`, `earlyAdopter`, `express`, `none`, `professional`,
     * `stakeholder`. Default: `express`.
     */
    accountLicenseType?: pulumi.Input<string>;
    /** Name that people see. A change replaces the resource. */
    displayName?: pulumi.Input<string>;
    /**
     * Who pays for the licence. One of `none`, `account`, `msdn`, `profile`, `auto`, `trial`.
     * Default: `account`.
     */
    licensingSource?: pulumi.Input<string>;
    /** Directory it comes from. A change replaces the resource. */
    origin?: pulumi.Input<string>;
    /** Id in the directory it comes from. A change replaces the resource. */
    originId?: pulumi.Input<string>;
}

/** What is known of a {@link GroupEntitlement} that stands. */
export interface GroupEntitlementState extends Partial<GroupEntitlementArgs> {
    /** Descriptor: what permissions and memberships name it by. */
    descriptor?: pulumi.Input<string>;
    /** Name it signs in or is listed with. */
    principalName?: pulumi.Input<string>;
}

/** Access of all members of a group to the organisation. */
export class GroupEntitlement extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "azuredevops:index/groupEntitlement:GroupEntitlement";

    /** Licence. */
    declare readonly accountLicenseType: pulumi.Output<string | undefined>;
    /** Descriptor: what permissions and memberships name it by. */
    declare readonly descriptor: pulumi.Output<string>;
    /** Name that people see. */
    declare readonly displayName: pulumi.Output<string>;
    /** Who pays for the licence. */
    declare readonly licensingSource: pulumi.Output<string | undefined>;
    /** Directory it comes from. */
    declare readonly origin: pulumi.Output<string>;
    /** Id in the directory it comes from. */
    declare readonly originId: pulumi.Output<string>;
    /** Name it signs in or is listed with. */
    declare readonly principalName: pulumi.Output<string>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: GroupEntitlementState,
        opts?: pulumi.CustomResourceOptions,
    ): GroupEntitlement {
        return new GroupEntitlement(name, state, { ...opts, id });
    }

    /** True for a GroupEntitlement, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is GroupEntitlement {
        return isOfType(obj, GroupEntitlement.__pulumiType);
    }

    constructor(name: string, args?: GroupEntitlementArgs, opts?: pulumi.CustomResourceOptions) {
        const properties = propertiesOf(args, opts, {
            optional: [
                "accountLicenseType",
                "displayName",
                "licensingSource",
                "origin",
                "originId",
            ],
            outputs: ["descriptor", "principalName"],
        });
        super(GroupEntitlement.__pulumiType, name, properties, withDefaults(opts));
    }
}
