import * as pulumi from "@pulumi/pulumi";
import { registration, token } from "./registration";

/** The arguments of a {@link GitHubImmutableReleases}. */
export interface GitHubImmutableReleasesArgs {
    /**
     * Name of the repository, without its owner. Exactly one of this and `enforcedRepositories` is
     * given. A change replaces the resource.
     * @default the organisation's policy
     */
    repository?: pulumi.Input<string>;
    /**
     * Whether releases of the repository, once published, can no longer be changed. Only with `repository`.
     * @default true
     */
    enabled?: pulumi.Input<boolean>;
    /**
     * Repositories of the organisation on which this is enforced: "all", "none" or "selected".
     * @default only the one of `repository`
     */
    enforcedRepositories?: pulumi.Input<string>;
    /**
     * Ids of the repositories; only with `enforcedRepositories` "selected", which needs them.
     * @default none
     */
    selectedRepositoryIds?: pulumi.Input<pulumi.Input<number>[]>;
}

/**
 * Releases whose tag and files nobody can change after they are published. Deleted, it is off, which changes
 * nothing about releases that are published already.
 *
 * REST: `/repos/{owner}/{repo}/immutable-releases` or `/orgs/{org}/settings/immutable-releases`.
 */
export class GitHubImmutableReleases extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = token("GitHubImmutableReleases");

    declare readonly repository: pulumi.Output<string | undefined>;
    declare readonly enabled: pulumi.Output<boolean | undefined>;
    declare readonly enforcedRepositories: pulumi.Output<string | undefined>;
    declare readonly selectedRepositoryIds: pulumi.Output<number[] | undefined>;
    /** Whether the organisation enforces it on the repository. `false` for an organisation. */
    declare readonly enforcedByOwner: pulumi.Output<boolean>;

    constructor(
        name: string,
        args: GitHubImmutableReleasesArgs,
        opts?: pulumi.CustomResourceOptions,
    ) {
        super(
            GitHubImmutableReleases.__pulumiType,
            name,
            ...registration(args, opts, {
                optional: [
                    "repository",
                    "enabled",
                    "enforcedRepositories",
                    "selectedRepositoryIds",
                ],
                outputs: ["enforcedByOwner"],
            }),
        );
    }
}
