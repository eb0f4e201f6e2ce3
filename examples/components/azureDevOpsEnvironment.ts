// Production of the project Shop: two groups approve each deployment, in office hours, from the protected
// main branch, one at a time, and only the one pipeline deploys.
import {
    AzureDevOpsEnvironment,
    AzureDevOpsProject,
    AzureDevOpsRepositoryGuard,
    devOpsGroup,
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
const deploy = { name: "web-deploy", id: web.pipelineIds.apply((ids) => ids.deploy ?? "") };

const production = new AzureDevOpsEnvironment("shop/production", {
    projectId,
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
    pipelines: [deploy],
    administrators: [groupOf("platform")],
});

// A pipeline deploys with `environment: production`.
export const environmentId = production.environmentId;
