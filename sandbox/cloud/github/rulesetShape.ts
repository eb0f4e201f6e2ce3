import {
    flag,
    fixed,
    integer,
    list,
    matching,
    object,
    oneOf,
    required,
    text,
    type Fields,
} from "../shape";
import { dashed, repositoryName } from "./rest";

const pattern = object({
    name: text,
    negate: flag,
    operator: required(oneOf("starts_with", "ends_with", "contains", "regex")),
    pattern: required(text),
});

const pullRequest = object({
    allowedMergeMethods: list(oneOf("merge", "squash", "rebase")),
    dismissStaleReviewsOnPush: flag,
    requireCodeOwnerReview: flag,
    requireLastPushApproval: flag,
    requiredApprovingReviewCount: integer(0, 10),
    requiredReviewThreadResolution: flag,
    requiredReviewers: list(
        object({
            filePatterns: required(list(text)),
            minimumApprovals: required(integer(0, 10)),
            reviewer: required(object({ id: required(integer()), type: required(oneOf("Team")) })),
        }),
        { max: 15 },
    ),
});

const mergeQueue = object({
    checkResponseTimeoutMinutes: integer(1, 360),
    groupingStrategy: oneOf("ALLGREEN", "HEADGREEN"),
    maxEntriesToBuild: integer(0, 100),
    maxEntriesToMerge: integer(0, 100),
    mergeMethod: oneOf("MERGE", "SQUASH", "REBASE"),
    minEntriesToMerge: integer(0, 100),
    minEntriesToMergeWaitMinutes: integer(0, 360),
});

/** Rules of repositories and organisations alike. */
const commonRules: Fields = {
    branchNamePattern: pattern,
    commitAuthorEmailPattern: pattern,
    commitMessagePattern: pattern,
    committerEmailPattern: pattern,
    copilotCodeReview: object({ reviewDraftPullRequests: flag, reviewOnPush: flag }),
    creation: flag,
    deletion: flag,
    fileExtensionRestriction: object({
        restrictedFileExtensions: required(list(text, { max: 200 })),
    }),
    filePathRestriction: object({ restrictedFilePaths: required(list(text, { max: 200 })) }),
    maxFilePathLength: object({ maxFilePathLength: required(integer(1, 32767)) }),
    maxFileSize: object({ maxFileSize: required(integer(1, 100)) }),
    nonFastForward: flag,
    pullRequest,
    requiredCodeScanning: object({
        requiredCodeScanningTools: required(
            list(
                object({
                    alertsThreshold: required(
                        oneOf("none", "errors", "errors_and_warnings", "all"),
                    ),
                    securityAlertsThreshold: required(
                        oneOf("none", "critical", "high_or_higher", "medium_or_higher", "all"),
                    ),
                    tool: required(text),
                }),
            ),
        ),
    }),
    requiredLinearHistory: flag,
    requiredSignatures: flag,
    requiredStatusChecks: object({
        doNotEnforceOnCreate: flag,
        requiredChecks: required(
            list(object({ context: required(text), integrationId: integer() })),
        ),
        strictRequiredStatusChecksPolicy: flag,
    }),
    tagNamePattern: pattern,
    update: flag,
};

const bypassActors = (...types: string[]) =>
    list(
        object({
            actorId: integer(),
            actorType: required(
                oneOf(
                    "RepositoryRole",
                    "Team",
                    "Integration",
                    "OrganizationAdmin",
                    "DeployKey",
                    "EnterpriseOwner",
                    ...types,
                ),
            ),
            bypassMode: required(oneOf("always", "pull_request", "exempt")),
        }),
    );
const refName = object({ excludes: required(list(text)), includes: required(list(text)) });
const enforcement = required(oneOf("disabled", "active", "evaluate"));
const target = required(oneOf("branch", "tag", "push"));

/** Inputs of a repository ruleset. */
export const rulesetInputs: Fields = {
    bypassActors: bypassActors("User"),
    conditions: object({ refName: required(refName) }),
    enforcement,
    name: text,
    repository: fixed(repositoryName),
    rules: required(
        object({
            ...commonRules,
            mergeQueue,
            requiredDeployments: object({ requiredDeploymentEnvironments: required(list(text)) }),
            updateAllowsFetchAndMerge: flag,
        }),
    ),
    target,
};

const property = object({
    name: required(text),
    propertyValues: required(list(text)),
    source: oneOf("custom", "system"),
});

/** Inputs of an organisation's ruleset. */
export const organizationRulesetInputs: Fields = {
    bypassActors: bypassActors(),
    conditions: object({
        refName,
        repositoryIds: list(integer()),
        repositoryName: object({
            excludes: required(list(text)),
            includes: required(list(text)),
            protected: flag,
        }),
        repositoryProperty: object({ excludes: list(property), includes: list(property) }),
    }),
    enforcement,
    name: text,
    rules: required(
        object({
            ...commonRules,
            requiredWorkflows: object({
                doNotEnforceOnCreate: flag,
                requiredWorkflows: required(
                    list(
                        object({
                            path: required(
                                matching(
                                    /^\.github\/workflows\/[^/]+\.ya?ml$/,
                                    "a .yml file in .github/workflows",
                                ),
                            ),
                            ref: text,
                            repositoryId: required(integer()),
                        }),
                    ),
                ),
            }),
        }),
    ),
    target,
};

export const rulesetAutoname = dashed("name");
