import assert from "node:assert/strict";
import { describe, it } from "mocha";

import { loadEstate } from "../../estate";
import { problems, refuses, sample, type Raw } from "./sample";

const aws = { accountId: "123456789012", region: "eu-west-2" };
const githubApp = { clientId: "Iv23liAbCdEfGhIjKlMn", installationId: 8 };
const image = "Canonical:ubuntu-24_04-lts:server:24.04.202511100";
const azureDevOps = { organization: "acme", project: "platform" };
const azurePool = (pool: Raw, more: Raw = {}): Raw =>
    sample({
        githubApp,
        azureDevOps,
        agents: {
            azure: {
                pools: [{ name: "builds", kind: "ephemeral", tier: "staging", image, ...pool }],
            },
        },
        ...more,
    });
const awsPool = (pool: Raw, more: Raw = {}): Raw =>
    sample({
        aws,
        githubApp,
        agents: {
            aws: { pools: [{ name: "builds", kind: "codeBuild", tier: "staging", ...pool }] },
        },
        ...more,
    });
const secret = { name: "smtp", owner: "web", expires: "2027-06-30", readers: ["web/production"] };

function without(key: string, raw: Raw): Raw {
    return Object.fromEntries(Object.entries(raw).filter(([name]) => name !== key));
}

describe("estate: what it has in the clouds", () => {
    it("is in full when every part is named", () => {
        const full = loadEstate(
            sample({
                aws,
                githubApp,
                azureDevOps,
                auditDays: 400,
                breakGlass: { azure: ["11111111-2222-3333-4444-555555555555"] },
                agents: {
                    azure: {
                        pools: [{ name: "builds", kind: "ephemeral", tier: "pullRequest", image }],
                    },
                    aws: {
                        egress: "endpoints",
                        pools: [
                            {
                                name: "boxes",
                                kind: "codeBuild",
                                tier: "production",
                                repositories: [],
                            },
                        ],
                    },
                },
                state: { cloud: "aws", name: "acme-state" },
                signingKeys: [{ name: "release", signers: ["web/production"] }],
                secrets: [secret],
            }),
        );
        assert.deepEqual(full.azureAgents, {
            egress: "nat",
            addresses: "10.65.0.0/22",
            pools: [
                {
                    name: "builds",
                    kind: "ephemeral",
                    tier: "pullRequest",
                    host: "github",
                    repositories: ["web"],
                    maximum: 4,
                    image,
                },
            ],
        });
        assert.equal(full.awsAgents?.egress, "endpoints");
        assert.deepEqual(full.awsAgents.pools[0]?.repositories, []);
        assert.deepEqual(full.signingKeys, [
            { name: "release", cloud: "azure", signers: ["web/production"], verifiers: [] },
        ]);
        assert.deepEqual(full.secrets, [{ ...secret, cloud: "azure" }]);
        assert.deepEqual(full.state, { cloud: "aws", name: "acme-state" });
        assert.equal(full.auditDays, 400);
    });

    it("is nothing when no part is named", () => {
        const short = loadEstate(sample());
        for (const key of [
            "aws",
            "azureDevOps",
            "githubApp",
            "azureAgents",
            "awsAgents",
            "state",
        ]) {
            assert.ok(!(key in short), key);
        }
    });

    it("knows what an environment deploys in AWS, lists not given being empty", () => {
        const environments = [
            {
                name: "live",
                tier: "staging",
                aws: { ecsServices: [{ cluster: "shop", service: "web" }] },
            },
        ];
        const [repository] = loadEstate(sample({ aws, environments })).repositories;
        assert.deepEqual(repository?.environments[0]?.aws, {
            ecsServices: [{ cluster: "shop", service: "web", taskFamily: "web", passRoles: [] }],
            lambdaAliases: [],
            s3Sites: [],
            ecrRepositories: [],
        });
    });

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
            sample({ state: { cloud: "azure", name: "acme-state" } }),
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
            sample({ aws, secrets: [{ ...secret, cloud: "aws" }] }),
            "secrets[0].readers[0]",
            '"web/production"',
            /a deployment in AWS of this estate, which has none/,
        ],
        [
            "a signer that is none",
            sample({ signingKeys: [{ name: "release", signers: ["web/prodution"] }] }),
            "signingKeys[0].signers[0]",
            '"web/prodution"',
            /a deployment in Azure of this estate: web\/staging, web\/production/,
        ],
        [
            "a key of a name that another has",
            sample({
                signingKeys: ["release", "Release"].map((name) => ({
                    name,
                    signers: ["web/production"],
                })),
            }),
            "signingKeys[1].name",
            '"Release"',
            /other than that of signingKeys\[0\]\.name/,
        ],
    ]);

    it("withholds what may be a secret itself, were it written beside its name", () => {
        const [found] = problems(sample({ secrets: [{ ...secret, value: "hunter2" }] }));
        assert.equal(found?.where, "secrets[0].value");
        assert.doesNotMatch(found.seen, /hunter2/);
    });

    it("suggests the name that was meant", () => {
        const [found] = problems(azurePool({ repositories: ["wbe"] }));
        assert.equal(found?.meant, "web");
    });
});
