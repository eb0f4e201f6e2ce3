import * as pulumi from "@pulumi/pulumi";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link RepositoryPolicyCheckCredentials}. */
export interface RepositoryPolicyCheckCredentialsArgs {
    /** The push is refused; else it is only noted. Default: `true`. */
    blocking?: pulumi.Input<boolean>;
    /** It is in force. Default: `true`. */
    enabled?: pulumi.Input<boolean>;
    /** Id of the project. A change replaces the resource. */
    projectId: pulumi.Input<string>;
    /** Repositories; all of the project when left out. */
    repositoryIds?: pulumi.Input<pulumi.Input<string>[]>;
}

/** What is known of a {@link RepositoryPolicyCheckCredentials} that stands. */
export type RepositoryPolicyCheckCredentialsState = Partial<RepositoryPolicyCheckCredentialsArgs>;

/** Pushes are refused where they seem to contain credentials. */
export class RepositoryPolicyCheckCredentials extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType =
        "azuredevops:index/repositoryPolicyCheckCredentials:RepositoryPolicyCheckCredentials";

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
        state?: RepositoryPolicyCheckCredentialsState,
        opts?: pulumi.CustomResourceOptions,
    ): RepositoryPolicyCheckCredentials {
        return new RepositoryPolicyCheckCredentials(
            name,
            state as RepositoryPolicyCheckCredentialsArgs,
            { ...opts, id },
        );
    }

    /** True for a RepositoryPolicyCheckCredentials, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is RepositoryPolicyCheckCredentials {
        return isOfType(obj, RepositoryPolicyCheckCredentials.__pulumiType);
    }

    constructor(
        name: string,
        args: RepositoryPolicyCheckCredentialsArgs,
        opts?: pulumi.CustomResourceOptions,
    ) {
        const properties = propertiesOf(args, opts, {
            required: ["projectId"],
            optional: ["blocking", "enabled", "repositoryIds"],
        });
        super(RepositoryPolicyCheckCredentials.__pulumiType, name, properties, withDefaults(opts));
    }
}
