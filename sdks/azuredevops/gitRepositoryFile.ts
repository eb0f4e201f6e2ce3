import * as pulumi from "@pulumi/pulumi";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link GitRepositoryFile}. */
export interface GitRepositoryFileArgs {
    /** Address of the commit's author. */
    authorEmail?: pulumi.Input<string>;
    /** Name of the commit's author. */
    authorName?: pulumi.Input<string>;
    /**
     * Branch, as `refs/heads/...`. Default: `refs/heads/master`. A change replaces the resource.
     */
    branch?: pulumi.Input<string>;
    /** Message of the commit. */
    commitMessage?: pulumi.Input<string>;
    /** Address of the committer. */
    committerEmail?: pulumi.Input<string>;
    /** Name of the committer. */
    committerName?: pulumi.Input<string>;
    /** Content of the file. */
    content: pulumi.Input<string>;
    /** Path of the file. A change replaces the resource. */
    file: pulumi.Input<string>;
    /** A file that is there is overwritten. Default: `false`. */
    overwriteOnCreate?: pulumi.Input<boolean>;
    /** Id of the repository. A change replaces the resource. */
    repositoryId: pulumi.Input<string>;
}

/** What is known of a {@link GitRepositoryFile} that stands. */
export type GitRepositoryFileState = Partial<GitRepositoryFileArgs>;

/**
 * A file on a branch. Every write is a push: write files before the policies that forbid pushes.
 */
export class GitRepositoryFile extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "azuredevops:index/gitRepositoryFile:GitRepositoryFile";

    /** Address of the commit's author. */
    declare readonly authorEmail: pulumi.Output<string>;
    /** Name of the commit's author. */
    declare readonly authorName: pulumi.Output<string>;
    /** Branch, as `refs/heads/...`. */
    declare readonly branch: pulumi.Output<string | undefined>;
    /** Message of the commit. */
    declare readonly commitMessage: pulumi.Output<string>;
    /** Address of the committer. */
    declare readonly committerEmail: pulumi.Output<string>;
    /** Name of the committer. */
    declare readonly committerName: pulumi.Output<string>;
    /** Content of the file. */
    declare readonly content: pulumi.Output<string>;
    /** Path of the file. */
    declare readonly file: pulumi.Output<string>;
    /** A file that is there is overwritten. */
    declare readonly overwriteOnCreate: pulumi.Output<boolean | undefined>;
    /** Id of the repository. */
    declare readonly repositoryId: pulumi.Output<string>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: GitRepositoryFileState,
        opts?: pulumi.CustomResourceOptions,
    ): GitRepositoryFile {
        return new GitRepositoryFile(name, state as GitRepositoryFileArgs, { ...opts, id });
    }

    /** True for a GitRepositoryFile, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is GitRepositoryFile {
        return isOfType(obj, GitRepositoryFile.__pulumiType);
    }

    constructor(name: string, args: GitRepositoryFileArgs, opts?: pulumi.CustomResourceOptions) {
        const properties = propertiesOf(args, opts, {
            required: ["content", "file", "repositoryId"],
            optional: [
                "authorEmail",
                "authorName",
                "branch",
                "commitMessage",
                "committerEmail",
                "committerName",
                "overwriteOnCreate",
            ],
        });
        super(GitRepositoryFile.__pulumiType, name, properties, withDefaults(opts));
    }
}
