// Jobs of staging of acme/shop, and nobody else, deploy the web app in one resource group.
import { ResourceGroup } from "@pulumi/azure-native/resources";
import { AzureFederatedIdentity } from "gatehouse";

const location = "uksouth";
const subscriptionId = "99999999-8888-7777-6666-555555555555";
const identities = new ResourceGroup("identities", {
    resourceGroupName: "rg-identities",
    location,
});
const shop = new ResourceGroup("shop", { resourceGroupName: "rg-shop-staging", location });

const identity = new AzureFederatedIdentity("shop/staging", {
    repository: "acme/shop",
    environment: "staging",
    credentials: [{ name: "github", subject: "repo:acme@101/shop@202:environment:staging" }],
    roles: [{ name: "deploy", role: "Website Contributor", scope: shop.id }],
    identityName: "id-shop-staging",
    resourceGroupName: identities.name,
    location,
    subscriptionId,
});

// What the workflow logs in with. It is no secret.
export const clientId = identity.clientId;
