/**
 * Resources for what GitHub and Azure DevOps let nobody set but over REST. Only classes here: the
 * plugin that carries them out is a program of its own, so that importing them costs next to nothing.
 */
export * from "./binding/azureDevOpsAdvancedSecurity";
export * from "./binding/azureDevOpsAuditStream";
export * from "./binding/azureDevOpsFeedUpstreams";
export * from "./binding/azureDevOpsPipelineSettings";
export * from "./binding/gitHubAuditStream";
export * from "./binding/gitHubAuditStreamTargets";
export * from "./binding/gitHubDeploymentProtectionRule";
export * from "./binding/gitHubForkApproval";
export * from "./binding/gitHubImmutableReleases";
export * from "./binding/gitHubImmutableSubject";
export * from "./binding/gitHubPrivateVulnerabilityReporting";
export * from "./binding/provider";
