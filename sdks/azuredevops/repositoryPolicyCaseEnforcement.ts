import * as pulumi from "@pulumi/pulumi";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link RepositoryPolicyCaseEnforcement}. */
export interface RepositoryPolicyCaseEnforcementArgs {
    /** The push is refused; else it is only noted. Default: `true`. */
    blocking?: pulumi.Input<boolean>;
    /** It is in force. Default: `true`. */
    enabled?: pulumi.Input<boolean>;
    /** Names that differ in case only are refused. */
    enforceConsistentCase: pulumi.Input<boolean>;
    /** Id of the project. A change replaces the resource. */
    projectId: pulumi.Input<string>;
    /** Repositories; all of the project when left out. */
    repositoryIds?: pulumi.Input<pulumi.Input<string>[]>;
}

/** What is known of a {@link RepositoryPolicyCaseEnforcement} that stands. */
export type RepositoryPolicyCaseEnforcementState = Partial<RepositoryPolicyCaseEnforcementArgs>;

/** Pushes are refused where names differ from existing ones in case only. */
export class RepositoryPolicyCaseEnforcement extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType =
        "azuredevops:index/repositoryPolicyCaseEnforcement:RepositoryPolicyCaseEnforcement";

    /** The push is refused; else it is only noted. */
    declare readonly blocking: pulumi.Output<boolean | undefined>;
    /** It is in force. */
    declare readonly enabled: pulumi.Output<boolean | undefined>;
    /** Names that differ in case only are refused. */
    declare readonly enforceConsistentCase: pulumi.Output<boolean>;
    /** Id of the project. */
    declare readonly projectId: pulumi.Output<string>;
    /** Repositories; all of the project when left out. */
    declare readonly repositoryIds: pulumi.Output<string[] | undefined>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: RepositoryPolicyCaseEnforcementState,
        opts?: pulumi.CustomResourceOptions,
    ): RepositoryPolicyCaseEnforcement {
        return new RepositoryPolicyCaseEnforcement(
            name,
            state as RepositoryPolicyCaseEnforcementArgs,
            { ...opts, id },
        );
    }

    /** True for a RepositoryPolicyCaseEnforcement, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is RepositoryPolicyCaseEnforcement {
        return isOfType(obj, RepositoryPolicyCaseEnforcement.__pulumiType);
    }

    constructor(
        name: string,
        args: RepositoryPolicyCaseEnforcementArgs,
        opts?: pulumi.CustomResourceOptions,
    ) {
        const properties = propertiesOf(args, opts, {
            required: ["enforceConsistentCase", "projectId"],
            optional: ["blocking", "enabled", "repositoryIds"],
        });
        super(RepositoryPolicyCaseEnforcement.__pulumiType, name, properties, withDefaults(opts));
    }
}
