import { ProjectPipelineSettings, type Project } from "@pulumi/azuredevops";
import * as pulumi from "@pulumi/pulumi";
import {
    AzureDevOpsAdvancedSecurity,
    AzureDevOpsAuditStream,
    AzureDevOpsPipelineSettings,
} from "gatehouse-hosts";

import type { AzureDevOpsProjectArgs } from "./azureDevOpsProjectArgs";

/**
 * Settings of all pipelines of the project. Everything is said, so that a setting changed by hand shows
 * as a difference. What the provider's resource lacks comes over REST.
 */
export function createPipelineSettings(
    parent: pulumi.Resource,
    name: string,
    project: Project,
): void {
    const settings = new ProjectPipelineSettings(
        `${name}-pipeline-settings`,
        {
            projectId: project.id,
            enforceJobScope: true,
            enforceJobScopeForRelease: true,
            enforceReferencedRepoScopedToken: true,
            enforceSettableVar: true,
            publishPipelineMetadata: true,
            statusBadgesArePrivate: true,
        },
        { parent },
    );
    new AzureDevOpsPipelineSettings(
        `${name}-pipeline-limits`,
        {
            projectId: project.id,
            forkProtectionEnabled: true,
            buildsEnabledForForks: false,
            // For the day somebody turns builds of forks on.
            enforceJobAuthScopeForForks: true,
            enforceNoAccessToSecretsFromForks: true,
            isCommentRequiredForPullRequest: true,
            requireCommentsForNonTeamMembersOnly: false,
            requireCommentsForNonTeamMemberAndNonContributors: false,
            disableClassicBuildPipelineCreation: true,
            disableClassicReleasePipelineCreation: true,
            disableImpliedYAMLCiTrigger: true,
            enableShellTasksArgsSanitizing: true,
            auditEnforceSettableVar: true,
        },
        // Both write the same page of settings.
        { parent, dependsOn: [settings] },
    );
}

/** What is bought, and what is the organisation's: only where the arguments ask for it. */
export function createPaidSettings(
    parent: pulumi.Resource,
    name: string,
    args: AzureDevOpsProjectArgs,
    project: Project,
): void {
    const { auditStream, codeSecurity, secretProtection } = args;
    if (secretProtection === true || codeSecurity === true) {
        new AzureDevOpsAdvancedSecurity(
            `${name}-advanced-security`,
            {
                projectId: project.id,
                enableSecretProtectionOnCreate: secretProtection === true,
                enableBlockPushesOnCreate: secretProtection === true,
                enableCodeSecurityOnCreate: codeSecurity === true,
                enableDependencyScanningInjectionOnCreate: codeSecurity === true,
            },
            { parent },
        );
    }
    if (auditStream) {
        new AzureDevOpsAuditStream(
            `${name}-audit-stream`,
            {
                azureMonitorLogs: {
                    workspaceId: auditStream.workspaceId,
                    sharedKey: pulumi.secret(auditStream.sharedKey),
                },
            },
            { parent },
        );
    }
}
