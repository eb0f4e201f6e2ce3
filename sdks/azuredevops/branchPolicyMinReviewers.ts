import * as pulumi from "@pulumi/pulumi";
import type * as inputs from "./types/input";
import type * as outputs from "./types/output";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link BranchPolicyMinReviewers}. */
export interface BranchPolicyMinReviewersArgs {
    /** A pull request cannot be completed against it. Default: `true`. */
    blocking?: pulumi.Input<boolean>;
    /** It is in force. Default: `true`. */
    enabled?: pulumi.Input<boolean>;
    /** Id of the project. A change replaces the resource. */
    projectId: pulumi.Input<string>;
    /** What it demands, and where. */
    settings: pulumi.Input<inputs.BranchPolicyMinReviewersSettings>;
}

/** What is known of a {@link BranchPolicyMinReviewers} that stands. */
export type BranchPolicyMinReviewersState = Partial<BranchPolicyMinReviewersArgs>;

/** So many people must approve a pull request. */
export class BranchPolicyMinReviewers extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType =
        "azuredevops:index/branchPolicyMinReviewers:BranchPolicyMinReviewers";

    /** A pull request cannot be completed against it. */
    declare readonly blocking: pulumi.Output<boolean | undefined>;
    /** It is in force. */
    declare readonly enabled: pulumi.Output<boolean | undefined>;
    /** Id of the project. */
    declare readonly projectId: pulumi.Output<string>;
    /** What it demands, and where. */
    declare readonly settings: pulumi.Output<outputs.BranchPolicyMinReviewersSettings>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: BranchPolicyMinReviewersState,
        opts?: pulumi.CustomResourceOptions,
    ): BranchPolicyMinReviewers {
        return new BranchPolicyMinReviewers(name, state as BranchPolicyMinReviewersArgs, {
            ...opts,
            id,
        });
    }

    /** True for a BranchPolicyMinReviewers, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is BranchPolicyMinReviewers {
        return isOfType(obj, BranchPolicyMinReviewers.__pulumiType);
    }

    constructor(
        name: string,
        args: BranchPolicyMinReviewersArgs,
        opts?: pulumi.CustomResourceOptions,
    ) {
        const properties = propertiesOf(args, opts, {
            required: ["projectId", "settings"],
            optional: ["blocking", "enabled"],
        });
        super(BranchPolicyMinReviewers.__pulumiType, name, properties, withDefaults(opts));
    }
}
