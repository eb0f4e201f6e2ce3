import * as pulumi from "@pulumi/pulumi";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link ServicePrincipalEntitlement}. */
export interface ServicePrincipalEntitlementArgs {
    /**
     * Licence. One of `advanced`, `earlyAdopter`, `express`, `basic`, `none`, `professional`,
     * `stakeholder`. Default: `express`.
     */
    accountLicenseType?: pulumi.Input<string>;
    /**
     * Who pays for the licence. One of `none`, `account`, `msdn`, `profile`, `auto`, `trial`.
     * Default: `account`.
     */
    licensingSource?: pulumi.Input<string>;
    /** Directory it comes from. A change replaces the resource. */
    origin?: pulumi.Input<string>;
    /** Id in the directory it comes from. A change replaces the resource. */
    originId: pulumi.Input<string>;
}

/** What is known of a {@link ServicePrincipalEntitlement} that stands. */
export interface ServicePrincipalEntitlementState extends Partial<ServicePrincipalEntitlementArgs> {
    /** Descriptor: what permissions and memberships name it by. */
    descriptor?: pulumi.Input<string>;
    /** Name that people see. */
    displayName?: pulumi.Input<string>;
}

/** Access of an application to the organisation. */
export class ServicePrincipalEntitlement extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType =
        "azuredevops:index/servicePrincipalEntitlement:ServicePrincipalEntitlement";

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

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: ServicePrincipalEntitlementState,
        opts?: pulumi.CustomResourceOptions,
    ): ServicePrincipalEntitlement {
        return new ServicePrincipalEntitlement(name, state as ServicePrincipalEntitlementArgs, {
            ...opts,
            id,
        });
    }

    /** True for a ServicePrincipalEntitlement, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is ServicePrincipalEntitlement {
        return isOfType(obj, ServicePrincipalEntitlement.__pulumiType);
    }

    constructor(
        name: string,
        args: ServicePrincipalEntitlementArgs,
        opts?: pulumi.CustomResourceOptions,
    ) {
        const properties = propertiesOf(args, opts, {
            required: ["originId"],
            optional: ["accountLicenseType", "licensingSource", "origin"],
            outputs: ["descriptor", "displayName"],
        });
        super(ServicePrincipalEntitlement.__pulumiType, name, properties, withDefaults(opts));
    }
}
