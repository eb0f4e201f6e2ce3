import { fixed, flag, list, object, oneOf, required, secret, text } from "../../shape";
import type { TypeFields } from "../awsType";

export const webhookFields: TypeFields = {
    token: "aws:codebuild/webhook:Webhook",
    fields: {
        branchFilter: text,
        buildType: oneOf("BUILD", "BUILD_BATCH", "RUNNER_BUILDKITE_BUILD"),
        filterGroups: list(
            object({
                filters: list(
                    object({
                        excludeMatchedPattern: flag,
                        pattern: required(text),
                        type: required(
                            oneOf(
                                "EVENT",
                                "BASE_REF",
                                "HEAD_REF",
                                "ACTOR_ACCOUNT_ID",
                                "FILE_PATH",
                                "COMMIT_MESSAGE",
                                "WORKFLOW_NAME",
                                "TAG_NAME",
                                "RELEASE_NAME",
                                "REPOSITORY_NAME",
                                "ORGANIZATION_NAME",
                            ),
                        ),
                    }),
                ),
            }),
        ),
        manualCreation: fixed(flag),
        projectName: required(fixed(text)),
        pullRequestBuildPolicy: object({
            approverRoles: list(
                oneOf(
                    "GITHUB_READ",
                    "GITHUB_TRIAGE",
                    "GITHUB_WRITE",
                    "GITHUB_MAINTAIN",
                    "GITHUB_ADMIN",
                    "GITLAB_GUEST",
                    "GITLAB_PLANNER",
                    "GITLAB_REPORTER",
                    "GITLAB_DEVELOPER",
                    "GITLAB_MAINTAINER",
                    "GITLAB_OWNER",
                    "BITBUCKET_READ",
                    "BITBUCKET_WRITE",
                    "BITBUCKET_ADMIN",
                ),
            ),
            requiresCommentApproval: required(
                oneOf("DISABLED", "ALL_PULL_REQUESTS", "FORK_PULL_REQUESTS"),
            ),
        }),
        scopeConfiguration: fixed(
            object({
                domain: text,
                name: required(text),
                scope: required(oneOf("GITHUB_ORGANIZATION", "GITHUB_GLOBAL", "GITLAB_GROUP")),
            }),
        ),
    },
};

export const sourceCredentialFields: TypeFields = {
    token: "aws:codebuild/sourceCredential:SourceCredential",
    fields: {
        authType: required(
            fixed(
                oneOf(
                    "OAUTH",
                    "BASIC_AUTH",
                    "PERSONAL_ACCESS_TOKEN",
                    "CODECONNECTIONS",
                    "SECRETS_MANAGER",
                ),
            ),
        ),
        serverType: required(
            fixed(
                oneOf("GITHUB", "BITBUCKET", "GITHUB_ENTERPRISE", "GITLAB", "GITLAB_SELF_MANAGED"),
            ),
        ),
        token: required(fixed(secret(text))),
        userName: fixed(text),
    },
};

export const connectionFields: TypeFields = {
    token: "aws:codeconnections/connection:Connection",
    tagged: true,
    fields: {
        hostArn: fixed(text),
        name: fixed(text),
        providerType: fixed(
            oneOf(
                "Bitbucket",
                "GitHub",
                "GitHubEnterpriseServer",
                "GitLab",
                "GitLabSelfManaged",
                "AzureDevOps",
            ),
        ),
        timeouts: object({ create: text, delete: text, update: text }),
    },
};
