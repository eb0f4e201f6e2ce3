// Repositories of one Azure DevOps project with its groups, two environments each, for counting what they
// ask of the host.
require("../scripts/quietSdk.cjs");
require("../scripts/build.cjs").ensureBuilt();
const pulumi = require("@pulumi/pulumi");
const {
    AzureDevOpsEnvironment,
    AzureDevOpsProject,
    AzureDevOpsRepositoryGuard,
    devOpsGroup,
} = require("../components/bin/index.js");

const count = Number(new pulumi.Config().require("repositories"));
const teams = Array.from({ length: 10 }, (_, index) => `team-${index}`);
const project = new AzureDevOpsProject("bench", {
    project: "bench",
    groups: [
        { name: "platform", access: "operate" },
        { name: "release", access: "read" },
        ...teams.map((name) => ({ name, access: "write" })),
    ],
    authorEmails: ["*@acme.example"],
});
for (let index = 0; index < count; index++) {
    new AzureDevOpsRepositoryGuard(`service-${index}`, {
        organization: "bench",
        project: "bench",
        projectId: project.projectId,
        repository: `service-${index}`,
        team: devOpsGroup(project, teams[index % teams.length]),
        codeOwners: devOpsGroup(project, "platform"),
        checks: [{ name: "build" }, { name: "secrets" }],
    });
    for (const environment of ["staging", "production"]) {
        new AzureDevOpsEnvironment(`service-${index}/${environment}`, {
            projectId: project.projectId,
            environment: `service-${index}-${environment}`,
            checks: {
                approvers: [devOpsGroup(project, "release")],
                branches: ["refs/heads/main"],
            },
            administrators: [devOpsGroup(project, "platform")],
        });
    }
}
