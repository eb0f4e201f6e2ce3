export { AgentNetwork } from "./agents/network/agentNetwork";
export type { AgentNetworkArgs } from "./agents/network/agentNetworkArgs";
export { AuditTrail } from "./audit/auditTrail";
export type {
    AuditTrailArgs,
    AuditTrailAws,
    AuditTrailAzure,
    AuditWebhook,
} from "./audit/auditTrailArgs";
export type { DevOpsGroup, DevOpsPipeline } from "./shared/devOpsGroup";
export { logToTrail } from "./audit/logToTrail";
export { AwsAgentNetwork } from "./agents/awsAgentNetwork";
export type { AwsAgentNetworkArgs } from "./agents/awsAgentNetworkArgs";
export { AzureAgentPool } from "./agents/azureAgentPool";
export type {
    AgentImage,
    AgentMachines,
    AzureAgentPoolArgs,
    AzureDevOpsAgents,
    EphemeralPool,
    GitHubRunners,
    ManagedPool,
    ScaleSetPool,
} from "./agents/azureAgentPoolArgs";
export { AzureDevOpsQueue } from "./agents/azureDevOpsQueue";
export type { AzureDevOpsQueueArgs } from "./agents/azureDevOpsQueueArgs";
export { AwsRunnerPool } from "./agents/awsRunnerPool";
export type {
    AwsRunnerBuilds,
    AwsRunnerInstances,
    AwsRunnerPoolArgs,
    AwsRunnerRepository,
} from "./agents/awsRunnerPoolArgs";
export { AzureDevOpsEnvironment } from "./environments/azureDevOpsEnvironment";
export type { AzureDevOpsEnvironmentArgs } from "./environments/azureDevOpsEnvironmentArgs";
export { GitHubEnvironment } from "./environments/githubEnvironment";
export type { EnvironmentApp, GitHubEnvironmentArgs } from "./environments/githubEnvironmentArgs";
export type {
    EstateAgents,
    EstateAws,
    EstateAwsTargets,
    EstateEcsService,
    EstateGitHubApp,
    EstateLambdaAlias,
    EstatePool,
    EstatePrincipals,
    EstateS3Site,
    EstateSecret,
    EstateSigningKey,
    EstateState,
} from "./estate/estateCloudArgs";
export type {
    EstateAzureDevOps,
    EstateBranch,
    EstateGitHub,
    EstateRequiredWorkflow,
} from "./estate/estateHostArgs";
export type { EstateBreakGlass, EstateRoles } from "./estate/estateRolesArgs";
export { PipelineEstate } from "./estate/pipelineEstate";
export type {
    EstateAzure,
    EstateCheck,
    EstateEnvironment,
    EstateRepository,
    EstateRole,
    EstateTeam,
    EstateVault,
    PipelineEstateArgs,
} from "./estate/pipelineEstateArgs";
export {
    devicesProblems,
    underDevices,
    type DevicesGuard,
    type DevicesRules,
} from "./governance/developerDevices";
export { roleProjectGroups, roleTeam } from "./governance/roleGroups";
export { Roles } from "./governance/roles";
export type {
    RoleHolder,
    RolesArgs,
    RolesAws,
    RolesAzure,
    RoleScope,
} from "./governance/rolesArgs";
export { signaturePipeline, signatureWorkflow } from "./governance/signatureCheck";
export { GitHubOrganization } from "./governance/githubOrganization";
export type {
    AuditStreamBucket,
    AuditStreamEventHub,
    GitHubOrganizationArgs,
    OrganizationAddress,
    OrganizationEnterprise,
    OrganizationProperty,
} from "./governance/githubOrganizationArgs";
export { GitHubOrganizationActions } from "./governance/githubOrganizationActions";
export type {
    ActionsRepository,
    GitHubOrganizationActionsArgs,
    RequiredWorkflow,
} from "./governance/githubOrganizationActionsArgs";
export { AzureDevOpsProject } from "./governance/azureDevOpsProject";
export type {
    AzureDevOpsProjectArgs,
    DevOpsAuditHook,
    DevOpsAuditStream,
    DevOpsProjectGroup,
} from "./governance/azureDevOpsProjectArgs";
export { devOpsGroup } from "./governance/devOpsGroupOf";
export { AwsFederatedRole } from "./identity/awsFederatedRole";
export type {
    AwsFederatedRoleArgs,
    EcrRepositoryTarget,
    EcsServiceTarget,
    LambdaAliasTarget,
    S3SiteTarget,
    TrustedConnection,
} from "./identity/awsFederatedRoleArgs";
export { AwsOidcProvider } from "./identity/awsOidcProvider";
export type { AwsOidcProviderArgs } from "./identity/awsOidcProviderArgs";
export { AwsServiceConnection } from "./identity/awsServiceConnection";
export type { AwsServiceConnectionArgs } from "./identity/awsServiceConnectionArgs";
export { AzureServiceConnection } from "./identity/azureServiceConnection";
export type { AzureServiceConnectionArgs } from "./identity/azureServiceConnectionArgs";
export { AzureFederatedIdentity } from "./identity/azureFederatedIdentity";
export type {
    AzureFederatedIdentityArgs,
    FederatedConnection,
    FederatedCredential,
    FederatedCustomRole,
    FederatedRole,
    StandingIdentity,
} from "./identity/azureFederatedIdentityArgs";
export { AzureDevOpsRepositoryGuard } from "./repositories/azureDevOpsRepositoryGuard";
export type {
    AzureDevOpsRepositoryGuardArgs,
    DevOpsBranch,
    DevOpsGate,
    DevOpsStatus,
} from "./repositories/azureDevOpsRepositoryGuardArgs";
export { GitHubRepositoryGuard } from "./repositories/githubRepositoryGuard";
export type { GitHubRepositoryGuardArgs } from "./repositories/githubRepositoryGuardArgs";
export type {
    GuardAnalysis,
    GuardBranch,
    GuardCheck,
    GuardCollaborator,
    GuardEcosystem,
    GuardReleaseTags,
    GuardScanner,
    GuardTeam,
    GuardWorkflow,
} from "./repositories/guardPartArgs";
export { StateStore } from "./state/stateStore";
export type { StateStoreArgs, StateStoreAws, StateStoreAzure } from "./state/stateStoreArgs";
export { AwsSecretVault } from "./vault/awsSecretVault";
export type { AwsSecretVaultArgs, AwsVaultSecret } from "./vault/awsSecretVaultArgs";
export { AzureDevOpsFeed } from "./supplyChain/azureDevOpsFeed";
export type { AzureDevOpsFeedArgs, FeedSource, FeedView } from "./supplyChain/azureDevOpsFeedArgs";
export { HardenedVault } from "./vault/hardenedVault";
export type { HardenedVaultArgs, VaultReader } from "./vault/hardenedVaultArgs";
export { KeyVaultVariables } from "./vault/keyVaultVariables";
export type { KeyVaultVariablesArgs } from "./vault/keyVaultVariablesArgs";
export { SigningKey } from "./vault/signingKey";
export type { SigningKeyArgs, SigningKeyAws, SigningKeyAzure } from "./vault/signingKeyArgs";
export type { VaultPrincipal } from "./vault/vaultPrincipalArgs";
export { VaultSecret } from "./vault/vaultSecret";
export type { VaultSecretArgs } from "./vault/vaultSecretArgs";
export { withoutVersionAliases } from "./shared/versionAliases";
export type {
    DevOpsBusinessHours,
    DevOpsChecks,
    DevOpsRestCheck,
    DevOpsTemplate,
} from "./shared/protection/devOpsChecksArgs";
