import * as pulumi from "@pulumi/pulumi";
import { registration, token } from "./registration";

/**
 * The arguments of an {@link AzureDevOpsPipelineSettings}. What is left out stays as it is; at least one
 * setting is given.
 */
export interface AzureDevOpsPipelineSettingsArgs {
    /** Id of the project. A change replaces the resource. */
    projectId: pulumi.Input<string>;
    /**
     * Whether the limits on pull requests from forks below are in force.
     * @default as it is
     */
    forkProtectionEnabled?: pulumi.Input<boolean>;
    /**
     * Whether pull requests from forks are built at all.
     * @default as it is
     */
    buildsEnabledForForks?: pulumi.Input<boolean>;
    /**
     * Whether builds of forks get a token for this project only.
     * @default as it is
     */
    enforceJobAuthScopeForForks?: pulumi.Input<boolean>;
    /**
     * Whether builds of forks get no secrets.
     * @default as it is
     */
    enforceNoAccessToSecretsFromForks?: pulumi.Input<boolean>;
    /**
     * Whether a member of the team has to comment before a pull request is built.
     * @default as it is
     */
    isCommentRequiredForPullRequest?: pulumi.Input<boolean>;
    /**
     * Whether that comment is asked for pull requests of people outside the team only.
     * @default as it is
     */
    requireCommentsForNonTeamMembersOnly?: pulumi.Input<boolean>;
    /**
     * Whether that comment is asked for pull requests of people who are neither in the team nor have
     * contributed.
     * @default as it is
     */
    requireCommentsForNonTeamMemberAndNonContributors?: pulumi.Input<boolean>;
    /**
     * Whether nobody can create a classic build pipeline, task groups and deployment groups included.
     * @default as it is
     */
    disableClassicBuildPipelineCreation?: pulumi.Input<boolean>;
    /**
     * Whether nobody can create a classic release pipeline.
     * @default as it is
     */
    disableClassicReleasePipelineCreation?: pulumi.Input<boolean>;
    /**
     * Whether a YAML file without `trigger` is not run on every push.
     * @default as it is
     */
    disableImpliedYAMLCiTrigger?: pulumi.Input<boolean>;
    /**
     * Whether arguments of shell tasks are checked for characters that start another command.
     * @default as it is
     */
    enableShellTasksArgsSanitizing?: pulumi.Input<boolean>;
    /**
     * Whether such arguments are only reported.
     * @default as it is
     */
    enableShellTasksArgsSanitizingAudit?: pulumi.Input<boolean>;
    /**
     * Whether a run with variables that are not settable at queue time is noted in the audit log.
     * @default as it is
     */
    auditEnforceSettableVar?: pulumi.Input<boolean>;
}

/**
 * Pipeline settings of a project that `ProjectPipelineSettings` of the `azuredevops` package lacks; the
 * two share none. Where the organisation's setting is stricter, it wins: asking for less fails with its name.
 * Deleted, settings stay as they are: Azure DevOps documents no defaults to go back to.
 *
 * REST: `/{organization}/{project}/_apis/build/generalsettings`.
 */
export class AzureDevOpsPipelineSettings extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = token("AzureDevOpsPipelineSettings");

    declare readonly projectId: pulumi.Output<string>;
    declare readonly forkProtectionEnabled: pulumi.Output<boolean | undefined>;
    declare readonly buildsEnabledForForks: pulumi.Output<boolean | undefined>;
    declare readonly enforceJobAuthScopeForForks: pulumi.Output<boolean | undefined>;
    declare readonly enforceNoAccessToSecretsFromForks: pulumi.Output<boolean | undefined>;
    declare readonly isCommentRequiredForPullRequest: pulumi.Output<boolean | undefined>;
    declare readonly requireCommentsForNonTeamMembersOnly: pulumi.Output<boolean | undefined>;
    declare readonly requireCommentsForNonTeamMemberAndNonContributors: pulumi.Output<
        boolean | undefined
    >;
    declare readonly disableClassicBuildPipelineCreation: pulumi.Output<boolean | undefined>;
    declare readonly disableClassicReleasePipelineCreation: pulumi.Output<boolean | undefined>;
    declare readonly disableImpliedYAMLCiTrigger: pulumi.Output<boolean | undefined>;
    declare readonly enableShellTasksArgsSanitizing: pulumi.Output<boolean | undefined>;
    declare readonly enableShellTasksArgsSanitizingAudit: pulumi.Output<boolean | undefined>;
    declare readonly auditEnforceSettableVar: pulumi.Output<boolean | undefined>;

    constructor(
        name: string,
        args: AzureDevOpsPipelineSettingsArgs,
        opts?: pulumi.CustomResourceOptions,
    ) {
        super(
            AzureDevOpsPipelineSettings.__pulumiType,
            name,
            ...registration(args, opts, {
                required: ["projectId"],
                optional: [
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
                ],
            }),
        );
    }
}
