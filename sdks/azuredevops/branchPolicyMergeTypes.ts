import * as pulumi from "@pulumi/pulumi";
import type * as inputs from "./types/input";
import type * as outputs from "./types/output";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link BranchPolicyMergeTypes}. */
export interface BranchPolicyMergeTypesArgs {
    /** A pull request cannot be completed against it. Default: `true`. */
    blocking?: pulumi.Input<boolean>;
    /** It is in force. Default: `true`. */
    enabled?: pulumi.Input<boolean>;
    /** Id of the project. A change replaces the resource. */
    projectId: pulumi.Input<string>;
    /** What it demands, and where. */
    settings: pulumi.Input<inputs.BranchPolicyMergeTypesSettings>;
}

/** What is known of a {@link BranchPolicyMergeTypes} that stands. */
export type BranchPolicyMergeTypesState = Partial<BranchPolicyMergeTypesArgs>;

/** How a pull request may be merged. */
export class BranchPolicyMergeTypes extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType =
        "azuredevops:index/branchPolicyMergeTypes:BranchPolicyMergeTypes";

    /** A pull request cannot be completed against it. */
    declare readonly blocking: pulumi.Output<boolean | undefined>;
    /** It is in force. */
    declare readonly enabled: pulumi.Output<boolean | undefined>;
    /** Id of the project. */
    declare readonly projectId: pulumi.Output<string>;
    /** What it demands, and where. */
    declare readonly settings: pulumi.Output<outputs.BranchPolicyMergeTypesSettings>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: BranchPolicyMergeTypesState,
        opts?: pulumi.CustomResourceOptions,
    ): BranchPolicyMergeTypes {
        return new BranchPolicyMergeTypes(name, state as BranchPolicyMergeTypesArgs, {
            ...opts,
            id,
        });
    }

    /** True for a BranchPolicyMergeTypes, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is BranchPolicyMergeTypes {
        return isOfType(obj, BranchPolicyMergeTypes.__pulumiType);
    }

    constructor(
        name: string,
        args: BranchPolicyMergeTypesArgs,
        opts?: pulumi.CustomResourceOptions,
    ) {
        const properties = propertiesOf(args, opts, {
            required: ["projectId", "settings"],
            optional: ["blocking", "enabled"],
        });
        super(BranchPolicyMergeTypes.__pulumiType, name, properties, withDefaults(opts));
    }
}
