// Production of the project Shop: two groups approve each deployment, in office hours, from the protected
// main branch, one at a time, and only the one pipeline deploys.
import { BuildDefinition, Git, Group, Project } from "@pulumi/azuredevops";
import { AzureDevOpsEnvironment } from "gatehouse";

const project = new Project("shop", { name: "Shop", visibility: "private" });
const repository = new Git("web", {
    projectId: project.id,
    name: "web",
    defaultBranch: "refs/heads/main",
    initialization: { initType: "Clean" },
});
const deploy = new BuildDefinition("deploy", {
    projectId: project.id,
    name: "deploy",
    repository: { repoType: "TfsGit", repoId: repository.id, ymlPath: "deploy.yml" },
    ciTrigger: { useYaml: true },
    jobAuthorizationScope: "project",
});
const groupOf = (name: string) => {
    const { descriptor, originId } = new Group(name, { scope: project.id, displayName: name });
    return { name, descriptor, originId };
};

const production = new AzureDevOpsEnvironment("shop/production", {
    projectId: project.id,
    environment: "production",
    checks: {
        approvers: [groupOf("release"), groupOf("operations")],
        branches: ["refs/heads/main"],
        businessHours: {
            days: ["monday", "tuesday", "wednesday", "thursday"],
            from: "09:00",
            to: "16:00",
            timeZone: "GMT Standard Time",
        },
        requiredTemplate: {
            repository: "Shop/templates",
            ref: "refs/heads/main",
            path: "release.yml",
        },
    },
    pipelines: [{ name: "deploy", id: deploy.id }],
    administrators: [groupOf("platform")],
});

// A pipeline deploys with `environment: production`.
export const environmentId = production.environmentId;
