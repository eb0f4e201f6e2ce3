import * as pulumi from "@pulumi/pulumi";
import type * as inputs from "./types/input";
import type * as outputs from "./types/output";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link BranchPolicyWorkItemLinking}. */
export interface BranchPolicyWorkItemLinkingArgs {
    /** A pull request cannot be completed against it. Default: `true`. */
    blocking?: pulumi.Input<boolean>;
    /** It is in force. Default: `true`. */
    enabled?: pulumi.Input<boolean>;
    /** Id of the project. A change replaces the resource. */
    projectId: pulumi.Input<string>;
    /** What it demands, and where. */
    settings: pulumi.Input<inputs.BranchPolicyWorkItemLinkingSettings>;
}

/** What is known of a {@link BranchPolicyWorkItemLinking} that stands. */
export type BranchPolicyWorkItemLinkingState = Partial<BranchPolicyWorkItemLinkingArgs>;

/** A pull request must be linked to a work item. */
export class BranchPolicyWorkItemLinking extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType =
        "azuredevops:index/branchPolicyWorkItemLinking:BranchPolicyWorkItemLinking";

    /** A pull request cannot be completed against it. */
    declare readonly blocking: pulumi.Output<boolean | undefined>;
    /** It is in force. */
    declare readonly enabled: pulumi.Output<boolean | undefined>;
    /** Id of the project. */
    declare readonly projectId: pulumi.Output<string>;
    /** What it demands, and where. */
    declare readonly settings: pulumi.Output<outputs.BranchPolicyWorkItemLinkingSettings>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: BranchPolicyWorkItemLinkingState,
        opts?: pulumi.CustomResourceOptions,
    ): BranchPolicyWorkItemLinking {
        return new BranchPolicyWorkItemLinking(name, state as BranchPolicyWorkItemLinkingArgs, {
            ...opts,
            id,
        });
    }

    /** True for a BranchPolicyWorkItemLinking, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is BranchPolicyWorkItemLinking {
        return isOfType(obj, BranchPolicyWorkItemLinking.__pulumiType);
    }

    constructor(
        name: string,
        args: BranchPolicyWorkItemLinkingArgs,
        opts?: pulumi.CustomResourceOptions,
    ) {
        const properties = propertiesOf(args, opts, {
            required: ["projectId", "settings"],
            optional: ["blocking", "enabled"],
        });
        super(BranchPolicyWorkItemLinking.__pulumiType, name, properties, withDefaults(opts));
    }
}
