// The whole estate of an organisation, without the stack configuration that usually describes it.
import { Provider as AzureProvider } from "@pulumi/azure-native/provider";
import { Provider as GitHubProvider } from "@pulumi/github/provider";
import { PipelineEstate, type PipelineEstateArgs } from "gatehouse";

const azure = {
    tenantId: "11111111-2222-3333-4444-555555555555",
    subscriptionId: "99999999-8888-7777-6666-555555555555",
    location: "uksouth",
};

const args: PipelineEstateArgs = {
    organization: "acme",
    azure,
    teams: [
        { name: "platform", members: ["ada", "grace"] },
        { name: "web", members: ["linus", "margaret"] },
        { name: "release", members: ["barbara", "katherine"] },
    ],
    contacts: ["security@acme.example"],
    vault: {
        name: "kv-acme",
        allowPurge: false,
        allowPublicNetwork: false,
        allowAccessPolicies: false,
    },
    repositories: [
        {
            name: "shop",
            host: "github",
            team: "web",
            codeOwners: "platform",
            description: "The shop window.",
            visibility: "private",
            subjectFormat: "id",
            reviews: 2,
            checks: [{ context: "build", integrationId: 15368 }],
            allowedActions: [],
            environments: [
                {
                    name: "production",
                    tier: "production",
                    reviewers: ["release"],
                    waitMinutes: 0,
                    branches: ["main"],
                    roles: [{ role: "Website Contributor" }],
                    allowSelfReview: false,
                    allowAdminBypass: false,
                    allowAnyBranch: false,
                },
            ],
            allowBypass: false,
            allowStaleReviews: false,
        },
    ],
};

// Ambient settings could name another subscription or organisation.
const estate = new PipelineEstate("estate", args, {
    providers: [
        new AzureProvider("azure", {
            subscriptionId: azure.subscriptionId,
            tenantId: azure.tenantId,
        }),
        new GitHubProvider("github", { owner: args.organization }),
    ],
});

export const clientIds = estate.clientIds;
