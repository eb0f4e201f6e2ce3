import * as pulumi from "@pulumi/pulumi";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link RepositoryPolicyMaxPathLength}. */
export interface RepositoryPolicyMaxPathLengthArgs {
    /** The push is refused; else it is only noted. Default: `true`. */
    blocking?: pulumi.Input<boolean>;
    /** It is in force. Default: `true`. */
    enabled?: pulumi.Input<boolean>;
    /** Longest path in characters. 1 to 10000. */
    maxPathLength: pulumi.Input<number>;
    /** Id of the project. A change replaces the resource. */
    projectId: pulumi.Input<string>;
    /** Repositories; all of the project when left out. */
    repositoryIds?: pulumi.Input<pulumi.Input<string>[]>;
}

/** What is known of a {@link RepositoryPolicyMaxPathLength} that stands. */
export type RepositoryPolicyMaxPathLengthState = Partial<RepositoryPolicyMaxPathLengthArgs>;

/** Pushes are refused where a path is longer. */
export class RepositoryPolicyMaxPathLength extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType =
        "azuredevops:index/repositoryPolicyMaxPathLength:RepositoryPolicyMaxPathLength";

    /** The push is refused; else it is only noted. */
    declare readonly blocking: pulumi.Output<boolean | undefined>;
    /** It is in force. */
    declare readonly enabled: pulumi.Output<boolean | undefined>;
    /** Longest path in characters. */
    declare readonly maxPathLength: pulumi.Output<number>;
    /** Id of the project. */
    declare readonly projectId: pulumi.Output<string>;
    /** Repositories; all of the project when left out. */
    declare readonly repositoryIds: pulumi.Output<string[] | undefined>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: RepositoryPolicyMaxPathLengthState,
        opts?: pulumi.CustomResourceOptions,
    ): RepositoryPolicyMaxPathLength {
        return new RepositoryPolicyMaxPathLength(name, state as RepositoryPolicyMaxPathLengthArgs, {
            ...opts,
            id,
        });
    }

    /** True for a RepositoryPolicyMaxPathLength, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is RepositoryPolicyMaxPathLength {
        return isOfType(obj, RepositoryPolicyMaxPathLength.__pulumiType);
    }

    constructor(
        name: string,
        args: RepositoryPolicyMaxPathLengthArgs,
        opts?: pulumi.CustomResourceOptions,
    ) {
        const properties = propertiesOf(args, opts, {
            required: ["maxPathLength", "projectId"],
            optional: ["blocking", "enabled", "repositoryIds"],
        });
        super(RepositoryPolicyMaxPathLength.__pulumiType, name, properties, withDefaults(opts));
    }
}
