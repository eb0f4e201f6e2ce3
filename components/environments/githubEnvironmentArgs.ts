import type * as pulumi from "@pulumi/pulumi";

/** A GitHub App that has to agree before a job deploys. */
export interface EnvironmentApp {
    /** Short name of the app, as in its address. */
    slug: string;
    /**
     * Id of its integration, as GitHub lists it under the environment's custom deployment protection
     * rules. The app must be installed on the repository.
     */
    integrationId: pulumi.Input<number>;
}

/** Arguments of `GitHubEnvironment`. */
export interface GitHubEnvironmentArgs {
    /** Organisation that owns the repository. */
    organization: string;
    /** Name of the repository, without the owner. */
    repository: pulumi.Input<string>;
    /**
     * Visibility of the repository: "private", "internal" or "public". It decides what the plan offers.
     * @default "private"
     */
    visibility?: string;
    /**
     * Plan of the organisation: "free", "team" or "enterprise". What it lacks is refused.
     * @default "enterprise"
     */
    githubPlan?: string;
    /** Name of the environment, for example "production". */
    environment: string;
    /**
     * What the environment is for: "development", "staging" or "production". For production one
     * person alone is not enough as a reviewer.
     * @default "production"
     */
    tier?: string;
    /** Ids of the teams of which one member must approve each deployment. */
    reviewerTeams: pulumi.Input<number>[];
    /**
     * Ids of people who may approve as well, each alone. With the teams at most 6.
     * @default none
     */
    reviewerUsers?: pulumi.Input<number>[];
    /**
     * Ids of the teams that may push to the repository. None of them may be a reviewing team.
     * @default not compared
     */
    pushTeams?: pulumi.Input<number>[];
    /** Branches that may deploy, exact names or GitHub's patterns such as "release/*". */
    branches: string[];
    /**
     * Tags that may deploy, exact names or GitHub's patterns such as "v*". A tag stands for any
     * commit: let nobody but releasers create such tags.
     * @default none
     */
    tags?: string[];
    /**
     * Minutes to wait before a deployment may start, 0 to 43200.
     * @default 0
     */
    waitMinutes?: number;
    /**
     * Apps whose verdict every deployment waits for, at most 6.
     * @default none
     */
    apps?: EnvironmentApp[];
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
     * Reusable workflow its jobs come from, where the repository's claims (`oidcClaims`) put it into
     * the subject: "acme/ci/.github/workflows/deploy.yml@refs/heads/main".
     * @default none: the subject names no workflow
     */
    workflow?: string;
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
     * Lets every branch and tag deploy; `branches` and `tags` are then ignored.
     * @default false
     */
    allowAnyBranch?: boolean;
}
