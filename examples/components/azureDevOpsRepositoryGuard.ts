// A repository on Azure DevOps with its owning group, a group that guards its pipelines, and team
// leads who approve what reaches production branches.
import { Group, Project } from "@pulumi/azuredevops";
import { AzureDevOpsRepositoryGuard } from "gatehouse";

const project = new Project("shop", { name: "Shop", visibility: "private" });
const group = (name: string) => {
    const made = new Group(name, { displayName: name, scope: project.id });
    return { name, descriptor: made.descriptor, originId: made.originId };
};

const guard = new AzureDevOpsRepositoryGuard("web", {
    project: "Shop",
    projectId: project.id,
    repository: "web",
    team: group("web"),
    codeOwners: group("platform"),
    leads: group("leads"),
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
    authorEmails: ["*@acme.example"],
    secretProtection: true,
});

export const repository = guard.fullName;
export const pipelines = guard.pipelineIds;
