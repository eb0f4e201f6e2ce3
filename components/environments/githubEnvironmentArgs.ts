import type * as pulumi from "@pulumi/pulumi";

/** Arguments of `GitHubEnvironment`. */
export interface GitHubEnvironmentArgs {
    /** Organisation that owns the repository. */
    organization: string;
    /** Name of the repository, without the owner. */
    repository: pulumi.Input<string>;
    /** Name of the environment, for example "production". */
    environment: string;
    /** Ids of the teams of which one member must approve each deployment, at most 6. */
    reviewerTeams: pulumi.Input<number>[];
    /** Branches that may deploy, exact names or GitHub's patterns such as "release/*". */
    branches: string[];
    /**
     * Minutes to wait before a deployment may start, 0 to 43200.
     * @default 0
     */
    waitMinutes?: number;
    /**
     * Form of the OIDC subject: "id" for repositories created since 2026-07-15, "name" for older
     * ones.
     * @default "id"
     */
    subjectFormat?: string;
    /**
     * Numeric id of the organisation. Needed for the subject in id form.
     * @default none
     */
    ownerId?: pulumi.Input<number>;
    /**
     * Numeric id of the repository. Needed for the subject in id form.
     * @default none
     */
    repositoryId?: pulumi.Input<number>;
    /**
     * Accepts an empty list of reviewers: nobody approves.
     * @default false
     */
    allowNoReview?: boolean;
    /**
     * Lets whoever started a deployment approve it.
     * @default false
     */
    allowSelfReview?: boolean;
    /**
     * Lets repository administrators skip approval and waiting.
     * @default false
     */
    allowAdminBypass?: boolean;
    /**
     * Lets every branch deploy; `branches` is then ignored.
     * @default false
     */
    allowAnyBranch?: boolean;
}
