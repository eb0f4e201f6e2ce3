import { describe } from "mocha";

import {
    applier,
    appliedBy,
    aws,
    awsPool,
    azurePool,
    image,
    role,
    secret,
    without,
} from "./cloudSamples";
import { refuses, sample } from "./sample";

describe("estate: what does not fit together in the clouds", () => {
    refuses([
        [
            "an alert that nobody gets",
            sample({ contacts: [] }),
            "contacts",
            "a list of 0",
            /at least one address/,
        ],
        [
            "a contact that is no address",
            sample({ contacts: ["security"] }),
            "contacts[0]",
            '"security"',
            /an e-mail address/,
        ],
        [
            "state in AWS without an account",
            sample({ state: { cloud: "aws", name: "acme-state" } }),
            "state.cloud",
            "something in AWS, of which the estate has no account",
            /the estate's aws with accountId and region/,
        ],
        [
            "a storage account with a hyphen",
            sample({
                appliedBy: { azure: [applier] },
                state: { cloud: "azure", name: "acme-state" },
            }),
            "state.name",
            '"acme-state"',
            /24 lower case letters and digits/,
        ],
        [
            "a pool for a repository that is none",
            azurePool({ repositories: ["wbe"] }),
            "agents.azure.pools[0].repositories[0]",
            '"wbe"',
            /a repository of this estate: web/,
        ],
        [
            "runners that have no app to register with",
            without("githubApp", azurePool({})),
            "agents.azure.pools[0].kind",
            '"ephemeral"',
            /the estate's githubApp/,
        ],
        [
            "agents of Azure DevOps without a project",
            without("azureDevOps", azurePool({ host: "azureDevOps" })),
            "agents.azure.pools[0].host",
            '"azureDevOps"',
            /the estate's azureDevOps/,
        ],
        [
            "a scale set of Azure DevOps for GitHub",
            azurePool({ kind: "scaleSet" }),
            "agents.azure.pools[0].host",
            '"github"',
            /azureDevOps: a pool of kind scaleSet/,
        ],
        [
            "instances without an image",
            awsPool({ kind: "instances" }),
            "agents.aws.pools[0].image",
            "nothing",
            /the id of a machine image/,
        ],
        [
            "a network that is not private in form",
            awsPool({}, { agents: { aws: { addresses: "8.8.8.0/24", pools: [] } } }),
            "agents.aws.addresses",
            '"8.8.8.0/24"',
            /a private IPv4 range/,
        ],
        [
            "a secret of a team that is none",
            sample({ secrets: [{ ...secret, owner: "wbe" }] }),
            "secrets[0].owner",
            '"wbe"',
            /a team of this estate: platform, web, release/,
        ],
        [
            "a secret in AWS for a deployment in Azure",
            sample({ aws, appliedBy, secrets: [{ ...secret, cloud: "aws", writer: role }] }),
            "secrets[0].readers[0]",
            '"web/production"',
            /a deployment in AWS of this estate, which has none/,
        ],
        [
            "a signer that is none",
            sample({
                signingKeys: [
                    { name: "release", expires: "2027-06-30", signers: ["web/prodution"] },
                ],
            }),
            "signingKeys[0].signers[0]",
            '"web/prodution"',
            /a deployment in Azure of this estate: web\/staging, web\/production/,
        ],
        [
            "a key in Azure without an end",
            sample({ signingKeys: [{ name: "release", signers: ["web/production"] }] }),
            "signingKeys[0].expires",
            "nothing",
            /a date/,
        ],
        [
            "runners of GitHub that get out by range",
            azurePool(
                {},
                {
                    agents: {
                        azure: {
                            egress: "nat",
                            pools: [{ name: "builds", kind: "ephemeral", tier: "staging", image }],
                        },
                    },
                },
            ),
            "agents.azure.egress",
            '"nat"',
            /firewall: GitHub Actions publishes names/,
        ],
        [
            "a production pool for any workflow",
            awsPool({ tier: "production" }),
            "agents.aws.pools[0].workflows",
            "nothing",
            /at least one workflow/,
        ],
        [
            "a secret in AWS that nobody writes",
            sample({ aws, appliedBy, secrets: [{ ...secret, readers: [], cloud: "aws" }] }),
            "secrets[0].writer",
            "nothing",
            /the ARN of the role that writes it/,
        ],
        [
            "a plan that is none",
            sample({
                appliedBy: { azure: [applier] },
                state: { cloud: "azure", name: "stacme", planners: ["web/plan"] },
            }),
            "state.planners[0]",
            '"web/plan"',
            /a plan in Azure of this estate, which has none/,
        ],
        [
            "a key of a name that another has",
            sample({
                signingKeys: ["release", "Release"].map((name) => ({
                    name,
                    expires: "2027-06-30",
                    signers: ["web/production"],
                })),
            }),
            "signingKeys[1].name",
            '"Release"',
            /other than that of signingKeys\[0\]\.name/,
        ],
    ]);
});
