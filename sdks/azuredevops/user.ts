import * as pulumi from "@pulumi/pulumi";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link User}. */
export interface UserArgs {
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
    originId?: pulumi.Input<string>;
    /** Name it signs in or is listed with. A change replaces the resource. */
    principalName?: pulumi.Input<string>;
}

/** What is known of a {@link User} that stands. */
export interface UserState extends Partial<UserArgs> {
    /** Descriptor: what permissions and memberships name it by. */
    descriptor?: pulumi.Input<string>;
}

/** Access of a person to the organisation. */
export class User extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "azuredevops:index/user:User";

    /** Licence. */
    declare readonly accountLicenseType: pulumi.Output<string | undefined>;
    /** Descriptor: what permissions and memberships name it by. */
    declare readonly descriptor: pulumi.Output<string>;
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
        state?: UserState,
        opts?: pulumi.CustomResourceOptions,
    ): User {
        return new User(name, state, { ...opts, id });
    }

    /** True for a User, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is User {
        return isOfType(obj, User.__pulumiType);
    }

    constructor(name: string, args?: UserArgs, opts?: pulumi.CustomResourceOptions) {
        const properties = propertiesOf(args, opts, {
            optional: [
                "accountLicenseType",
                "licensingSource",
                "origin",
                "originId",
                "principalName",
            ],
            outputs: ["descriptor"],
        });
        super(User.__pulumiType, name, properties, withDefaults(opts));
    }
}
