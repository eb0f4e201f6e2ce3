import * as pulumi from "@pulumi/pulumi";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link GitRepositoryBranch}. */
export interface GitRepositoryBranchArgs {
    /** Short name, without `refs/heads/`. A change replaces the resource. */
    name?: pulumi.Input<string>;
    /**
     * Branch it starts from. Not with `refTag` or `refCommitId`. A change replaces the resource.
     */
    refBranch?: pulumi.Input<string>;
    /** Commit it starts from. A change replaces the resource. */
    refCommitId?: pulumi.Input<string>;
    /** Tag it starts from. A change replaces the resource. */
    refTag?: pulumi.Input<string>;
    /** Id of the repository. A change replaces the resource. */
    repositoryId: pulumi.Input<string>;
}

/** What is known of a {@link GitRepositoryBranch} that stands. */
export interface GitRepositoryBranchState extends Partial<GitRepositoryBranchArgs> {
    /** Commit it was made at. */
    lastCommitId?: pulumi.Input<string>;
}

/** A branch, made from another branch, a tag or a commit. */
export class GitRepositoryBranch extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "azuredevops:index/gitRepositoryBranch:GitRepositoryBranch";

    /** Commit it was made at. */
    declare readonly lastCommitId: pulumi.Output<string>;
    /** Short name, without `refs/heads/`. */
    declare readonly name: pulumi.Output<string>;
    /** Branch it starts from. Not with `refTag` or `refCommitId`. */
    declare readonly refBranch: pulumi.Output<string | undefined>;
    /** Commit it starts from. */
    declare readonly refCommitId: pulumi.Output<string | undefined>;
    /** Tag it starts from. */
    declare readonly refTag: pulumi.Output<string | undefined>;
    /** Id of the repository. */
    declare readonly repositoryId: pulumi.Output<string>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: GitRepositoryBranchState,
        opts?: pulumi.CustomResourceOptions,
    ): GitRepositoryBranch {
        return new GitRepositoryBranch(name, state as GitRepositoryBranchArgs, { ...opts, id });
    }

    /** True for a GitRepositoryBranch, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is GitRepositoryBranch {
        return isOfType(obj, GitRepositoryBranch.__pulumiType);
    }

    constructor(name: string, args: GitRepositoryBranchArgs, opts?: pulumi.CustomResourceOptions) {
        const properties = propertiesOf(args, opts, {
            required: ["repositoryId"],
            optional: ["name", "refBranch", "refCommitId", "refTag"],
            outputs: ["lastCommitId"],
        });
        super(GitRepositoryBranch.__pulumiType, name, properties, withDefaults(opts));
    }
}
