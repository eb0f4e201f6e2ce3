import type { Unwrap } from "@pulumi/pulumi";
import type * as inputs from "../input";

export type CheckRequiredTemplateRequiredTemplate =
    Unwrap<inputs.CheckRequiredTemplateRequiredTemplate>;
export type FeedFeature = Unwrap<inputs.FeedFeature>;
export type GitInitialization = Unwrap<inputs.GitInitialization>;
export type TeamArea = Unwrap<inputs.TeamArea>;
export type VariableGroupKeyVault = Unwrap<inputs.VariableGroupKeyVault>;
export type VariableGroupVariable = Unwrap<inputs.VariableGroupVariable>;
