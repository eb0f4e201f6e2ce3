import * as pulumi from "@pulumi/pulumi";
import type * as inputs from "./types/input";
import type * as outputs from "./types/output";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link BranchPolicyStatusCheck}. */
export interface BranchPolicyStatusCheckArgs {
    /** A pull request cannot be completed against it. Default: `true`. */
    blocking?: pulumi.Input<boolean>;
    /** It is in force. Default: `true`. */
    enabled?: pulumi.Input<boolean>;
    /** Id of the project. A change replaces the resource. */
    projectId: pulumi.Input<string>;
    /** What it demands, and where. */
    settings: pulumi.Input<inputs.BranchPolicyStatusCheckSettings>;
}

/** What is known of a {@link BranchPolicyStatusCheck} that stands. */
export type BranchPolicyStatusCheckState = Partial<BranchPolicyStatusCheckArgs>;

/** A service must have posted this status on a pull request. */
export class BranchPolicyStatusCheck extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType =
        "azuredevops:index/branchPolicyStatusCheck:BranchPolicyStatusCheck";

    /** A pull request cannot be completed against it. */
    declare readonly blocking: pulumi.Output<boolean | undefined>;
    /** It is in force. */
    declare readonly enabled: pulumi.Output<boolean | undefined>;
    /** Id of the project. */
    declare readonly projectId: pulumi.Output<string>;
    /** What it demands, and where. */
    declare readonly settings: pulumi.Output<outputs.BranchPolicyStatusCheckSettings>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: BranchPolicyStatusCheckState,
        opts?: pulumi.CustomResourceOptions,
    ): BranchPolicyStatusCheck {
        return new BranchPolicyStatusCheck(name, state as BranchPolicyStatusCheckArgs, {
            ...opts,
            id,
        });
    }

    /** True for a BranchPolicyStatusCheck, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is BranchPolicyStatusCheck {
        return isOfType(obj, BranchPolicyStatusCheck.__pulumiType);
    }

    constructor(
        name: string,
        args: BranchPolicyStatusCheckArgs,
        opts?: pulumi.CustomResourceOptions,
    ) {
        const properties = propertiesOf(args, opts, {
            required: ["projectId", "settings"],
            optional: ["blocking", "enabled"],
        });
        super(BranchPolicyStatusCheck.__pulumiType, name, properties, withDefaults(opts));
    }
}
