import * as pulumi from "@pulumi/pulumi";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link RepositoryPolicyReservedNames}. */
export interface RepositoryPolicyReservedNamesArgs {
    /** The push is refused; else it is only noted. Default: `true`. */
    blocking?: pulumi.Input<boolean>;
    /** It is in force. Default: `true`. */
    enabled?: pulumi.Input<boolean>;
    /** Id of the project. A change replaces the resource. */
    projectId: pulumi.Input<string>;
    /** Repositories; all of the project when left out. */
    repositoryIds?: pulumi.Input<pulumi.Input<string>[]>;
}

/** What is known of a {@link RepositoryPolicyReservedNames} that stands. */
export type RepositoryPolicyReservedNamesState = Partial<RepositoryPolicyReservedNamesArgs>;

/** Pushes are refused where a name is reserved on some platform. */
export class RepositoryPolicyReservedNames extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType =
        "azuredevops:index/repositoryPolicyReservedNames:RepositoryPolicyReservedNames";

    /** The push is refused; else it is only noted. */
    declare readonly blocking: pulumi.Output<boolean | undefined>;
    /** It is in force. */
    declare readonly enabled: pulumi.Output<boolean | undefined>;
    /** Id of the project. */
    declare readonly projectId: pulumi.Output<string>;
    /** Repositories; all of the project when left out. */
    declare readonly repositoryIds: pulumi.Output<string[] | undefined>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: RepositoryPolicyReservedNamesState,
        opts?: pulumi.CustomResourceOptions,
    ): RepositoryPolicyReservedNames {
        return new RepositoryPolicyReservedNames(name, state as RepositoryPolicyReservedNamesArgs, {
            ...opts,
            id,
        });
    }

    /** True for a RepositoryPolicyReservedNames, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is RepositoryPolicyReservedNames {
        return isOfType(obj, RepositoryPolicyReservedNames.__pulumiType);
    }

    constructor(
        name: string,
        args: RepositoryPolicyReservedNamesArgs,
        opts?: pulumi.CustomResourceOptions,
    ) {
        const properties = propertiesOf(args, opts, {
            required: ["projectId"],
            optional: ["blocking", "enabled", "repositoryIds"],
        });
        super(RepositoryPolicyReservedNames.__pulumiType, name, properties, withDefaults(opts));
    }
}
