import * as pulumi from "@pulumi/pulumi";
import type * as inputs from "./types/input";
import type * as outputs from "./types/output";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link BranchPolicyBuildValidation}. */
export interface BranchPolicyBuildValidationArgs {
    /** A pull request cannot be completed against it. Default: `true`. */
    blocking?: pulumi.Input<boolean>;
    /** It is in force. Default: `true`. */
    enabled?: pulumi.Input<boolean>;
    /** Id of the project. A change replaces the resource. */
    projectId: pulumi.Input<string>;
    /** What it demands, and where. */
    settings: pulumi.Input<inputs.BranchPolicyBuildValidationSettings>;
}

/** What is known of a {@link BranchPolicyBuildValidation} that stands. */
export type BranchPolicyBuildValidationState = Partial<BranchPolicyBuildValidationArgs>;

/** A pipeline must succeed on a pull request. */
export class BranchPolicyBuildValidation extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType =
        "azuredevops:index/branchPolicyBuildValidation:BranchPolicyBuildValidation";

    /** A pull request cannot be completed against it. */
    declare readonly blocking: pulumi.Output<boolean | undefined>;
    /** It is in force. */
    declare readonly enabled: pulumi.Output<boolean | undefined>;
    /** Id of the project. */
    declare readonly projectId: pulumi.Output<string>;
    /** What it demands, and where. */
    declare readonly settings: pulumi.Output<outputs.BranchPolicyBuildValidationSettings>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: BranchPolicyBuildValidationState,
        opts?: pulumi.CustomResourceOptions,
    ): BranchPolicyBuildValidation {
        return new BranchPolicyBuildValidation(name, state as BranchPolicyBuildValidationArgs, {
            ...opts,
            id,
        });
    }

    /** True for a BranchPolicyBuildValidation, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is BranchPolicyBuildValidation {
        return isOfType(obj, BranchPolicyBuildValidation.__pulumiType);
    }

    constructor(
        name: string,
        args: BranchPolicyBuildValidationArgs,
        opts?: pulumi.CustomResourceOptions,
    ) {
        const properties = propertiesOf(args, opts, {
            required: ["projectId", "settings"],
            optional: ["blocking", "enabled"],
        });
        super(BranchPolicyBuildValidation.__pulumiType, name, properties, withDefaults(opts));
    }
}
