import assert from "node:assert/strict";
import { describe, it } from "mocha";

import { loadEstate } from "../../estate";
import {
    appliedBy,
    aws,
    azureDevOps,
    azurePool,
    deploy,
    githubApp,
    image,
    secret,
} from "./cloudSamples";
import { problems, sample } from "./sample";

describe("estate: what it has in the clouds", () => {
    it("is in full when every part is named", () => {
        const full = loadEstate(
            sample({
                aws,
                organization: "acme",
                appliedBy,
                githubApp,
                azureDevOps,
                auditDays: 400,
                breakGlass: { azure: ["11111111-2222-3333-4444-555555555555"] },
                agents: {
                    azure: {
                        pools: [{ name: "builds", kind: "ephemeral", tier: "pullRequest", image }],
                    },
                    aws: {
                        addresses: "10.70.0.0/20",
                        pools: [
                            {
                                name: "boxes",
                                kind: "codeBuild",
                                tier: "production",
                                repositories: ["web"],
                                workflows: [deploy],
                            },
                        ],
                    },
                },
                state: { cloud: "aws", name: "acme-state" },
                signingKeys: [
                    { name: "release", expires: "2027-06-30", signers: ["web/production"] },
                ],
                secrets: [secret],
            }),
        );
        assert.deepEqual(full.azureAgents, {
            egress: "firewall",
            addresses: "10.65.0.0/22",
            pools: [
                {
                    name: "builds",
                    kind: "ephemeral",
                    tier: "pullRequest",
                    host: "github",
                    repositories: ["web"],
                    workflows: [],
                    maximum: 4,
                    image,
                },
            ],
        });
        assert.equal(full.awsAgents?.addresses, "10.70.0.0/20");
        assert.deepEqual(full.awsAgents.pools[0]?.repositories, ["web"]);
        assert.deepEqual(full.signingKeys, [
            {
                name: "release",
                cloud: "azure",
                expires: "2027-06-30",
                signers: ["web/production"],
                verifiers: [],
            },
        ]);
        assert.deepEqual(full.secrets, [{ ...secret, cloud: "azure" }]);
        assert.deepEqual(full.state, {
            cloud: "aws",
            name: "acme-state",
            stacks: [],
            planners: [],
        });
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
