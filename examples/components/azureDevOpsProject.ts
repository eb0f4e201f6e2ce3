// A project with groups from Entra: developers write, a platform group operates, a release group
// approves. What happens in it is told to a collector that asks for a password.
import * as pulumi from "@pulumi/pulumi";
import { AzureDevOpsProject, devOpsGroup } from "gatehouse";

const project = new AzureDevOpsProject("shop", {
    project: "Shop",
    description: "The shop, from window to till.",
    groups: [
        {
            name: "Shop developers",
            access: "write",
            entraGroups: ["11111111-2222-4333-8444-555555555501"],
        },
        {
            name: "Platform",
            access: "operate",
            entraGroups: ["11111111-2222-4333-8444-555555555502"],
        },
        {
            name: "Release managers",
            access: "read",
            entraGroups: ["11111111-2222-4333-8444-555555555503"],
            members: ["ada@acme.example"],
        },
    ],
    authorEmails: ["*@acme.example"],
    audit: {
        url: "https://events.acme.example/azure-devops",
        username: "azure-devops",
        password: pulumi.secret("from the configuration of the stack"),
    },
});

export const projectId = project.projectId;
export const approvers = devOpsGroup(project, "Release managers").originId;
