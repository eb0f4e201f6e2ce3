import assert from "node:assert/strict";
import { describe, it } from "mocha";

import { loadEstate } from "../../estate";
import { azurePool, without } from "./cloudSamples";
import { azureDevOps, group, onDevOps } from "./devOpsSample";
import { refuses, sample, type Raw } from "./sample";

describe("estate: repositories on two hosts", () => {
    it("takes a repository of three lines on Azure DevOps", () => {
        const { repositories, teams, azureDevOps: project } = loadEstate(onDevOps());
        assert.equal(repositories[0]?.host, "azureDevOps");
        assert.deepEqual(
            teams.map(({ groupId }) => groupId),
            [group(1), group(3), group(2)],
        );
        assert.deepEqual(project, {
            organization: "acme",
            project: "delivery",
            authorEmails: ["*@acme.example"],
            auditStream: false,
            adopt: false,
        });
    });

    it("gives a pool the repositories of its own host when none are named", () => {
        const { azureAgents } = loadEstate({
            ...azurePool({ host: "azureDevOps" }),
            azureDevOps,
            repositories: [
                { name: "web", host: "github", team: "web" },
                { name: "bank", host: "azureDevOps", team: "web" },
            ],
        });
        assert.deepEqual(azureAgents?.pools[0]?.repositories, ["bank"]);
    });

    refuses([
        [
            "a repository on Azure DevOps without a project",
            without("azureDevOps", onDevOps()),
            "repositories[0].host",
            '"azureDevOps"',
            /the estate's azureDevOps/,
        ],
        [
            "a team that is no group there",
            onDevOps(
                {},
                {
                    azureDevOps: {
                        ...azureDevOps,
                        groups: { platform: group(1), release: group(3) },
                    },
                },
            ),
            "azureDevOps.groups.web",
            "nothing",
            /the Entra group that web is/,
        ],
        [
            "a group of a team that is none",
            onDevOps(
                {},
                {
                    azureDevOps: {
                        ...azureDevOps,
                        groups: { ...azureDevOps.groups, wbe: group(4) },
                    },
                },
            ),
            "azureDevOps.groups.wbe",
            '"wbe"',
            /a team of this estate/,
        ],
        [
            "actions on Azure DevOps",
            onDevOps({ allowedActions: ["acme/one@*"] }),
            "repositories[0].allowedActions",
            "a list of 1",
            /runs no actions/,
        ],
        [
            "a wait on Azure DevOps",
            onDevOps({}, { environments: [{ name: "staging", tier: "staging", waitMinutes: 5 }] }),
            "environments[0].waitMinutes",
            "5",
            /no wait timer/,
        ],
        [
            "a pattern of branches on Azure DevOps",
            onDevOps(
                {},
                { environments: [{ name: "staging", tier: "staging", branches: ["release/*"] }] },
            ),
            "environments[0].branches[0]",
            '"release/*"',
            /take no patterns/,
        ],
        [
            "a branch without policies to deploy from",
            onDevOps(
                { branches: [{ pattern: "release/*", tier: "production" }] },
                {
                    environments: [
                        {
                            name: "staging",
                            tier: "staging",
                            branches: ["main", "release/1", "hotfix"],
                        },
                    ],
                },
            ),
            "environments[0].branches[2]",
            '"hotfix"',
            /a branch that web guards/,
        ],
        [
            "a bypass on Azure DevOps",
            onDevOps(
                {},
                { environments: [{ name: "staging", tier: "staging", allowAdminBypass: true }] },
            ),
            "environments[0].allowAdminBypass",
            "true",
            /nobody skips a check/,
        ],
        [
            "a project without addresses of authors",
            onDevOps({}, { azureDevOps: { ...azureDevOps, authorEmails: [] } }),
            "azureDevOps.authorEmails",
            "a list of 0",
            /at least one address/,
        ],
        [
            "a pool of one host for a repository of the other",
            azurePool(
                { repositories: ["bank"] },
                {
                    azureDevOps,
                    repositories: [
                        { name: "web", host: "github", team: "web" },
                        { name: "bank", host: "azureDevOps", team: "web" },
                    ],
                },
            ),
            "agents.azure.pools[0].repositories[0]",
            '"bank"',
            /a repository on github/,
        ],
        [
            "a pattern of branches with lesser rules",
            sample({
                repositories: [
                    {
                        name: "web",
                        host: "github",
                        team: "web",
                        branches: [{ pattern: "next/*", tier: "integration" }],
                    },
                ],
            }),
            "repositories[0].branches[0].pattern",
            '"next/*"',
            /takes no patterns on GitHub/,
        ],
        [
            "leads that are no team",
            sample({ repositories: [{ name: "web", host: "github", team: "web", leads: "boss" }] }),
            "repositories[0].leads",
            '"boss"',
            /a team of this estate/,
        ],
        [
            "a required workflow of a strange repository",
            sample({
                github: {
                    billingEmail: "bills@acme.example",
                    requiredWorkflows: [{ repository: "scan", path: ".github/workflows/scan.yml" }],
                },
            }),
            "github.requiredWorkflows[0].repository",
            '"scan"',
            /a repository of this estate on GitHub: web/,
        ],
    ]);
});

describe("estate: devices that are not trusted", () => {
    const untrusted = (changes: Raw = {}): Raw =>
        sample({ developerDevices: "untrusted", ...changes });

    it("change nothing in an estate that keeps the defaults", () => {
        assert.equal(loadEstate(untrusted()).developerDevices, "untrusted");
    });

    refuses([
        [
            "one review for all",
            untrusted({ reviews: 1 }),
            "reviews",
            "1",
            /2 or more, as developerDevices is untrusted/,
        ],
        [
            "approvals that outlive a push",
            untrusted({
                repositories: [
                    { name: "web", host: "github", team: "web", allowStaleReviews: true },
                ],
            }),
            "repositories[0].allowStaleReviews",
            "true",
            /^false/,
        ],
    ]);
});
