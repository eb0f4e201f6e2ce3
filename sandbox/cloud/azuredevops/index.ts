import type { ResourceType } from "../resourceType";
import {
    autoReviewers,
    buildValidation,
    commentResolution,
    mergeTypes,
    minReviewers,
    statusCheck,
    workItemLinking,
} from "./branchPolicies";
import { buildDefinition, buildFolder } from "./buildDefinition";
import {
    approval,
    branchControl,
    businessHours,
    exclusiveLock,
    requiredTemplate,
    restApi,
} from "./checks";
import { azureEndpoint, registryEndpoint } from "./endpointAzure";
import { awsEndpoint, genericEndpoint, genericV2Endpoint, githubEndpoint } from "./endpoints";
import { groupEntitlement, servicePrincipalEntitlement, user } from "./entitlements";
import { environment } from "./environment";
import { extension } from "./extension";
import { feed, feedPermission, feedRetentionPolicy } from "./feeds";
import { git, gitBranch } from "./git";
import { gitFile } from "./gitFile";
import { group, groupMembership } from "./groups";
import {
    buildDefinitionPermissions,
    buildFolderPermissions,
    endpointPermissions,
    gitPermissions,
    libraryPermissions,
    projectPermissions,
    securityPermissions,
    servicehookPermissions,
    variableGroupPermissions,
} from "./permissions";
import { pipelineAuthorization } from "./pipelineAuthorization";
import { elasticPool, pool, queue } from "./pools";
import { project, projectFeatures, projectPipelineSettings } from "./project";
import { repositoryPolicies } from "./repositoryPolicies";
import { securityroleAssignment } from "./securityRoles";
import { storageQueueHook, webhook } from "./serviceHooks";
import { team, teamAdministrators, teamMembers } from "./teams";
import { variableGroup, variableGroupVariable } from "./variableGroup";

export { azureDevOpsFunctions } from "./functions";

/** Azure DevOps types that are emulated. */
export const azureDevOpsTypes: readonly ResourceType[] = [
    approval,
    autoReviewers,
    awsEndpoint,
    azureEndpoint,
    branchControl,
    buildDefinition,
    buildDefinitionPermissions,
    buildFolder,
    buildFolderPermissions,
    buildValidation,
    businessHours,
    commentResolution,
    elasticPool,
    endpointPermissions,
    environment,
    exclusiveLock,
    extension,
    feed,
    feedPermission,
    feedRetentionPolicy,
    genericEndpoint,
    genericV2Endpoint,
    git,
    gitBranch,
    gitFile,
    githubEndpoint,
    gitPermissions,
    group,
    groupEntitlement,
    groupMembership,
    libraryPermissions,
    mergeTypes,
    minReviewers,
    pipelineAuthorization,
    pool,
    project,
    projectFeatures,
    projectPermissions,
    projectPipelineSettings,
    queue,
    registryEndpoint,
    ...repositoryPolicies,
    requiredTemplate,
    restApi,
    securityPermissions,
    securityroleAssignment,
    servicehookPermissions,
    servicePrincipalEntitlement,
    statusCheck,
    storageQueueHook,
    team,
    teamAdministrators,
    teamMembers,
    user,
    variableGroup,
    variableGroupPermissions,
    variableGroupVariable,
    webhook,
    workItemLinking,
];
