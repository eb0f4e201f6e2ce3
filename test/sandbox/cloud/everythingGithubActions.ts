import type { Sample } from "./everything";

const of = { repository: "web" };
const token = (name: string) =>
    `github:index/${name.charAt(0).toLowerCase()}${name.slice(1)}:${name}`;
const number = /^\d+$/;
const selected = { visibility: "selected", selectedRepositoryIds: [] };

/** One resource of each type that concerns workflows of the whole organisation. */
export const githubActionsSamples: readonly Sample[] = [
    {
        type: token("ActionsOrganizationPermissions"),
        inputs: {
            enabledRepositories: "all",
            allowedActions: "selected",
            allowedActionsConfig: { githubOwnedAllowed: true, patternsAlloweds: ["acme/*"] },
        },
        id: "acme",
        update: { shaPinningRequired: true },
    },
    {
        type: token("ActionsOrganizationWorkflowPermissions"),
        inputs: { organizationSlug: "acme", defaultWorkflowPermissions: "read" },
        id: "acme",
        update: { canApprovePullRequestReviews: true },
        replace: { organizationSlug: "other" },
    },
    {
        type: token("ActionsOrganizationOidcSubjectClaimCustomizationTemplate"),
        inputs: { includeClaimKeys: ["repo", "context"] },
        id: "acme",
        update: { includeClaimKeys: ["repo", "context", "job_workflow_ref"] },
    },
    {
        type: token("ActionsRepositoryAccessLevel"),
        inputs: { ...of, accessLevel: "organization" },
        id: "web",
        update: { accessLevel: "none" },
    },
    {
        type: token("ActionsRunnerGroup"),
        inputs: {
            name: "production",
            ...selected,
            restrictedToWorkflows: true,
            selectedWorkflows: ["acme/web/.github/workflows/deploy.yml@refs/heads/main"],
        },
        id: number,
        later: ["etag"],
        update: { allowsPublicRepositories: true },
    },
    {
        type: token("ActionsHostedRunner"),
        inputs: {
            name: "big",
            image: { id: "2306", source: "github" },
            runnerGroupId: 1,
            size: "4-core",
        },
        id: number,
        later: ["lastActiveOn"],
        update: { maximumRunners: 5 },
        replace: { image: { id: "2307", source: "github" } },
    },
    {
        type: token("ActionsOrganizationSecret"),
        inputs: { secretName: "TOKEN", value: "hush", ...selected },
        id: "TOKEN",
        later: ["createdAt"],
        update: { value: "hush hush" },
        replace: { secretName: "OTHER" },
    },
    {
        type: token("ActionsOrganizationSecretRepositories"),
        inputs: { secretName: "TOKEN", selectedRepositoryIds: [] },
        id: "TOKEN",
        replace: { secretName: "OTHER" },
    },
    {
        type: token("ActionsOrganizationVariable"),
        inputs: { variableName: "REGION", value: "uksouth", ...selected },
        id: "REGION",
        later: ["createdAt"],
        update: { value: "ukwest" },
        replace: { variableName: "OTHER" },
    },
    {
        type: token("ActionsOrganizationVariableRepositories"),
        inputs: { variableName: "REGION", selectedRepositoryIds: [] },
        id: "REGION",
        replace: { variableName: "OTHER" },
    },
    {
        type: token("DependabotOrganizationSecret"),
        inputs: { secretName: "FEED", value: "hush", ...selected },
        id: "FEED",
        later: ["createdAt"],
        update: { value: "hush hush" },
        replace: { secretName: "OTHER" },
    },
    {
        type: token("DependabotSecret"),
        inputs: { ...of, secretName: "FEED", value: "hush" },
        id: "web:FEED",
        later: ["createdAt"],
        update: { value: "hush hush" },
        replace: { secretName: "OTHER" },
    },
    {
        type: token("EnterpriseActionsPermissions"),
        inputs: { enterpriseSlug: "acme-inc", enabledOrganizations: "all" },
        id: "acme-inc",
        update: { allowedActions: "local_only" },
        replace: { enterpriseSlug: "other" },
    },
    {
        type: token("EnterpriseActionsWorkflowPermissions"),
        inputs: { enterpriseSlug: "acme-inc", defaultWorkflowPermissions: "read" },
        id: "acme-inc",
        update: { canApprovePullRequestReviews: true },
        replace: { enterpriseSlug: "other" },
    },
];
