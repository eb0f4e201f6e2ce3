import * as pulumi from "@pulumi/pulumi";
import type * as inputs from "./types/input";
import type * as outputs from "./types/output";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link BranchPolicyCommentResolution}. */
export interface BranchPolicyCommentResolutionArgs {
    /** A pull request cannot be completed against it. Default: `true`. */
    blocking?: pulumi.Input<boolean>;
    /** It is in force. Default: `true`. */
    enabled?: pulumi.Input<boolean>;
    /** Id of the project. A change replaces the resource. */
    projectId: pulumi.Input<string>;
    /** What it demands, and where. */
    settings: pulumi.Input<inputs.BranchPolicyCommentResolutionSettings>;
}

/** What is known of a {@link BranchPolicyCommentResolution} that stands. */
export type BranchPolicyCommentResolutionState = Partial<BranchPolicyCommentResolutionArgs>;

/** Comments of a pull request must be resolved. */
export class BranchPolicyCommentResolution extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType =
        "azuredevops:index/branchPolicyCommentResolution:BranchPolicyCommentResolution";

    /** A pull request cannot be completed against it. */
    declare readonly blocking: pulumi.Output<boolean | undefined>;
    /** It is in force. */
    declare readonly enabled: pulumi.Output<boolean | undefined>;
    /** Id of the project. */
    declare readonly projectId: pulumi.Output<string>;
    /** What it demands, and where. */
    declare readonly settings: pulumi.Output<outputs.BranchPolicyCommentResolutionSettings>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: BranchPolicyCommentResolutionState,
        opts?: pulumi.CustomResourceOptions,
    ): BranchPolicyCommentResolution {
        return new BranchPolicyCommentResolution(name, state as BranchPolicyCommentResolutionArgs, {
            ...opts,
            id,
        });
    }

    /** True for a BranchPolicyCommentResolution, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is BranchPolicyCommentResolution {
        return isOfType(obj, BranchPolicyCommentResolution.__pulumiType);
    }

    constructor(
        name: string,
        args: BranchPolicyCommentResolutionArgs,
        opts?: pulumi.CustomResourceOptions,
    ) {
        const properties = propertiesOf(args, opts, {
            required: ["projectId", "settings"],
            optional: ["blocking", "enabled"],
        });
        super(BranchPolicyCommentResolution.__pulumiType, name, properties, withDefaults(opts));
    }
}
