import type { Unwrap } from "@pulumi/pulumi";
import type * as inputs from "../input";

export type BuildDefinitionBuildCompletionTrigger =
    Unwrap<inputs.BuildDefinitionBuildCompletionTrigger>;
export type BuildDefinitionBuildCompletionTriggerBranchFilter =
    Unwrap<inputs.BuildDefinitionBuildCompletionTriggerBranchFilter>;
export type BuildDefinitionCiTrigger = Unwrap<inputs.BuildDefinitionCiTrigger>;
export type BuildDefinitionCiTriggerOverride = Unwrap<inputs.BuildDefinitionCiTriggerOverride>;
export type BuildDefinitionCiTriggerOverrideBranchFilter =
    Unwrap<inputs.BuildDefinitionCiTriggerOverrideBranchFilter>;
export type BuildDefinitionCiTriggerOverridePathFilter =
    Unwrap<inputs.BuildDefinitionCiTriggerOverridePathFilter>;
export type BuildDefinitionFeature = Unwrap<inputs.BuildDefinitionFeature>;
export type BuildDefinitionJob = Unwrap<inputs.BuildDefinitionJob>;
export type BuildDefinitionJobDependency = Unwrap<inputs.BuildDefinitionJobDependency>;
export type BuildDefinitionJobTarget = Unwrap<inputs.BuildDefinitionJobTarget>;
export type BuildDefinitionJobTargetExecutionOptions =
    Unwrap<inputs.BuildDefinitionJobTargetExecutionOptions>;
export type BuildDefinitionPullRequestTrigger = Unwrap<inputs.BuildDefinitionPullRequestTrigger>;
export type BuildDefinitionPullRequestTriggerForks =
    Unwrap<inputs.BuildDefinitionPullRequestTriggerForks>;
export type BuildDefinitionPullRequestTriggerOverride =
    Unwrap<inputs.BuildDefinitionPullRequestTriggerOverride>;
export type BuildDefinitionPullRequestTriggerOverrideBranchFilter =
    Unwrap<inputs.BuildDefinitionPullRequestTriggerOverrideBranchFilter>;
export type BuildDefinitionPullRequestTriggerOverridePathFilter =
    Unwrap<inputs.BuildDefinitionPullRequestTriggerOverridePathFilter>;
export type BuildDefinitionRepository = Unwrap<inputs.BuildDefinitionRepository>;
export type BuildDefinitionSchedule = Unwrap<inputs.BuildDefinitionSchedule>;
export type BuildDefinitionScheduleBranchFilter =
    Unwrap<inputs.BuildDefinitionScheduleBranchFilter>;
export type BuildDefinitionVariable = Unwrap<inputs.BuildDefinitionVariable>;
