import * as pulumi from "@pulumi/pulumi";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link CheckApproval}. */
export interface CheckApprovalArgs {
    /** GUIDs of those who may approve: ids of users, `originId` of groups. */
    approvers: pulumi.Input<pulumi.Input<string>[]>;
    /** What approvers are told. */
    instructions?: pulumi.Input<string>;
    /** Approvals it takes; all when left out. */
    minimumRequiredApprovers?: pulumi.Input<number>;
    /** Id of the project. A change replaces the resource. */
    projectId: pulumi.Input<string>;
    /** Whoever asked may approve. Default: `false`. */
    requesterCanApprove?: pulumi.Input<boolean>;
    /** Id of the protected resource. A change replaces the resource. */
    targetResourceId: pulumi.Input<string>;
    /**
     * Kind of the protected resource. One of `endpoint`, `environment`, `queue`, `repository`,
     * `securefile`, `variablegroup`. A change replaces the resource.
     */
    targetResourceType: pulumi.Input<string>;
    /** Minutes it waits. 1 to 43200. Default: `43200`. */
    timeout?: pulumi.Input<number>;
}

/** What is known of a {@link CheckApproval} that stands. */
export interface CheckApprovalState extends Partial<CheckApprovalArgs> {
    /** Number of changes so far. */
    version?: pulumi.Input<number>;
}

/** These people must approve before a pipeline uses the resource. */
export class CheckApproval extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "azuredevops:index/checkApproval:CheckApproval";

    /** GUIDs of those who may approve: ids of users, `originId` of groups. */
    declare readonly approvers: pulumi.Output<string[]>;
    /** What approvers are told. */
    declare readonly instructions: pulumi.Output<string | undefined>;
    /** Approvals it takes; all when left out. */
    declare readonly minimumRequiredApprovers: pulumi.Output<number | undefined>;
    /** Id of the project. */
    declare readonly projectId: pulumi.Output<string>;
    /** Whoever asked may approve. */
    declare readonly requesterCanApprove: pulumi.Output<boolean | undefined>;
    /** Id of the protected resource. */
    declare readonly targetResourceId: pulumi.Output<string>;
    /** Kind of the protected resource. */
    declare readonly targetResourceType: pulumi.Output<string>;
    /** Minutes it waits. */
    declare readonly timeout: pulumi.Output<number | undefined>;
    /** Number of changes so far. */
    declare readonly version: pulumi.Output<number>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: CheckApprovalState,
        opts?: pulumi.CustomResourceOptions,
    ): CheckApproval {
        return new CheckApproval(name, state as CheckApprovalArgs, { ...opts, id });
    }

    /** True for a CheckApproval, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is CheckApproval {
        return isOfType(obj, CheckApproval.__pulumiType);
    }

    constructor(name: string, args: CheckApprovalArgs, opts?: pulumi.CustomResourceOptions) {
        const properties = propertiesOf(args, opts, {
            required: ["approvers", "projectId", "targetResourceId", "targetResourceType"],
            optional: [
                "instructions",
                "minimumRequiredApprovers",
                "requesterCanApprove",
                "timeout",
            ],
            outputs: ["version"],
        });
        super(CheckApproval.__pulumiType, name, properties, withDefaults(opts));
    }
}
