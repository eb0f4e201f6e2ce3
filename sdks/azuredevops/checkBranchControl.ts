import * as pulumi from "@pulumi/pulumi";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link CheckBranchControl}. */
export interface CheckBranchControlArgs {
    /** Refs from which runs may come, separated by commas. Default: `*`. */
    allowedBranches?: pulumi.Input<string>;
    /** Name that people see. Default: `Managed by Terraform`. */
    displayName?: pulumi.Input<string>;
    /** A branch whose protection cannot be told passes. Default: `false`. */
    ignoreUnknownProtectionStatus?: pulumi.Input<boolean>;
    /** Id of the project. A change replaces the resource. */
    projectId: pulumi.Input<string>;
    /** Id of the protected resource. A change replaces the resource. */
    targetResourceId: pulumi.Input<string>;
    /**
     * Kind of the protected resource. One of `endpoint`, `environment`, `queue`, `repository`,
     * `securefile`, `variablegroup`. A change replaces the resource.
     */
    targetResourceType: pulumi.Input<string>;
    /** Minutes it waits. Default: `1440`. */
    timeout?: pulumi.Input<number>;
    /** The branch must be protected. Default: `false`. */
    verifyBranchProtection?: pulumi.Input<boolean>;
}

/** What is known of a {@link CheckBranchControl} that stands. */
export interface CheckBranchControlState extends Partial<CheckBranchControlArgs> {
    /** Number of changes so far. */
    version?: pulumi.Input<number>;
}

/** Only runs of these branches may use the resource. */
export class CheckBranchControl extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "azuredevops:index/checkBranchControl:CheckBranchControl";

    /** Refs from which runs may come, separated by commas. */
    declare readonly allowedBranches: pulumi.Output<string | undefined>;
    /** Name that people see. */
    declare readonly displayName: pulumi.Output<string | undefined>;
    /** A branch whose protection cannot be told passes. */
    declare readonly ignoreUnknownProtectionStatus: pulumi.Output<boolean | undefined>;
    /** Id of the project. */
    declare readonly projectId: pulumi.Output<string>;
    /** Id of the protected resource. */
    declare readonly targetResourceId: pulumi.Output<string>;
    /** Kind of the protected resource. */
    declare readonly targetResourceType: pulumi.Output<string>;
    /** Minutes it waits. */
    declare readonly timeout: pulumi.Output<number | undefined>;
    /** The branch must be protected. */
    declare readonly verifyBranchProtection: pulumi.Output<boolean | undefined>;
    /** Number of changes so far. */
    declare readonly version: pulumi.Output<number>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: CheckBranchControlState,
        opts?: pulumi.CustomResourceOptions,
    ): CheckBranchControl {
        return new CheckBranchControl(name, state as CheckBranchControlArgs, { ...opts, id });
    }

    /** True for a CheckBranchControl, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is CheckBranchControl {
        return isOfType(obj, CheckBranchControl.__pulumiType);
    }

    constructor(name: string, args: CheckBranchControlArgs, opts?: pulumi.CustomResourceOptions) {
        const properties = propertiesOf(args, opts, {
            required: ["projectId", "targetResourceId", "targetResourceType"],
            optional: [
                "allowedBranches",
                "displayName",
                "ignoreUnknownProtectionStatus",
                "timeout",
                "verifyBranchProtection",
            ],
            outputs: ["version"],
        });
        super(CheckBranchControl.__pulumiType, name, properties, withDefaults(opts));
    }
}
