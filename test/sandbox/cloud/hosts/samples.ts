import { guid } from "../../../../sandbox/cloud/identifiers";
import type { Sample } from "../everything";

const token = (name: string) => `gatehouse-hosts:index:${name}`;
const form = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;
const newId = (what: string, count: number) => guid("azure devops", "acme", what, String(count));

/** Ids that the emulated Azure DevOps gives to the first things made in it. */
const ids = { project: newId("Project", 1), git: newId("Git", 2), feed: newId("feed", 3) };
const inProject = { projectId: ids.project };
const other = { projectId: guid("nobody") };

/** What the settings below are settings of. */
const ground: readonly Sample[] = [
    {
        type: "github:index/repository:Repository",
        inputs: { name: "open", visibility: "public" },
        id: "open",
    },
    {
        type: "azuredevops:index/project:Project",
        inputs: { name: "Hosts" },
        id: form,
    },
    {
        type: "azuredevops:index/git:Git",
        inputs: { ...inProject, name: "web", initialization: { initType: "Uninitialized" } },
        id: form,
    },
    {
        type: "azuredevops:index/feed:Feed",
        inputs: { ...inProject, name: "packages" },
        id: form,
    },
];

/** One resource of each type of gatehouse-hosts, after those of GitHub. */
export const hostsSamples: readonly Sample[] = [
    ...ground,
    {
        type: token("GitHubForkApproval"),
        inputs: { repository: "web", runWorkflowsFromForkPullRequests: false },
        id: "web",
        update: { requireApprovalForForkPrWorkflows: true },
        replace: { repository: "other" },
    },
    {
        type: token("GitHubImmutableSubject"),
        inputs: { repository: "web" },
        id: "web",
        update: { useImmutableSubject: false },
        replace: { repository: "other" },
    },
    {
        type: token("GitHubDeploymentProtectionRule"),
        inputs: { repository: "web", environment: "production", integrationId: 4711 },
        id: /^web:production:\d+$/,
        later: ["ruleId"],
        replace: { integrationId: 4712 },
    },
    {
        type: token("GitHubPrivateVulnerabilityReporting"),
        inputs: { repository: "open" },
        id: "open",
        update: { enabled: false },
        replace: { repository: "web" },
    },
    {
        type: token("GitHubImmutableReleases"),
        inputs: { repository: "web" },
        id: "web",
        later: ["enforcedByOwner"],
        update: { enabled: false },
        replace: { repository: "open" },
    },
    {
        type: token("GitHubAuditStream"),
        inputs: {
            enterprise: "acme",
            amazonS3: {
                bucket: "acme-audit",
                region: "eu-west-1",
                roleArn: "arn:aws:iam::123456789012:role/github-audit",
            },
        },
        id: /^acme\/\d+$/,
        later: ["streamId"],
        update: { enabled: false },
        replace: { enterprise: "initech" },
    },
    {
        type: token("AzureDevOpsPipelineSettings"),
        inputs: { ...inProject, disableClassicReleasePipelineCreation: true },
        id: ids.project,
        update: { enableShellTasksArgsSanitizing: true },
        replace: other,
    },
    {
        type: token("AzureDevOpsAuditStream"),
        inputs: { azureMonitorLogs: { workspaceId: guid("workspace"), sharedKey: "hush" } },
        id: /^\d+$/,
        later: ["streamId"],
        update: { enabled: false },
        replace: { azureMonitorLogs: { workspaceId: guid("elsewhere"), sharedKey: "hush" } },
    },
    {
        type: token("AzureDevOpsAdvancedSecurity"),
        inputs: { ...inProject, repositoryId: ids.git, secretProtectionEnabled: true },
        id: `${ids.project}/${ids.git}`,
        update: { blockPushes: true },
        replace: other,
    },
    {
        type: token("AzureDevOpsFeedUpstreams"),
        inputs: {
            ...inProject,
            feedId: ids.feed,
            upstreamSources: [
                { name: "upstream", protocol: "npm", location: "https://packages.example/" },
            ],
        },
        id: `${ids.project}/${ids.feed}`,
        update: { upstreamSources: [] },
        replace: { feedId: guid("nobody") },
    },
];
