import * as pulumi from "@pulumi/pulumi";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link RepositoryPolicyFilePathPattern}. */
export interface RepositoryPolicyFilePathPatternArgs {
    /** The push is refused; else it is only noted. Default: `true`. */
    blocking?: pulumi.Input<boolean>;
    /** It is in force. Default: `true`. */
    enabled?: pulumi.Input<boolean>;
    /** Patterns of refused paths, in order; `!` before one excludes. */
    filepathPatterns: pulumi.Input<pulumi.Input<string>[]>;
    /** Id of the project. A change replaces the resource. */
    projectId: pulumi.Input<string>;
    /** Repositories; all of the project when left out. */
    repositoryIds?: pulumi.Input<pulumi.Input<string>[]>;
}

/** What is known of a {@link RepositoryPolicyFilePathPattern} that stands. */
export type RepositoryPolicyFilePathPatternState = Partial<RepositoryPolicyFilePathPatternArgs>;

/** Pushes are refused where a path matches a pattern. */
export class RepositoryPolicyFilePathPattern extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType =
        "azuredevops:index/repositoryPolicyFilePathPattern:RepositoryPolicyFilePathPattern";

    /** The push is refused; else it is only noted. */
    declare readonly blocking: pulumi.Output<boolean | undefined>;
    /** It is in force. */
    declare readonly enabled: pulumi.Output<boolean | undefined>;
    /** Patterns of refused paths, in order; `!` before one excludes. */
    declare readonly filepathPatterns: pulumi.Output<string[]>;
    /** Id of the project. */
    declare readonly projectId: pulumi.Output<string>;
    /** Repositories; all of the project when left out. */
    declare readonly repositoryIds: pulumi.Output<string[] | undefined>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: RepositoryPolicyFilePathPatternState,
        opts?: pulumi.CustomResourceOptions,
    ): RepositoryPolicyFilePathPattern {
        return new RepositoryPolicyFilePathPattern(
            name,
            state as RepositoryPolicyFilePathPatternArgs,
            { ...opts, id },
        );
    }

    /** True for a RepositoryPolicyFilePathPattern, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is RepositoryPolicyFilePathPattern {
        return isOfType(obj, RepositoryPolicyFilePathPattern.__pulumiType);
    }

    constructor(
        name: string,
        args: RepositoryPolicyFilePathPatternArgs,
        opts?: pulumi.CustomResourceOptions,
    ) {
        const properties = propertiesOf(args, opts, {
            required: ["filepathPatterns", "projectId"],
            optional: ["blocking", "enabled", "repositoryIds"],
        });
        super(RepositoryPolicyFilePathPattern.__pulumiType, name, properties, withDefaults(opts));
    }
}
