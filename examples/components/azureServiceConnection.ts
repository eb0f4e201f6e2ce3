// How the project Shop signs in to Azure: one identity, which may deploy the web app in one resource
// group, trusted in one service connection, which one pipeline uses after two groups approved.
import { ResourceGroup } from "@pulumi/azure-native/resources";
import { BuildDefinition, Git, Group, Project } from "@pulumi/azuredevops";
import { AzureServiceConnection } from "gatehouse";

const location = "uksouth";
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
const identities = new ResourceGroup("identities", {
    resourceGroupName: "rg-identities",
    location,
});
const shop = new ResourceGroup("shop", { resourceGroupName: "rg-shop", location });

const connection = new AzureServiceConnection("shop/production", {
    organization: "acme",
    project: "Shop",
    projectId: project.id,
    connection: "production",
    tenantId: "11111111-2222-3333-4444-555555555555",
    subscriptionId: "99999999-8888-7777-6666-555555555555",
    identityName: "id-shop-production",
    resourceGroupName: identities.name,
    location,
    roles: [{ name: "web", role: "Website Contributor", scope: shop.id }],
    checks: {
        approvers: [groupOf("release"), groupOf("operations")],
        branches: ["refs/heads/main"],
    },
    pipelines: [{ name: "deploy", id: deploy.id }],
    users: [groupOf("web")],
});

// A task signs in with `azureSubscription: production`.
export const connectionId = connection.connectionId;
