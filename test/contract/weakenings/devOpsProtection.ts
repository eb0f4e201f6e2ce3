import { UserAssignedIdentity } from "@pulumi/azure-native/managedidentity";
import { Pool, ServiceEndpointAzureRM } from "@pulumi/azuredevops";
import {
    AwsServiceConnection,
    AzureDevOpsEnvironment,
    AzureDevOpsQueue,
    AzureFederatedIdentity,
    AzureServiceConnection,
    devOpsGroup,
    KeyVaultVariables,
} from "../../../components/index";
import { guardedRepository, hardenedProject } from "../../support/devOpsShop";
import type { ComponentWeakenings } from "./weakening";

const tenantId = "11111111-2222-3333-4444-555555555555";
const subscriptionId = "99999999-8888-7777-6666-555555555555";
const issuer = "https://vstoken.dev.azure.com/22222222-3333-4444-5555-666666666666";
const provider = `oidc-provider/${issuer.slice("https://".length)}`;
const accountId = "123456789012";
const place = { resourceGroupName: "rg-identities", location: "uksouth" };

/** The project Shop, the pipeline that deploys, and what stands before production. */
function shop(weakened: object) {
    const project = hardenedProject();
    const { pipelineIds } = guardedRepository(project);
    return {
        projectId: project.projectId,
        checks: {
            approvers: [devOpsGroup(project, "release")],
            branches: ["refs/heads/main"],
            ...weakened,
        },
        pipelines: [{ name: "web-deploy", id: pipelineIds.apply((ids) => ids.deploy ?? "") }],
    };
}

type Shop = ReturnType<typeof shop>;

function connectAzure(ground: Shop, trust: object): void {
    new AzureServiceConnection("shop/production", {
        ...ground,
        organization: "acme",
        project: "Shop",
        connection: "production",
        tenantId,
        subscriptionId,
        identityName: "id-shop-production",
        ...place,
        ...trust,
    });
}

function connectAws(ground: Shop): void {
    new AwsServiceConnection("shop/images", {
        ...ground,
        organization: "acme",
        project: "Shop",
        connection: "images-production",
        issuer,
        roleName: "shop-images",
        accountId,
        region: "eu-west-1",
        providerArn: `arn:aws:iam::${accountId}:${provider}`,
        ecrRepositories: [{ repository: "shop/web" }],
    });
}

/** Everything that stands behind these checks in one program, so that none of it trips another rule. */
const checks: ComponentWeakenings = {
    of: "DevOpsChecks",
    build: (weakened) => {
        const ground = shop(weakened);
        const pool = new Pool("deploy", { name: "shop-production", autoProvision: false });
        new AzureDevOpsEnvironment("shop/environment", { ...ground, environment: "production" });
        new AzureDevOpsQueue("shop/agents", { ...ground, poolId: pool.id });
        new KeyVaultVariables("shop/secrets", {
            ...ground,
            groupName: "shop-production",
            vaultName: "kv-shop",
            secrets: ["database-password"],
            connection: "production",
            pool: "shop-production",
        });
        connectAzure(ground, {});
        connectAws(ground);
    },
    weakenings: [
        {
            argument: "allowNoApproval",
            args: { approvers: [], allowNoApproval: true },
            rules: ["protected-resource-has-checks"],
        },
        { argument: "allowAnyBranch", rules: ["protected-resource-has-checks"] },
        { argument: "allowUnprotectedBranches", rules: ["ado-branch-control"] },
        { argument: "allowSelfApproval", rules: ["ado-approval-quality"] },
    ],
};

const azureConnection: ComponentWeakenings = {
    of: "AzureServiceConnection",
    build: (weakened) => {
        connectAzure(shop({}), weakened);
    },
    weakenings: [
        {
            argument: "allowRetiringIssuer",
            args: { allowRetiringIssuer: true, issuer },
            rules: ["oidc-issuer-not-retiring"],
        },
    ],
};

/** Trust in a connection that was not made by a component of ours. */
const identity: ComponentWeakenings = {
    of: "FederatedConnection",
    build: (weakened) => {
        const { trust, ...more } = { trust: {}, ...weakened };
        const { id, clientId, principalId } = new UserAssignedIdentity("staging", {
            resourceName: "id-shop-staging",
            ...place,
        });
        const endpoint = new ServiceEndpointAzureRM("staging", {
            projectId: hardenedProject().projectId,
            serviceEndpointName: "staging",
            serviceEndpointAuthenticationScheme: "WorkloadIdentityFederation",
            credentials: { serviceprincipalid: clientId },
            azurermSpnTenantid: tenantId,
            azurermSubscriptionId: subscriptionId,
            azurermSubscriptionName: "staging",
        });
        new AzureFederatedIdentity("shop/staging", {
            azureDevOps: {
                organization: "acme",
                project: "Shop",
                connection: "staging",
                connectionId: endpoint.id,
                tenantId,
                ...trust,
            },
            credentials: [
                { name: "azure-devops", subject: endpoint.workloadIdentityFederationSubject },
            ],
            existing: { id, clientId, principalId },
            identityName: "id-shop-staging",
            subscriptionId,
            ...place,
            ...more,
        });
    },
    weakenings: [
        {
            argument: "allowRetiringIssuer",
            args: { trust: { allowRetiringIssuer: true }, issuer },
            rules: ["oidc-issuer-not-retiring"],
        },
    ],
};

/** Components of protected resources of Azure DevOps. */
export const devOpsProtection: readonly ComponentWeakenings[] = [checks, azureConnection, identity];
