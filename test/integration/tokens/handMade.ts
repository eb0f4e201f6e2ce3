import { UserAssignedIdentity } from "@pulumi/azure-native/managedidentity";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import { Repository } from "@pulumi/github/repository";
import { Project, ServiceEndpointAzureRM } from "@pulumi/azuredevops";
import type * as pulumi from "@pulumi/pulumi";
import { AzureFederatedIdentity } from "../../../components/index";
import { githubSubject } from "../../../components/identity/subjects/githubSubject";
import { accountId } from "../../../sandbox/cloud/github/account";
import { azureDevOpsIssuer } from "../../../sandbox/cloud/azuredevops/federation";

const tenantId = "5c0d4e2a-7f6b-4a1d-9b3e-2f8a6c1d7e90";
const subscriptionId = "83f2c6d1-5e0a-4b97-b1c8-7a40d9e6f325";
const location = "uksouth";

/** Organisation of both hosts. */
export const organization = "acme";

/** What the providers are told. */
export const configuration = {
    "azure-native:subscriptionId": subscriptionId,
    "azure-native:tenantId": tenantId,
    "azuredevops:orgServiceUrl": `https://dev.azure.com/${organization}`,
    "github:owner": organization,
};

/** One service connection and one identity that trusts it, in the order the provider needs. */
export function connectionProgram(signedBy: "entra" | "azureDevOps"): Record<string, unknown> {
    const group = new ResourceGroup("identities", { resourceGroupName: "rg-id", location });
    const identity = new UserAssignedIdentity("shop", {
        resourceGroupName: group.name,
        resourceName: "id-shop",
        location,
    });
    const project = new Project("shop", { name: "Shop" });
    const connection = new ServiceEndpointAzureRM("shop", {
        projectId: project.id,
        serviceEndpointName: "production",
        serviceEndpointAuthenticationScheme: "WorkloadIdentityFederation",
        azurermSpnTenantid: tenantId,
        azurermSubscriptionId: subscriptionId,
        azurermSubscriptionName: "shop",
        credentials: { serviceprincipalid: identity.clientId },
    });
    const trusted = {
        organization,
        project: "Shop",
        connection: "production",
        connectionId: connection.id,
        tenantId,
    };
    const older = signedBy === "azureDevOps";
    new AzureFederatedIdentity("shop", {
        azureDevOps: older ? { ...trusted, allowRetiringIssuer: true } : trusted,
        ...(older ? { issuer: azureDevOpsIssuer(organization) } : {}),
        credentials: [
            { name: "azure-devops", subject: connection.workloadIdentityFederationSubject },
        ],
        existing: {
            id: identity.id,
            clientId: identity.clientId,
            principalId: identity.principalId,
        },
        identityName: "id-shop",
        resourceGroupName: group.name,
        subscriptionId,
    });
    return {};
}

/** A repository in the middle of a migration, with an identity to apply and one to plan. */
export function repositoryProgram(): Record<string, unknown> {
    const group = new ResourceGroup("identities", { resourceGroupName: "rg-id", location });
    const repository = new Repository("web", { name: "web", visibility: "private" });
    const inAMonth = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    const workflow = "acme/ci/.github/workflows/deploy.yml@refs/heads/main";
    const subject = (
        environment: string,
        more: { workflow?: string } = {},
    ): pulumi.Output<string> =>
        repository.repoId.apply((repositoryId) =>
            githubSubject({
                owner: organization,
                repository: "web",
                ids: { ownerId: accountId(organization), repositoryId },
                context: { kind: "environment", name: environment },
                ...more,
            }),
        );
    const common = {
        repository: `${organization}/web`,
        resourceGroupName: group.name,
        location,
        subscriptionId,
    };
    new AzureFederatedIdentity(
        "apply",
        {
            ...common,
            environment: "eu:staging",
            credentials: [
                { name: "github", subject: subject("eu:staging") },
                { name: "reusable", subject: subject("eu:staging", { workflow }) },
            ],
            migrationUntil: inAMonth,
            identityName: "id-web",
            customRoles: [
                {
                    name: "slots",
                    scope: `/subscriptions/${subscriptionId}/resourceGroups/rg-id`,
                    actions: ["Microsoft.Web/sites/slots/write"],
                },
            ],
        },
        { dependsOn: [group] },
    );
    new AzureFederatedIdentity("plan", {
        ...common,
        environment: "plan",
        access: "plan",
        credentials: [{ name: "github", subject: subject("plan") }],
        identityName: "id-web-plan",
        roles: [{ name: "reader", role: "Reader", scope: group.id }],
    });
    return {};
}
