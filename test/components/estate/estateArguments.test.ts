import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { PipelineEstate, type PipelineEstateArgs } from "../../../components/index";
import { estateProblems } from "../../../components/estate/checkEstate";
import { refusal } from "../../support/mocks";
import { groupId } from "../governance/holders";
import { environment, estate, repository } from "./sampleEstate";

const pathsOf = (args: PipelineEstateArgs): string[] =>
    estateProblems(args).map(({ path }) => path);

describe("the arguments of PipelineEstate", () => {
    it("are accepted as the defaults make them", () => {
        assert.deepEqual(estateProblems(estate()), []);
    });

    it("are refused all at once, in one error without a stack", async () => {
        const message = await refusal(
            () =>
                new PipelineEstate(
                    "estate",
                    estate({
                        organization: "ac me",
                        azure: { tenantId: "t", subscriptionId: "s", location: "UK South" },
                        teams: [
                            { name: "Web Team", members: ["a b", "ada", "Ada"] },
                            { name: "platform", members: [] },
                            { name: "platform", members: [] },
                        ],
                        vault: { ...estate().vault, name: "kv" },
                        repositories: [],
                    }),
                ),
        );
        assert.deepEqual(
            message.split("\n").map((line) => line.trim().split(":")[0]),
            [
                'PipelineEstate "estate"',
                "organization",
                "azure.tenantId",
                "azure.subscriptionId",
                "azure.location",
                "vault.name",
                "teams[0].name",
                "teams[0].members[0]",
                "teams[0].members[2]",
                "teams[2].name",
            ],
        );
    });

    it("name teams that exist", () => {
        const found = estateProblems(
            estate({
                repositories: [
                    repository({
                        team: "wbe",
                        codeOwners: "nobody",
                        environments: [environment({ reviewers: ["release", "rel"] })],
                    }),
                ],
            }),
        );
        assert.deepEqual(
            found.map(({ path, allowed }) => [path, allowed]),
            [
                ["repositories[0].team", '"platform" or "web" or "release"'],
                ["repositories[0].codeOwners", '"platform" or "web" or "release"'],
                [
                    "repositories[0].environments[0].reviewers[1]",
                    '"platform" or "web" or "release"',
                ],
            ],
        );
    });

    it("give each team a group of its own", () => {
        const groupId = "abcdef01-0000-4000-8000-000000000001";
        const [first, second, ...rest] = estate().teams;
        assert.ok(first && second);
        const teams = [
            { ...first, groupId },
            { ...second, groupId: groupId.toUpperCase() },
            ...rest,
        ];
        assert.deepEqual(pathsOf(estate({ teams })), ["teams[1].groupId"]);
    });

    it("name who writes the state in its cloud", () => {
        const state = { name: "stacmestate", stacks: [], planners: [] };
        const appliedBy = { azure: ["aaaaaaaa-0000-4000-8000-000000000001"], aws: [] };
        const found = (more: Partial<PipelineEstateArgs>) => pathsOf(estate(more));
        const inAzure = { ...state, cloud: "azure" };
        assert.deepEqual(found({ state: inAzure }), ["appliedBy.azure"]);
        assert.deepEqual(found({ state: inAzure, appliedBy }), []);
        assert.deepEqual(found({ state: { ...state, cloud: "aws" }, appliedBy }), [
            "appliedBy.aws",
        ]);
    });

    it("fit a project on Azure DevOps: whom AWS trusts, and what packages are in", () => {
        const azureDevOps = {
            organization: "acme",
            project: "delivery",
            authorEmails: ["*@acme.example"],
        };
        const targets = { ecsServices: [], lambdaAliases: [], s3Sites: [], ecrRepositories: ["w"] };
        const repositories = [
            repository({ host: "azureDevOps", environments: [environment({ aws: targets })] }),
        ];
        const teams = estate().teams.map((team, i) => ({ ...team, groupId: groupId(i + 1) }));
        const found = (more: Partial<PipelineEstateArgs>) =>
            pathsOf(estate({ teams, repositories, azureDevOps, ...more }));
        assert.deepEqual(found({}), ["repositories[0].environments[0].aws"]);
        const taken = [repository({ host: "azureDevOps", adopt: true })];
        assert.deepEqual(found({ repositories: taken }), []);
        const feed = {
            name: "npm",
            readers: ["web"],
            collectors: [],
            publishers: ["wbe"],
            sources: [],
        };
        const packages = { project: "Delivery", feeds: [feed, { ...feed, publishers: [] }] };
        assert.deepEqual(
            found({ repositories: [], azureDevOps: { ...azureDevOps, packages } }),
            ["project", "feeds[0].publishers[0]", "feeds[1].name"].map(
                (path) => `azureDevOps.packages.${path}`,
            ),
        );
        const trusted = { organizationId: "acme", adoptProvider: false, adoptToolkit: false };
        assert.deepEqual(found({ azureDevOps: { ...azureDevOps, aws: trusted } }), [
            "azureDevOps.aws.organizationId",
            "azureDevOps.aws",
        ]);
    });

    it("hold each repository and each environment once, whatever the case", () => {
        assert.deepEqual(
            pathsOf(
                estate({
                    repositories: [
                        repository(),
                        repository({
                            name: "Web",
                            environments: [environment(), environment({ name: "Production" })],
                        }),
                    ],
                }),
            ),
            ["repositories[1].environments[1].name", "repositories[1].name"],
        );
    });

    it("are checked down to what the parts check, so that nothing is left for later", () => {
        const bad = repository({
            name: "a/b",
            host: "gitlab",
            visibility: "public",
            subjectFormat: "long",
            reviews: -1,
            checks: [{ context: "", integrationId: 0.5 }],
            allowedActions: ["*"],
            environments: [
                environment({
                    name: "prod*",
                    tier: "prod",
                    reviewers: ["release", "release"],
                    waitMinutes: -1,
                    branches: ["*"],
                    roles: [{ role: "Owner" }, { role: "Reader" }, { role: "Reader" }],
                }),
            ],
        });
        assert.deepEqual(pathsOf(estate({ repositories: [bad] })), [
            "repositories[0].name",
            "repositories[0].visibility",
            "repositories[0].subjectFormat",
            "repositories[0].reviews",
            "repositories[0].checks[0].context",
            "repositories[0].checks[0].integrationId",
            "repositories[0].allowedActions[0]",
            "repositories[0].environments[0].name",
            "repositories[0].environments[0].tier",
            "repositories[0].environments[0].reviewers[1]",
            "repositories[0].environments[0].waitMinutes",
            "repositories[0].environments[0].branches[0]",
            "repositories[0].environments[0].roles[0].role",
            "repositories[0].environments[0].roles[2].role",
            "repositories[0].host",
        ]);
    });

    it("need no branches where any branch may deploy", () => {
        const open = environment({ branches: [], allowAnyBranch: true });
        assert.deepEqual(
            pathsOf(estate({ repositories: [repository({ environments: [open] })] })),
            [],
        );
        const closed = environment({ branches: [] });
        assert.deepEqual(
            pathsOf(estate({ repositories: [repository({ environments: [closed] })] })),
            ["repositories[0].environments[0].branches"],
        );
    });
});
