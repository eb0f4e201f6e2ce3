// Repositories of one Azure DevOps project with their groups, for counting what they ask of the host.
require("../scripts/quietSdk.cjs");
require("../scripts/build.cjs").ensureBuilt();
const pulumi = require("@pulumi/pulumi");
const { Group, Project } = require("@pulumi/azuredevops");
const { AzureDevOpsRepositoryGuard } = require("../components/bin/index.js");

const count = Number(new pulumi.Config().require("repositories"));
const project = new Project("bench", { name: "bench" });

function group(name) {
    const made = new Group(name, { displayName: name, scope: project.id });
    return { name, descriptor: made.descriptor, originId: made.originId };
}

const codeOwners = group("platform");
const teams = Array.from({ length: 10 }, (_, index) => group(`team-${index}`));
for (let index = 0; index < count; index++) {
    new AzureDevOpsRepositoryGuard(`service-${index}`, {
        organization: "bench",
        project: "bench",
        projectId: project.id,
        repository: `service-${index}`,
        team: teams[index % teams.length],
        codeOwners,
        checks: [{ name: "build" }, { name: "secrets" }],
    });
}
