// A feed in a project of its own, in which nobody writes: developers of other projects read from it, the
// platform group lets new packages in.
import { AzureDevOpsFeed, AzureDevOpsProject, devOpsGroup } from "gatehouse";

const project = new AzureDevOpsProject("packages", {
    project: "Packages",
    features: ["artifacts"],
    groups: [
        {
            name: "Developers",
            access: "read",
            entraGroups: ["11111111-2222-4333-8444-555555555501"],
        },
        {
            name: "Platform",
            access: "operate",
            entraGroups: ["11111111-2222-4333-8444-555555555502"],
        },
    ],
    authorEmails: ["*@acme.example"],
});

const feed = new AzureDevOpsFeed("npm", {
    feed: "npm",
    projectId: project.projectId,
    readers: [devOpsGroup(project, "Developers")],
    collectors: [devOpsGroup(project, "Platform")],
    sources: [
        {
            name: "approved-mirror",
            protocol: "npm",
            location: "https://packages.acme.example/npm/",
        },
    ],
});

export const feedId = feed.feedId;
