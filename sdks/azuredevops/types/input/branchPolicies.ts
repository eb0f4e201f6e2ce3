import type * as pulumi from "@pulumi/pulumi";

export interface BranchPolicyAutoReviewersSettings {
    /** GUIDs of the reviewers: ids of users, `originId` of groups. */
    autoReviewerIds: pulumi.Input<pulumi.Input<string>[]>;
    /** What the pull request says about it. */
    message?: pulumi.Input<string>;
    /** Approvals of them it takes; more than one only with exactly one group. Default: `1`. */
    minimumNumberOfReviewers?: pulumi.Input<number>;
    /** Paths it concerns. */
    pathFilters?: pulumi.Input<pulumi.Input<string>[]>;
    /** Branches it protects. */
    scopes: pulumi.Input<pulumi.Input<BranchPolicyAutoReviewersSettingsScope>[]>;
    /** The author's vote counts. Default: `false`. */
    submitterCanVote?: pulumi.Input<boolean>;
}

export interface BranchPolicyAutoReviewersSettingsScope {
    /**
     * How refs are compared; with `DefaultBranch` nothing else is given. One of `Exact`,
     * `Prefix`, `DefaultBranch`. Default: `Exact`.
     */
    matchType?: pulumi.Input<string>;
    /** Repository; all when left out. */
    repositoryId?: pulumi.Input<string>;
    /** Ref, as `refs/heads/...`. */
    repositoryRef?: pulumi.Input<string>;
}

export interface BranchPolicyBuildValidationSettings {
    /** Number of the pipeline. */
    buildDefinitionId: pulumi.Input<number>;
    /** Name that people see. */
    displayName: pulumi.Input<string>;
    /** Paths it concerns; all when left out. */
    filenamePatterns?: pulumi.Input<pulumi.Input<string>[]>;
    /** It runs only when asked to. Default: `false`. */
    manualQueueOnly?: pulumi.Input<boolean>;
    /** It runs anew only after a push. Default: `true`. */
    queueOnSourceUpdateOnly?: pulumi.Input<boolean>;
    /** Branches it protects. */
    scopes: pulumi.Input<pulumi.Input<BranchPolicyBuildValidationSettingsScope>[]>;
    /**
     * Minutes a success counts after the target branch has moved. With 0 it never ends, or at
     * once where `queueOnSourceUpdateOnly` is false. Default: `720`.
     */
    validDuration?: pulumi.Input<number>;
}

export type BranchPolicyBuildValidationSettingsScope = BranchPolicyAutoReviewersSettingsScope;

export interface BranchPolicyCommentResolutionSettings {
    /** Branches it protects. */
    scopes: pulumi.Input<pulumi.Input<BranchPolicyCommentResolutionSettingsScope>[]>;
}

export type BranchPolicyCommentResolutionSettingsScope = BranchPolicyAutoReviewersSettingsScope;

export interface BranchPolicyMergeTypesSettings {
    /** Merge commits are allowed. Default: `false`. */
    allowBasicNoFastForward?: pulumi.Input<boolean>;
    /** Rebase with fast-forward is allowed. Default: `false`. */
    allowRebaseAndFastForward?: pulumi.Input<boolean>;
    /** Rebase with a merge commit is allowed. Default: `false`. */
    allowRebaseWithMerge?: pulumi.Input<boolean>;
    /** Squash merges are allowed. Default: `false`. */
    allowSquash?: pulumi.Input<boolean>;
    /** Branches it protects. */
    scopes: pulumi.Input<pulumi.Input<BranchPolicyMergeTypesSettingsScope>[]>;
}

export type BranchPolicyMergeTypesSettingsScope = BranchPolicyAutoReviewersSettingsScope;

export interface BranchPolicyMinReviewersSettings {
    /** It may be completed against votes to wait or reject. Default: `false`. */
    allowCompletionWithRejectsOrWaits?: pulumi.Input<boolean>;
    /** Whoever pushed last does not count. Default: `false`. */
    lastPusherCannotApprove?: pulumi.Input<boolean>;
    /** Every push needs an approval of its own. Default: `false`. */
    onEachIterationRequireVote?: pulumi.Input<boolean>;
    /**
     * The last push needs an approval of its own. Not with the reset settings. Default: `false`.
     */
    onLastIterationRequireVote?: pulumi.Input<boolean>;
    /** A push takes all votes back. Default: `false`. */
    onPushResetAllVotes?: pulumi.Input<boolean>;
    /** A push takes approvals back. Default: `false`. */
    onPushResetApprovedVotes?: pulumi.Input<boolean>;
    /** Approvals it takes. */
    reviewerCount?: pulumi.Input<number>;
    /** Branches it protects. */
    scopes: pulumi.Input<pulumi.Input<BranchPolicyMinReviewersSettingsScope>[]>;
    /** The author's vote counts. Default: `false`. */
    submitterCanVote?: pulumi.Input<boolean>;
}

export type BranchPolicyMinReviewersSettingsScope = BranchPolicyAutoReviewersSettingsScope;

export interface BranchPolicyStatusCheckSettings {
    /**
     * Whether it applies always, or only once the status was posted. One of `default`,
     * `conditional`. Default: `default`.
     */
    applicability?: pulumi.Input<string>;
    /** GUID of the only identity that may post the status. */
    authorId?: pulumi.Input<string>;
    /** Name that people see. */
    displayName?: pulumi.Input<string>;
    /** Paths it concerns; all when left out. */
    filenamePatterns?: pulumi.Input<pulumi.Input<string>[]>;
    /** Genre of the status, before its name. */
    genre?: pulumi.Input<string>;
    /** A push takes the status back. Default: `false`. */
    invalidateOnUpdate?: pulumi.Input<boolean>;
    /** Name of the status. */
    name: pulumi.Input<string>;
    /** Branches it protects. */
    scopes: pulumi.Input<pulumi.Input<BranchPolicyStatusCheckSettingsScope>[]>;
}

export type BranchPolicyStatusCheckSettingsScope = BranchPolicyAutoReviewersSettingsScope;

export interface BranchPolicyWorkItemLinkingSettings {
    /** Branches it protects. */
    scopes: pulumi.Input<pulumi.Input<BranchPolicyWorkItemLinkingSettingsScope>[]>;
}

export type BranchPolicyWorkItemLinkingSettingsScope = BranchPolicyAutoReviewersSettingsScope;
