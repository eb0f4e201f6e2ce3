import {
    defaulting,
    flag,
    integer,
    list,
    matching,
    object,
    oneOf,
    required,
    secret,
    text,
    type Fields,
} from "../shape";
import { filled, filter, no, projectId, yes } from "./fields";
import { scheduleTimeZones } from "./scheduleTimeZones.json";

const branchFilters = required(list(filter, { min: 1 }));
const pathFilters = list(filter);
const jobScope = defaulting(oneOf("project", "projectCollection"), "projectCollection");

/** A folder of definitions: `\`, or `\first\second`. */
export const folderPath = matching(
    /^\\[^<>|:$@"/%+*?]*$/,
    'a path that begins with \\ and has none of < > | : $ @ " / % + * ?',
);

const ciTrigger = object({
    override: object({
        batch: yes,
        branchFilters,
        maxConcurrentBuildsPerBranch: defaulting(integer(1), 1),
        pathFilters,
        pollingInterval: integer(0),
    }),
    useYaml: no,
});

const pullRequestTrigger = object({
    commentRequired: oneOf("All", "NonTeamMembers"),
    forks: required(object({ enabled: required(flag), shareSecrets: required(flag) })),
    initialBranch: defaulting(text, "Managed by Terraform"),
    override: object({ autoCancel: yes, branchFilters, pathFilters }),
    useYaml: no,
});

const repository = object({
    branchName: defaulting(text, "master"),
    githubEnterpriseUrl: text,
    repoId: required(filled),
    repoType: required(oneOf("GitHub", "TfsGit", "Bitbucket", "GitHubEnterprise", "Git")),
    reportBuildStatus: yes,
    serviceConnectionId: text,
    url: text,
    ymlPath: text,
});

const schedule = object({
    branchFilters,
    daysToBuilds: required(
        list(oneOf("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"), { min: 1 }),
    ),
    scheduleOnlyWithChanges: yes,
    startHours: defaulting(integer(0, 23), 0),
    startMinutes: defaulting(integer(0, 59), 0),
    timeZone: defaulting(oneOf(...scheduleTimeZones), "(UTC) Coordinated Universal Time"),
});

const job = object({
    allowScriptsAuthAccessOption: no,
    condition: required(filled),
    dependencies: list(object({ scope: required(filled) })),
    jobAuthorizationScope: jobScope,
    jobCancelTimeoutInMinutes: defaulting(integer(0, 60), 0),
    jobTimeoutInMinutes: defaulting(integer(0, 1_000_000_000), 0),
    name: required(filled),
    refName: required(filled),
    target: required(
        object({
            demands: list(text),
            executionOptions: required(
                object({
                    continueOnError: flag,
                    maxConcurrency: integer(1, 99),
                    multipliers: filled,
                    type: required(oneOf("None", "Multi-Configuration", "Multi-Agent")),
                }),
            ),
            type: required(oneOf("AgentJob", "AgentlessJob")),
        }),
    ),
});

const variable = object({
    allowOverride: yes,
    isSecret: no,
    name: required(filled),
    secretValue: secret(text),
    value: text,
});

/** Inputs of a build definition. */
export const definitionInputs: Fields = {
    agentPoolName: defaulting(text, "Azure Pipelines"),
    agentSpecification: filled,
    buildCompletionTriggers: list(
        object({ branchFilters, buildDefinitionId: required(integer(1)) }),
        { min: 1 },
    ),
    ciTrigger,
    features: list(object({ skipFirstRun: yes })),
    jobAuthorizationScope: jobScope,
    jobs: list(job, { min: 1 }),
    name: filled,
    path: defaulting(folderPath, "\\"),
    projectId,
    pullRequestTrigger,
    queueStatus: defaulting(oneOf("enabled", "paused", "disabled"), "enabled"),
    repository: required(repository),
    schedules: list(schedule, { min: 1 }),
    variableGroups: list(integer(1), { min: 1 }),
    variables: list(variable),
};

export const folderInputs: Fields = {
    description: text,
    path: required(folderPath),
    projectId,
};
