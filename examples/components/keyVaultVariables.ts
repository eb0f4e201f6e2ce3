// Two secrets of a closed vault for one pipeline: agents inside the network read them while the job
// deploys, and nobody else does. The text is committed where the pipelines' templates are guarded.
import {
    BuildDefinition,
    Environment,
    Git,
    GitRepositoryFile,
    Group,
    Project,
} from "@pulumi/azuredevops";
import { KeyVaultVariables } from "gatehouse";

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
const production = new Environment("production", { projectId: project.id, name: "production" });

const variables = new KeyVaultVariables("shop/secrets", {
    projectId: project.id,
    groupName: "shop-production",
    vaultName: "kv-shop",
    secrets: ["database-password", "mail-token"],
    connection: "production",
    pool: "shop-production",
    environment: "production",
    checks: { approvers: [groupOf("release"), groupOf("operations")], branches: [main] },
    pipelines: [{ name: "deploy", id: deploy.id }],
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
export const environmentId = production.id;
