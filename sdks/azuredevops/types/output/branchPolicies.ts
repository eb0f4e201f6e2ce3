import type { Unwrap } from "@pulumi/pulumi";
import type * as inputs from "../input";

export type BranchPolicyAutoReviewersSettings = Unwrap<inputs.BranchPolicyAutoReviewersSettings>;
export type BranchPolicyAutoReviewersSettingsScope =
    Unwrap<inputs.BranchPolicyAutoReviewersSettingsScope>;
export type BranchPolicyBuildValidationSettings =
    Unwrap<inputs.BranchPolicyBuildValidationSettings>;
export type BranchPolicyBuildValidationSettingsScope =
    Unwrap<inputs.BranchPolicyBuildValidationSettingsScope>;
export type BranchPolicyCommentResolutionSettings =
    Unwrap<inputs.BranchPolicyCommentResolutionSettings>;
export type BranchPolicyCommentResolutionSettingsScope =
    Unwrap<inputs.BranchPolicyCommentResolutionSettingsScope>;
export type BranchPolicyMergeTypesSettings = Unwrap<inputs.BranchPolicyMergeTypesSettings>;
export type BranchPolicyMergeTypesSettingsScope =
    Unwrap<inputs.BranchPolicyMergeTypesSettingsScope>;
export type BranchPolicyMinReviewersSettings = Unwrap<inputs.BranchPolicyMinReviewersSettings>;
export type BranchPolicyMinReviewersSettingsScope =
    Unwrap<inputs.BranchPolicyMinReviewersSettingsScope>;
export type BranchPolicyStatusCheckSettings = Unwrap<inputs.BranchPolicyStatusCheckSettings>;
export type BranchPolicyStatusCheckSettingsScope =
    Unwrap<inputs.BranchPolicyStatusCheckSettingsScope>;
export type BranchPolicyWorkItemLinkingSettings =
    Unwrap<inputs.BranchPolicyWorkItemLinkingSettings>;
export type BranchPolicyWorkItemLinkingSettingsScope =
    Unwrap<inputs.BranchPolicyWorkItemLinkingSettingsScope>;
