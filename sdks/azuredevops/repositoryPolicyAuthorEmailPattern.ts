import * as pulumi from "@pulumi/pulumi";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link RepositoryPolicyAuthorEmailPattern}. */
export interface RepositoryPolicyAuthorEmailPatternArgs {
    /** Patterns of allowed addresses, in order; `!` before one excludes. */
    authorEmailPatterns: pulumi.Input<pulumi.Input<string>[]>;
    /** The push is refused; else it is only noted. Default: `true`. */
    blocking?: pulumi.Input<boolean>;
    /** It is in force. Default: `true`. */
    enabled?: pulumi.Input<boolean>;
    /** Id of the project. A change replaces the resource. */
    projectId: pulumi.Input<string>;
    /** Repositories; all of the project when left out. */
    repositoryIds?: pulumi.Input<pulumi.Input<string>[]>;
}

/** What is known of a {@link RepositoryPolicyAuthorEmailPattern} that stands. */
export type RepositoryPolicyAuthorEmailPatternState =
    Partial<RepositoryPolicyAuthorEmailPatternArgs>;

/** Pushes are refused where an author's address matches no pattern. */
export class RepositoryPolicyAuthorEmailPattern extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType =
        "azuredevops:index/repositoryPolicyAuthorEmailPattern:RepositoryPolicyAuthorEmailPattern";

    /** Patterns of allowed addresses, in order; `!` before one excludes. */
    declare readonly authorEmailPatterns: pulumi.Output<string[]>;
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
        state?: RepositoryPolicyAuthorEmailPatternState,
        opts?: pulumi.CustomResourceOptions,
    ): RepositoryPolicyAuthorEmailPattern {
        return new RepositoryPolicyAuthorEmailPattern(
            name,
            state as RepositoryPolicyAuthorEmailPatternArgs,
            { ...opts, id },
        );
    }

    /** True for a RepositoryPolicyAuthorEmailPattern, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is RepositoryPolicyAuthorEmailPattern {
        return isOfType(obj, RepositoryPolicyAuthorEmailPattern.__pulumiType);
    }

    constructor(
        name: string,
        args: RepositoryPolicyAuthorEmailPatternArgs,
        opts?: pulumi.CustomResourceOptions,
    ) {
        const properties = propertiesOf(args, opts, {
            required: ["authorEmailPatterns", "projectId"],
            optional: ["blocking", "enabled", "repositoryIds"],
        });
        super(
            RepositoryPolicyAuthorEmailPattern.__pulumiType,
            name,
            properties,
            withDefaults(opts),
        );
    }
}
