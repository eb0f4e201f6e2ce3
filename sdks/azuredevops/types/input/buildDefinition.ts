import type * as pulumi from "@pulumi/pulumi";

export interface BuildDefinitionBuildCompletionTrigger {
    /** Branches it concerns. */
    branchFilters: pulumi.Input<pulumi.Input<BuildDefinitionBuildCompletionTriggerBranchFilter>[]>;
    /** Number of the pipeline. */
    buildDefinitionId: pulumi.Input<number>;
}

export interface BuildDefinitionBuildCompletionTriggerBranchFilter {
    /** Patterns it leaves out. */
    excludes?: pulumi.Input<pulumi.Input<string>[]>;
    /** Patterns it concerns. */
    includes?: pulumi.Input<pulumi.Input<string>[]>;
}

export interface BuildDefinitionCiTrigger {
    /** Triggers set here instead of in the YAML. */
    override?: pulumi.Input<BuildDefinitionCiTriggerOverride>;
    /** The YAML says what triggers it. Default: `false`. */
    useYaml?: pulumi.Input<boolean>;
}

export interface BuildDefinitionCiTriggerOverride {
    /** Pushes during a run wait for its end and run together. Default: `true`. */
    batch?: pulumi.Input<boolean>;
    /** Branches it concerns. */
    branchFilters: pulumi.Input<pulumi.Input<BuildDefinitionCiTriggerOverrideBranchFilter>[]>;
    /** Runs of one branch at the same time. Default: `1`. */
    maxConcurrentBuildsPerBranch?: pulumi.Input<number>;
    /** Paths it concerns. */
    pathFilters?: pulumi.Input<pulumi.Input<BuildDefinitionCiTriggerOverridePathFilter>[]>;
    /** Seconds between looks at an external repository. */
    pollingInterval?: pulumi.Input<number>;
    /** Id of the polling job; the service sets it. */
    pollingJobId?: pulumi.Input<string>;
}

export type BuildDefinitionCiTriggerOverrideBranchFilter =
    BuildDefinitionBuildCompletionTriggerBranchFilter;

export type BuildDefinitionCiTriggerOverridePathFilter =
    BuildDefinitionBuildCompletionTriggerBranchFilter;

export interface BuildDefinitionFeature {
    /** Creating it starts no run. Default: `true`. */
    skipFirstRun?: pulumi.Input<boolean>;
}

export interface BuildDefinitionJob {
    /** Scripts may use the job's token. Default: `false`. */
    allowScriptsAuthAccessOption?: pulumi.Input<boolean>;
    /** Condition under which it runs. */
    condition: pulumi.Input<string>;
    /** Jobs that must have ended. */
    dependencies?: pulumi.Input<pulumi.Input<BuildDefinitionJobDependency>[]>;
    /**
     * How far tokens of jobs reach. One of `project`, `projectCollection`. Default:
     * `projectCollection`.
     */
    jobAuthorizationScope?: pulumi.Input<string>;
    /** Minutes a cancelled job may still take. 0 to 60. Default: `0`. */
    jobCancelTimeoutInMinutes?: pulumi.Input<number>;
    /** Minutes a job may take; 0: no limit. Default: `0`. */
    jobTimeoutInMinutes?: pulumi.Input<number>;
    /** Name of the job. */
    name: pulumi.Input<string>;
    /** Name other jobs refer to it by. */
    refName: pulumi.Input<string>;
    /** What it runs on. */
    target: pulumi.Input<BuildDefinitionJobTarget>;
}

export interface BuildDefinitionJobDependency {
    /** Reference name of the other job. */
    scope: pulumi.Input<string>;
}

export interface BuildDefinitionJobTarget {
    /** What agents must offer. */
    demands?: pulumi.Input<pulumi.Input<string>[]>;
    /** How it is spread over agents. */
    executionOptions: pulumi.Input<BuildDefinitionJobTargetExecutionOptions>;
    /** Kind. One of `AgentJob`, `AgentlessJob`. */
    type: pulumi.Input<string>;
}

export interface BuildDefinitionJobTargetExecutionOptions {
    /** An error does not end the job. */
    continueOnError?: pulumi.Input<boolean>;
    /** Agents at the same time. 1 to 99. */
    maxConcurrency?: pulumi.Input<number>;
    /** Variables whose values multiply the job. */
    multipliers?: pulumi.Input<string>;
    /** Kind. One of `None`, `Multi-Configuration`, `Multi-Agent`. */
    type: pulumi.Input<string>;
}

export interface BuildDefinitionPullRequestTrigger {
    /** Whose pull requests wait for a comment of a team member. One of `All`, `NonTeamMembers`. */
    commentRequired?: pulumi.Input<string>;
    /** What pull requests of forks may do. */
    forks: pulumi.Input<BuildDefinitionPullRequestTriggerForks>;
    /** Branch the trigger was made for. Default: `Managed by Terraform`. */
    initialBranch?: pulumi.Input<string>;
    /** Triggers set here instead of in the YAML. */
    override?: pulumi.Input<BuildDefinitionPullRequestTriggerOverride>;
    /** The YAML says what triggers it. Default: `false`. */
    useYaml?: pulumi.Input<boolean>;
}

export interface BuildDefinitionPullRequestTriggerForks {
    /** Pull requests of forks are built. */
    enabled: pulumi.Input<boolean>;
    /** Runs of forks get secrets. */
    shareSecrets: pulumi.Input<boolean>;
}

export interface BuildDefinitionPullRequestTriggerOverride {
    /** A newer push cancels the run. Default: `true`. */
    autoCancel?: pulumi.Input<boolean>;
    /** Branches it concerns. */
    branchFilters: pulumi.Input<
        pulumi.Input<BuildDefinitionPullRequestTriggerOverrideBranchFilter>[]
    >;
    /** Paths it concerns. */
    pathFilters?: pulumi.Input<pulumi.Input<BuildDefinitionPullRequestTriggerOverridePathFilter>[]>;
}

export type BuildDefinitionPullRequestTriggerOverrideBranchFilter =
    BuildDefinitionBuildCompletionTriggerBranchFilter;

export type BuildDefinitionPullRequestTriggerOverridePathFilter =
    BuildDefinitionBuildCompletionTriggerBranchFilter;

export interface BuildDefinitionRepository {
    /** Branch it runs on when none is named. Default: `master`. */
    branchName?: pulumi.Input<string>;
    /** Address of the GitHub Enterprise server. */
    githubEnterpriseUrl?: pulumi.Input<string>;
    /** Id of the repository; `owner/name` on GitHub. */
    repoId: pulumi.Input<string>;
    /**
     * Where the repository is. One of `GitHub`, `TfsGit`, `Bitbucket`, `GitHubEnterprise`, `Git`.
     */
    repoType: pulumi.Input<string>;
    /** Results are posted on commits. Default: `true`. */
    reportBuildStatus?: pulumi.Input<boolean>;
    /** Service connection it signs in with. */
    serviceConnectionId?: pulumi.Input<string>;
    /** Address of an external repository. */
    url?: pulumi.Input<string>;
    /** Path of the YAML file. */
    ymlPath?: pulumi.Input<string>;
}

export interface BuildDefinitionSchedule {
    /** Branches it concerns. */
    branchFilters: pulumi.Input<pulumi.Input<BuildDefinitionScheduleBranchFilter>[]>;
    /** Days of the week. One of `Mon`, `Tue`, `Wed`, `Thu`, `Fri`, `Sat`, `Sun`. */
    daysToBuilds: pulumi.Input<pulumi.Input<string>[]>;
    /** Id of the schedule's job; the service sets it. */
    scheduleJobId?: pulumi.Input<string>;
    /** Nothing runs where nothing changed. Default: `true`. */
    scheduleOnlyWithChanges?: pulumi.Input<boolean>;
    /** Hour of the day. 0 to 23. Default: `0`. */
    startHours?: pulumi.Input<number>;
    /** Minute of the hour. 0 to 59. Default: `0`. */
    startMinutes?: pulumi.Input<number>;
    /** Time zone, by its display name. Default: `(UTC) Coordinated Universal Time`. */
    timeZone?: pulumi.Input<string>;
}

export type BuildDefinitionScheduleBranchFilter = BuildDefinitionBuildCompletionTriggerBranchFilter;

export interface BuildDefinitionVariable {
    /** Whoever queues a run may set it. Default: `true`. */
    allowOverride?: pulumi.Input<boolean>;
    /** It is secret: give `secretValue`. Default: `false`. */
    isSecret?: pulumi.Input<boolean>;
    /** Name of the variable. */
    name: pulumi.Input<string>;
    /** Value of a secret variable. */
    secretValue?: pulumi.Input<string>;
    /** Value of the variable. */
    value?: pulumi.Input<string>;
}
