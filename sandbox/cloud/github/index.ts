import type { ResourceType } from "../resourceType";
import { branch, branchDefault, branchProtection } from "./branches";
import { deploymentPolicy, environment } from "./environment";
import { repository } from "./repository";
import { repositoryFile } from "./repositoryFile";
import {
    actionsPermissions,
    dependabotUpdates,
    oidcTemplate,
    vulnerabilityAlerts,
    workflowPermissions,
} from "./repositorySettings";
import { ruleset } from "./ruleset";
import { membership, team, teamMembers, teamMembership, teamRepository } from "./teams";
import {
    actionsSecret,
    actionsVariable,
    environmentSecret,
    environmentVariable,
} from "./variables";

export { githubFunctions } from "./functions";

/** GitHub types that are emulated. */
export const githubTypes: readonly ResourceType[] = [
    actionsPermissions,
    actionsSecret,
    actionsVariable,
    branch,
    branchDefault,
    branchProtection,
    dependabotUpdates,
    deploymentPolicy,
    environment,
    environmentSecret,
    environmentVariable,
    membership,
    oidcTemplate,
    repository,
    repositoryFile,
    ruleset,
    team,
    teamMembers,
    teamMembership,
    teamRepository,
    vulnerabilityAlerts,
    workflowPermissions,
];
