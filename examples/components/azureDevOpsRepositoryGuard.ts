// A repository on Azure DevOps with its owning group, a group that guards its pipelines, and team
// leads who approve what reaches production branches. Work items are linked, so the project has boards.
import { AzureDevOpsProject, AzureDevOpsRepositoryGuard, devOpsGroup } from "gatehouse";

const project = new AzureDevOpsProject("shop", {
    project: "Shop",
    features: ["repositories", "pipelines", "boards"],
    groups: [
        {
            name: "web",
            access: "write",
            entraGroups: ["11111111-2222-4333-8444-555555555501"],
        },
        {
            name: "platform",
            access: "operate",
            entraGroups: ["11111111-2222-4333-8444-555555555502"],
        },
        {
            name: "leads",
            access: "read",
            entraGroups: ["11111111-2222-4333-8444-555555555503"],
        },
    ],
    authorEmails: ["*@acme.example"],
});

const guard = new AzureDevOpsRepositoryGuard("web", {
    project: "Shop",
    projectId: project.projectId,
    repository: "web",
    team: devOpsGroup(project, "web"),
    codeOwners: devOpsGroup(project, "platform"),
    leads: devOpsGroup(project, "leads"),
    checks: [
        {
            name: "build",
            pipeline:
                "trigger: none\npool:\n  vmImage: ubuntu-24.04\nsteps:\n  - script: make test\n",
        },
        { name: "secrets", pipelineFile: "ci/secrets.yml" },
    ],
    branches: [
        { pattern: "develop", tier: "integration", create: true },
        { pattern: "release/*", tier: "production" },
    ],
    secretProtection: true,
});

export const repository = guard.fullName;
export const pipelines = guard.pipelineIds;
