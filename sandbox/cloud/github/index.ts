import type { ResourceType } from "../resourceType";
import { branchProtection, branchProtectionV3 } from "./branchProtection";
import { branch, branchDefault } from "./branches";
import { organizationCustomProperties, repositoryCustomProperty } from "./customProperties";
import { branchPolicy, deploymentPolicy } from "./deploymentPolicy";
import {
    enterprisePermissions,
    enterpriseWorkflowPermissions,
    ipAllowListEntry,
} from "./enterprise";
import { environment } from "./environment";
import {
    organizationOidcTemplate,
    organizationPermissions,
    organizationWorkflowPermissions,
    repositoryAccessLevel,
} from "./organizationActions";
import {
    organizationRepositoryRole,
    organizationRole,
    organizationRoleTeam,
    organizationRoleUser,
    securityManager,
} from "./organizationRoles";
import { organizationRuleset } from "./organizationRuleset";
import {
    dependabotOrganizationSecret,
    dependabotSecret,
    organizationSecret,
    organizationSecretRepositories,
    organizationVariable,
    organizationVariableRepositories,
} from "./organizationSecrets";
import { organizationSettings } from "./organizationSettings";
import { repositoryPages } from "./pages";
import { repository } from "./repository";
import {
    autolink,
    deployKey,
    repositoryCollaborator,
    repositoryCollaborators,
    repositoryTopics,
} from "./repositoryAccess";
import { repositoryFile } from "./repositoryFile";
import {
    actionsPermissions,
    dependabotUpdates,
    oidcTemplate,
    vulnerabilityAlerts,
    workflowPermissions,
} from "./repositorySettings";
import { ruleset } from "./ruleset";
import { hostedRunner, runnerGroup } from "./runners";
import { teamSettings } from "./teamSettings";
import { membership, team, teamMembers, teamMembership, teamRepository } from "./teams";
import {
    actionsSecret,
    actionsVariable,
    environmentSecret,
    environmentVariable,
} from "./variables";
import { organizationWebhook, repositoryWebhook } from "./webhooks";

export { githubFunctions } from "./functions";

/** GitHub types that are emulated. */
export const githubTypes: readonly ResourceType[] = [
    actionsPermissions,
    actionsSecret,
    actionsVariable,
    autolink,
    branch,
    branchDefault,
    branchPolicy,
    branchProtection,
    branchProtectionV3,
    dependabotOrganizationSecret,
    dependabotSecret,
    dependabotUpdates,
    deployKey,
    deploymentPolicy,
    enterprisePermissions,
    enterpriseWorkflowPermissions,
    environment,
    environmentSecret,
    environmentVariable,
    hostedRunner,
    ipAllowListEntry,
    membership,
    oidcTemplate,
    organizationCustomProperties,
    organizationOidcTemplate,
    organizationPermissions,
    organizationRepositoryRole,
    organizationRole,
    organizationRoleTeam,
    organizationRoleUser,
    organizationRuleset,
    organizationSecret,
    organizationSecretRepositories,
    organizationSettings,
    organizationVariable,
    organizationVariableRepositories,
    organizationWebhook,
    organizationWorkflowPermissions,
    repository,
    repositoryAccessLevel,
    repositoryCollaborator,
    repositoryCollaborators,
    repositoryCustomProperty,
    repositoryFile,
    repositoryPages,
    repositoryTopics,
    repositoryWebhook,
    ruleset,
    runnerGroup,
    securityManager,
    team,
    teamMembers,
    teamMembership,
    teamRepository,
    teamSettings,
    vulnerabilityAlerts,
    workflowPermissions,
];
