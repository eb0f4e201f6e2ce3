// Two secrets of a closed vault for one pipeline: agents inside the network read them while the job
// deploys, and nobody else does. Their text comes by pull request to where templates are guarded.
import {
    AzureDevOpsEnvironment,
    AzureDevOpsProject,
    AzureDevOpsRepositoryGuard,
    devOpsGroup,
    KeyVaultVariables,
} from "gatehouse";

const entra = (digit: number) => `${digit}0000000-1111-4222-8333-444444444444`;
const project = new AzureDevOpsProject("shop", {
    project: "Shop",
    features: ["repositories", "pipelines", "boards"],
    groups: [
        { name: "web", access: "write", entraGroups: [entra(1)] },
        { name: "platform", access: "operate", entraGroups: [entra(2)] },
        { name: "release", access: "read", entraGroups: [entra(3)] },
        { name: "operations", access: "read", entraGroups: [entra(4)] },
    ],
    authorEmails: ["*@acme.example"],
});
const { projectId } = project;
const groupOf = (name: string) => devOpsGroup(project, name);
const web = new AzureDevOpsRepositoryGuard("web", {
    project: "Shop",
    projectId,
    repository: "web",
    team: groupOf("web"),
    codeOwners: groupOf("platform"),
    checks: [{ name: "build" }],
    pipelines: [{ name: "deploy" }],
});
// The job uses environment and variables both, so the same has to be passed before either.
const checks = {
    approvers: [groupOf("release"), groupOf("operations")],
    branches: ["refs/heads/main"],
};
const pipelines = [{ name: "web-deploy", id: web.pipelineIds.apply((ids) => ids.deploy ?? "") }];
const production = new AzureDevOpsEnvironment("shop/production", {
    projectId,
    environment: "production",
    checks,
    pipelines,
});

const variables = new KeyVaultVariables("shop/secrets", {
    projectId,
    groupName: "shop-production",
    vaultName: "kv-shop",
    secrets: ["database-password", "mail-token"],
    connection: "production",
    pool: "shop-production",
    environment: "production",
    checks,
    pipelines,
});

// A pipeline's stage uses it with `jobs: [{ template: secrets.yml@templates, parameters: … }]`.
export const template = variables.template;
export const environmentId = production.environmentId;
