import * as pulumi from "@pulumi/pulumi";
import { registration, token } from "./registration";

/** The arguments of a {@link GitHubImmutableSubject}. */
export interface GitHubImmutableSubjectArgs {
    /**
     * Name of the repository, without its owner. A change replaces the resource.
     * @default the organisation's setting, which holds where a repository says nothing
     */
    repository?: pulumi.Input<string>;
    /**
     * Whether subjects of tokens carry the ids of owner and repository, so that nobody who takes over a
     * name gets its trust.
     * @default true
     */
    useImmutableSubject?: pulumi.Input<boolean>;
}

/**
 * Whether the subjects of GitHub's OpenID Connect tokens carry ids. The rest of the subject's template
 * (`use_default`, `include_claim_keys`) is read and sent back as it stands: it belongs to
 * `ActionsRepositoryOidcSubjectClaimCustomizationTemplate`, which has to be created before this.
 * Deleted, a repository goes back to the form GitHub gives to one of its age: with ids when it was created
 * after 2026-07-15; the organisation's switch goes off. Trust that was given to the other form ends then.
 *
 * REST: `/repos/{owner}/{repo}` or `/orgs/{org}`, `/actions/oidc/customization/sub`.
 */
export class GitHubImmutableSubject extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = token("GitHubImmutableSubject");

    declare readonly repository: pulumi.Output<string | undefined>;
    declare readonly useImmutableSubject: pulumi.Output<boolean>;
    /**
     * What the subjects of the repository begin with, as GitHub says:
     * "repo:acme@1234/web@5678", or "repo:acme/web" without ids. "" for an organisation.
     */
    declare readonly subjectPrefix: pulumi.Output<string>;

    constructor(
        name: string,
        args: GitHubImmutableSubjectArgs = {},
        opts?: pulumi.CustomResourceOptions,
    ) {
        super(
            GitHubImmutableSubject.__pulumiType,
            name,
            ...registration(args, opts, {
                optional: ["repository", "useImmutableSubject"],
                outputs: ["subjectPrefix"],
            }),
        );
    }
}
