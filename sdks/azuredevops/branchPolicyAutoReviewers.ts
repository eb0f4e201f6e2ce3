import * as pulumi from "@pulumi/pulumi";
import type * as inputs from "./types/input";
import type * as outputs from "./types/output";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link BranchPolicyAutoReviewers}. */
export interface BranchPolicyAutoReviewersArgs {
    /** A pull request cannot be completed against it. Default: `true`. */
    blocking?: pulumi.Input<boolean>;
    /** It is in force. Default: `true`. */
    enabled?: pulumi.Input<boolean>;
    /** Id of the project. A change replaces the resource. */
    projectId: pulumi.Input<string>;
    /** What it demands, and where. */
    settings: pulumi.Input<inputs.BranchPolicyAutoReviewersSettings>;
}

/** What is known of a {@link BranchPolicyAutoReviewers} that stands. */
export type BranchPolicyAutoReviewersState = Partial<BranchPolicyAutoReviewersArgs>;

/** These reviewers are asked where a pull request touches these paths. */
export class BranchPolicyAutoReviewers extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType =
        "azuredevops:index/branchPolicyAutoReviewers:BranchPolicyAutoReviewers";

    /** A pull request cannot be completed against it. */
    declare readonly blocking: pulumi.Output<boolean | undefined>;
    /** It is in force. */
    declare readonly enabled: pulumi.Output<boolean | undefined>;
    /** Id of the project. */
    declare readonly projectId: pulumi.Output<string>;
    /** What it demands, and where. */
    declare readonly settings: pulumi.Output<outputs.BranchPolicyAutoReviewersSettings>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: BranchPolicyAutoReviewersState,
        opts?: pulumi.CustomResourceOptions,
    ): BranchPolicyAutoReviewers {
        return new BranchPolicyAutoReviewers(name, state as BranchPolicyAutoReviewersArgs, {
            ...opts,
            id,
        });
    }

    /** True for a BranchPolicyAutoReviewers, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is BranchPolicyAutoReviewers {
        return isOfType(obj, BranchPolicyAutoReviewers.__pulumiType);
    }

    constructor(
        name: string,
        args: BranchPolicyAutoReviewersArgs,
        opts?: pulumi.CustomResourceOptions,
    ) {
        const properties = propertiesOf(args, opts, {
            required: ["projectId", "settings"],
            optional: ["blocking", "enabled"],
        });
        super(BranchPolicyAutoReviewers.__pulumiType, name, properties, withDefaults(opts));
    }
}
