// Staging of acme/shop deploys the web app in one resource group, and its pull requests may look at
// it: two identities, each for the jobs of one environment and nobody else.
import { ResourceGroup } from "@pulumi/azure-native/resources";
import { AzureFederatedIdentity } from "gatehouse";

const location = "uksouth";
const subscriptionId = "99999999-8888-7777-6666-555555555555";
const identities = new ResourceGroup("identities", {
    resourceGroupName: "rg-identities",
    location,
});
const shop = new ResourceGroup("shop", { resourceGroupName: "rg-shop-staging", location });
const common = {
    repository: "acme/shop",
    resourceGroupName: identities.name,
    location,
    subscriptionId,
};

const apply = new AzureFederatedIdentity("shop/staging", {
    ...common,
    environment: "staging",
    credentials: [{ name: "github", subject: "repo:acme@101/shop@202:environment:staging" }],
    identityName: "id-shop-staging",
    // What a deployment does, action by action, in this group only.
    customRoles: [
        {
            name: "deploy",
            scope: shop.id,
            actions: [
                "Microsoft.Web/sites/read",
                "Microsoft.Web/sites/write",
                "Microsoft.Web/sites/slots/read",
                "Microsoft.Web/sites/slots/write",
                "Microsoft.Web/sites/slots/slotsswap/action",
            ],
        },
    ],
});

// The environment "plan" admits refs/pull/*/merge; a plan identity can only be given roles to look.
const plan = new AzureFederatedIdentity("shop/plan", {
    ...common,
    environment: "plan",
    access: "plan",
    credentials: [{ name: "github", subject: "repo:acme@101/shop@202:environment:plan" }],
    identityName: "id-shop-plan",
    roles: [{ name: "look", role: "Reader", scope: shop.id }],
});

// What the workflows log in with. It is no secret.
export const clientId = apply.clientId;
export const planClientId = plan.clientId;
