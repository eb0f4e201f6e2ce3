import { projectId } from "../azuredevops/fields";
import { flag } from "../shape";
import { str } from "../values";
import { devOpsHostsType, oneAtLeast } from "./hostsType";

/**
 * What `ProjectPipelineSettings` of the azuredevops package cannot set.
 * source: MicrosoftDocs/vsts-rest-api-specs, build 7.2, PipelineGeneralSettings; date: 2026-11-21
 */
const settings = [
    "forkProtectionEnabled",
    "buildsEnabledForForks",
    "enforceJobAuthScopeForForks",
    "enforceNoAccessToSecretsFromForks",
    "isCommentRequiredForPullRequest",
    "requireCommentsForNonTeamMembersOnly",
    "requireCommentsForNonTeamMemberAndNonContributors",
    "disableClassicBuildPipelineCreation",
    "disableClassicReleasePipelineCreation",
    "disableImpliedYAMLCiTrigger",
    "enableShellTasksArgsSanitizing",
    "enableShellTasksArgsSanitizingAudit",
    "auditEnforceSettableVar",
];

export const pipelineSettings = devOpsHostsType("AzureDevOpsPipelineSettings", {
    inputs: { projectId, ...Object.fromEntries(settings.map((name) => [name, flag])) },
    id: (inputs) => str(inputs, "projectId"),
    setting: true,
    check: (inputs) => oneAtLeast(inputs, settings),
});
