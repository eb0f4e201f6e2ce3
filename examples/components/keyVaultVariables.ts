// Two secrets of a closed vault for one pipeline: agents inside the network read them while the job
// deploys, and nobody else does. The text is committed where the pipelines' templates are guarded.
import { BuildDefinition, Git, GitRepositoryFile, Group, Project } from "@pulumi/azuredevops";
import { AzureDevOpsEnvironment, KeyVaultVariables } from "gatehouse";

const main = "refs/heads/main";
const project = new Project("shop", { name: "Shop", visibility: "private" });
const repositoryOf = (name: string) =>
    new Git(name, {
        projectId: project.id,
        name,
        defaultBranch: main,
        initialization: { initType: "Clean" },
    });
const templates = repositoryOf("templates");
const deploy = new BuildDefinition("deploy", {
    projectId: project.id,
    name: "deploy",
    repository: { repoType: "TfsGit", repoId: repositoryOf("web").id, ymlPath: "deploy.yml" },
    ciTrigger: { useYaml: true },
    jobAuthorizationScope: "project",
});
const groupOf = (name: string) => {
    const { descriptor, originId } = new Group(name, { scope: project.id, displayName: name });
    return { name, descriptor, originId };
};
// The job uses environment and variables both, so the same has to be passed before either.
const checks = { approvers: [groupOf("release"), groupOf("operations")], branches: [main] };
const pipelines = [{ name: "deploy", id: deploy.id }];
const production = new AzureDevOpsEnvironment("shop/production", {
    projectId: project.id,
    environment: "production",
    checks,
    pipelines,
});

const variables = new KeyVaultVariables("shop/secrets", {
    projectId: project.id,
    groupName: "shop-production",
    vaultName: "kv-shop",
    secrets: ["database-password", "mail-token"],
    connection: "production",
    pool: "shop-production",
    environment: "production",
    checks,
    pipelines,
});
new GitRepositoryFile("template", {
    repositoryId: templates.id,
    branch: main,
    file: "secrets.yml",
    content: variables.template,
    commitMessage: "Read the secrets of shop-production",
    overwriteOnCreate: true,
});

// A pipeline's stage uses it with `jobs: [{ template: secrets.yml@templates, parameters: … }]`.
export const environmentId = production.environmentId;
