import { describe } from "mocha";

import { aws, awsPool, azureDevOps, azurePool, image, role, secret } from "./cloudSamples";
import { refuses, sample, type Raw } from "./sample";

const managed = { host: "azureDevOps", kind: "managed", tier: "staging", image: "ubuntu-24.04" };
const managedPools = (count: number): Raw =>
    sample({
        azureDevOps,
        agents: {
            azure: {
                pools: Array.from({ length: count }, (_, i) => ({
                    ...managed,
                    name: `build-${i}`,
                })),
            },
        },
    });
const inAzure = (addresses: string): Raw => sample({ agents: { azure: { addresses, pools: [] } } });

describe("estate: what the clouds have no room for", () => {
    refuses([
        [
            "a fourth managed pool",
            managedPools(4),
            "agents.azure.pools[3].kind",
            '"managed"',
            /room for 3 managed pools/,
        ],
        [
            "a managed pool by the name of the shared network",
            azurePool({ ...managed, name: "agents" }),
            "agents.azure.pools[0].name",
            '"agents"',
            /the shared network's/,
        ],
        [
            "a name too long for AWS",
            awsPool({ name: "mobile-deployments" }),
            "agents.aws.pools[0].name",
            '"mobile-deployments"',
            /17 characters/,
        ],
        [
            "a name too long for Azure",
            azurePool({ name: "mobile-deployments-of-all" }),
            "agents.azure.pools[0].name",
            '"mobile-deployments-of-all"',
            /3 to 24 \(in AWS 17\)/,
        ],
        [
            "an image that Microsoft keeps for machines of one's own",
            azurePool({ image: "ubuntu-24.04" }),
            "agents.azure.pools[0].image",
            '"ubuntu-24.04"',
            /publisher:offer:sku:version/,
        ],
        [
            "a marketplace image for a managed pool",
            azurePool({ ...managed, image }),
            "agents.azure.pools[0].image",
            '"Canonical:ubuntu-24_04-lts:server:24.04.202511100"',
            /an image that Microsoft keeps/,
        ],
        [
            "an image of no exact version, and shows it",
            azurePool({ image: "Canonical:ubuntu-24_04-lts:server:24.04.x" }),
            "agents.azure.pools[0].image",
            '"Canonical:ubuntu-24_04-lts:server:24.04.x"',
            /with an exact version/,
        ],
        [
            "a size of another cloud",
            azurePool({ size: "m7i.xlarge" }),
            "agents.azure.pools[0].size",
            '"m7i.xlarge"',
            /Standard_D4ads_v5/,
        ],
        [
            "more machines than a pool in AWS has",
            awsPool(
                { kind: "instances", image: "ami-0a1b2c3d4e5f60718", maximum: 101 },
                { appliedBy: { aws: [role] } },
            ),
            "agents.aws.pools[0].maximum",
            "101",
            /100 machines at most/,
        ],
        [
            "a workflow of strangers",
            awsPool({ workflows: ["other/ci/.github/workflows/deploy.yml@refs/heads/main"] }),
            "agents.aws.pools[0].workflows[0]",
            '"other/ci/.github/workflows/deploy.yml@refs/heads/main"',
            /a workflow of acme/,
        ],
        [
            "a pool for nobody",
            azurePool({ repositories: [] }),
            "agents.azure.pools[0].repositories",
            "a list of 0",
            /at least one repository/,
        ],
        [
            "addresses too few for four networks",
            inAzure("10.65.0.0/24"),
            "agents.azure.addresses",
            '"10.65.0.0/24"',
            /\/16 to \/22/,
        ],
        [
            "addresses that are in use on the internet",
            inAzure("172.64.0.0/20"),
            "agents.azure.addresses",
            '"172.64.0.0/20"',
            /a private range/,
        ],
        [
            "addresses that begin in the middle",
            inAzure("10.65.1.0/20"),
            "agents.azure.addresses",
            '"10.65.1.0/20"',
            /begins with its first address/,
        ],
        [
            "a managed pool that is let out by address",
            sample({
                azureDevOps,
                agents: { azure: { egress: "nat", pools: [{ ...managed, name: "builds" }] } },
            }),
            "agents.azure.egress",
            '"nat"',
            /Managed DevOps Pools publish names/,
        ],
        [
            "runners in AWS with no way to GitHub",
            awsPool(
                {},
                {
                    agents: {
                        aws: {
                            egress: "endpoints",
                            pools: [{ name: "builds", kind: "codeBuild", tier: "staging" }],
                        },
                    },
                },
            ),
            "agents.aws.egress",
            '"endpoints"',
            /runners reach GitHub/,
        ],
        [
            "a reader who is named twice",
            sample({ secrets: [{ ...secret, readers: ["web/staging", "web/staging"] }] }),
            "secrets[0].readers[1]",
            '"web/staging"',
            /each deployment once/,
        ],
        [
            "a region that is not of the public partition",
            sample({ aws: { ...aws, region: "us-gov-west-1" } }),
            "aws.region",
            '"us-gov-west-1"',
            /public partition/,
        ],
        [
            "a key by the name of the App's",
            sample({
                signingKeys: [
                    { name: "GitHub-App", expires: "2027-06-30", signers: ["web/production"] },
                ],
            }),
            "signingKeys[0].name",
            '"GitHub-App"',
            /does not use itself/,
        ],
        [
            "an environment by the name of the previews'",
            sample({
                repositories: [
                    {
                        name: "web",
                        host: "github",
                        team: "web",
                        plan: true,
                        environments: [{ name: "plan", tier: "staging" }],
                    },
                ],
            }),
            "repositories[0].environments[0].name",
            '"plan"',
            /with plan: true the previews run in one of this name/,
        ],
    ]);
});
