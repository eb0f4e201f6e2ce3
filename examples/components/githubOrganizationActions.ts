// Only the shop runs workflows, and nobody merges to its main branch before the scan that the platform
// team keeps in a repository of its own.
import { OrganizationCustomProperties } from "@pulumi/github/organizationCustomProperties";
import { Team } from "@pulumi/github/team";
import { GitHubOrganizationActions, GitHubRepositoryGuard } from "gatehouse";

const web = new Team("web", { name: "web", privacy: "closed" });
const platform = new Team("platform", { name: "platform", privacy: "closed" });
const codeOwners = { slug: "platform", id: platform.id };
const checks = [{ context: "build", integrationId: 15368 }];

const shop = new GitHubRepositoryGuard("shop", {
    organization: "acme",
    repository: "shop",
    team: { slug: "web", id: web.id },
    codeOwners,
    checks,
});
const gates = new GitHubRepositoryGuard("gates", {
    organization: "acme",
    repository: "gates",
    team: codeOwners,
    codeOwners,
    checks,
    // Without it the workflow cannot run for the others, and nobody merges.
    workflowAccess: "organization",
});
const tier = new OrganizationCustomProperties("tier", {
    propertyName: "tier",
    valueType: "single_select",
    allowedValues: ["production", "internal"],
});

export const actions = new GitHubOrganizationActions(
    "acme",
    {
        organization: "acme",
        repositories: [
            { name: "shop", id: shop.repositoryId, properties: { tier: "production" } },
            { name: "gates", id: gates.repositoryId },
        ],
        allowedActions: ["docker/build-push-action@*"],
        requiredWorkflows: [
            { repositoryId: gates.repositoryId, path: ".github/workflows/scan.yml" },
        ],
    },
    // Their first files come before the rules that would refuse them.
    { dependsOn: [shop, gates, tier] },
).repositories;
