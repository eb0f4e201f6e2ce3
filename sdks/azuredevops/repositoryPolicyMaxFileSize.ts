import * as pulumi from "@pulumi/pulumi";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link RepositoryPolicyMaxFileSize}. */
export interface RepositoryPolicyMaxFileSizeArgs {
    /** The push is refused; else it is only noted. Default: `true`. */
    blocking?: pulumi.Input<boolean>;
    /** It is in force. Default: `true`. */
    enabled?: pulumi.Input<boolean>;
    /** Largest file in megabytes: 1, 2, 5, 10, 50, 100 or 200. */
    maxFileSize: pulumi.Input<number>;
    /** Id of the project. A change replaces the resource. */
    projectId: pulumi.Input<string>;
    /** Repositories; all of the project when left out. */
    repositoryIds?: pulumi.Input<pulumi.Input<string>[]>;
}

/** What is known of a {@link RepositoryPolicyMaxFileSize} that stands. */
export type RepositoryPolicyMaxFileSizeState = Partial<RepositoryPolicyMaxFileSizeArgs>;

/** Pushes are refused where a file is larger. */
export class RepositoryPolicyMaxFileSize extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType =
        "azuredevops:index/repositoryPolicyMaxFileSize:RepositoryPolicyMaxFileSize";

    /** The push is refused; else it is only noted. */
    declare readonly blocking: pulumi.Output<boolean | undefined>;
    /** It is in force. */
    declare readonly enabled: pulumi.Output<boolean | undefined>;
    /** Largest file in megabytes: 1, 2, 5, 10, 50, 100 or 200. */
    declare readonly maxFileSize: pulumi.Output<number>;
    /** Id of the project. */
    declare readonly projectId: pulumi.Output<string>;
    /** Repositories; all of the project when left out. */
    declare readonly repositoryIds: pulumi.Output<string[] | undefined>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: RepositoryPolicyMaxFileSizeState,
        opts?: pulumi.CustomResourceOptions,
    ): RepositoryPolicyMaxFileSize {
        return new RepositoryPolicyMaxFileSize(name, state as RepositoryPolicyMaxFileSizeArgs, {
            ...opts,
            id,
        });
    }

    /** True for a RepositoryPolicyMaxFileSize, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is RepositoryPolicyMaxFileSize {
        return isOfType(obj, RepositoryPolicyMaxFileSize.__pulumiType);
    }

    constructor(
        name: string,
        args: RepositoryPolicyMaxFileSizeArgs,
        opts?: pulumi.CustomResourceOptions,
    ) {
        const properties = propertiesOf(args, opts, {
            required: ["maxFileSize", "projectId"],
            optional: ["blocking", "enabled", "repositoryIds"],
        });
        super(RepositoryPolicyMaxFileSize.__pulumiType, name, properties, withDefaults(opts));
    }
}
