// How the project Shop signs in to Azure: one identity, which may deploy the web app in one resource
// group, trusted in one service connection, which one pipeline uses after two groups approved.
import { ResourceGroup } from "@pulumi/azure-native/resources";
import {
    AzureDevOpsProject,
    AzureDevOpsRepositoryGuard,
    AzureServiceConnection,
    devOpsGroup,
} from "gatehouse";

const location = "uksouth";
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
const identities = new ResourceGroup("identities", {
    resourceGroupName: "rg-identities",
    location,
});
const shop = new ResourceGroup("shop", { resourceGroupName: "rg-shop", location });

const connection = new AzureServiceConnection("shop/production", {
    organization: "acme",
    project: "Shop",
    projectId,
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
    pipelines: [deploy],
    users: [groupOf("web")],
});

// A task signs in with `azureSubscription: production`.
export const connectionId = connection.connectionId;
