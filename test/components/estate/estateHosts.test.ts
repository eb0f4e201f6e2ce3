import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";

import type { RunResult } from "../../../sandbox/engine/api";
import { complaints, openSandbox, type Sandbox } from "../../support/sandbox";
import { sample } from "../../estate/sample";

const group = (i: number): string => `0000000${i}-1111-4222-8333-444444444444`;

const password = "made-up-and-never-shown";

/** Two repositories, one on each host, as people who trust no device have them. */
const estate = sample({
    developerDevices: "untrusted",
    github: { billingEmail: "bills@acme.example" },
    azureDevOps: {
        organization: "acme",
        project: "delivery",
        authorEmails: ["*@acme.example"],
        audit: { url: "https://events.acme.example/devops", username: "azure-devops" },
        groups: { platform: group(1), web: group(2), release: group(3) },
    },
    agents: {
        azure: {
            egress: "nat",
            pools: [
                {
                    name: "checks",
                    host: "azureDevOps",
                    kind: "ephemeral",
                    tier: "pullRequest",
                    image: "Canonical:ubuntu-24_04-lts:server:24.04.202511100",
                },
                {
                    name: "deploy",
                    host: "azureDevOps",
                    kind: "scaleSet",
                    tier: "production",
                    image: "Canonical:ubuntu-24_04-lts:server:24.04.202511100",
                },
            ],
        },
    },
    repositories: [
        { name: "shop", host: "github", team: "web", leads: "platform" },
        {
            name: "bank",
            host: "azureDevOps",
            team: "web",
            plan: true,
            branches: [
                { pattern: "develop", tier: "integration" },
                { pattern: "release/*", tier: "production" },
            ],
        },
    ],
});

/** What the stack says: the estate, and the secret it needs. */
const stack = (of: typeof estate) => ({
    config: {
        "gatehouse:estate": JSON.stringify(of),
        "gatehouse:azureDevOpsAuditPassword": password,
    },
});

describe("an estate over two hosts, deployed", function () {
    this.timeout(300_000);
    let sandbox: Sandbox;
    let result: RunResult;

    before(async () => {
        sandbox = await openSandbox("estate-hosts");
        result = await sandbox.run("up", estate, stack(estate));
        assert.ok(result.ok, complaints(result));
    });
    after(() => sandbox.close());

    const all = (type: string) => {
        const found = result.resources.filter((one) => one.type.endsWith(`:${type}`));
        assert.ok(found.length > 0, `no ${type}`);
        return found.map(({ urn, inputs, outputs, id }) => ({
            name: urn.split("::").at(-1) ?? "",
            id,
            inputs: inputs,
            outputs: outputs,
        }));
    };

    it("on Azure DevOps the guarded branches that nobody may create stand with the repository", () => {
        const made = all("GitRepositoryBranch").map(({ inputs }) => [
            inputs.name,
            inputs.refBranch,
        ]);
        assert.deepEqual(made, [["develop", "main"]]);
    });

    it("on Azure DevOps a connection is open to the one pipeline of its repository that deploys, a plan's to the gates", () => {
        const pipelines = new Map(
            all("BuildDefinition").map(({ id, inputs }) => [id, inputs.name]),
        );
        const open = all("ServiceEndpointAzureRM").map((connection) => [
            connection.inputs.serviceEndpointName,
            all("PipelineAuthorization")
                .filter(({ inputs }) => inputs.resourceId === connection.id)
                .map(({ inputs }) => pipelines.get(String(inputs.pipelineId)))
                .toSorted(),
        ]);
        assert.deepEqual(Object.fromEntries(open), {
            agents: [],
            "bank-staging": ["bank-deploy"],
            "bank-production": ["bank-deploy"],
            "bank-plan": ["bank-build", "bank-verify-signatures"],
        });
    });

    it("a pool for Azure DevOps is open to the gates or to the pipelines that deploy, whichever its tier is for", () => {
        const pipelines = new Map(
            all("BuildDefinition").map(({ id, inputs }) => [id, inputs.name]),
        );
        const open = all("Queue").map((queue) => [
            queue.name,
            all("PipelineAuthorization")
                .filter(({ inputs }) => inputs.type === "queue" && inputs.resourceId === queue.id)
                .map(({ inputs }) => pipelines.get(String(inputs.pipelineId)))
                .toSorted(),
        ]);
        assert.deepEqual(
            open.map(([, names]) => names),
            [["bank-build", "bank-verify-signatures"], ["bank-deploy"]],
        );
        const from = all("CheckBranchControl")
            .filter(({ inputs }) => inputs.targetResourceType === "queue")
            .map(({ inputs }) => inputs.allowedBranches);
        assert.deepEqual(from, ["refs/heads/main"]);
    });

    it("where devices are not trusted, no change is merged without signatures of registered keys", () => {
        const [rules] = all("RepositoryRuleset").filter(({ name }) => name.includes("branch"));
        assert.match(JSON.stringify(rules?.inputs), /"context":"verify signatures"/);
        const [workflow] = all("RepositoryFile").filter(({ inputs }) =>
            String(inputs.file).endsWith("/signatures.yml"),
        );
        assert.match(String(workflow?.inputs.content), /git .*verify-commit|verify-commit/);
        const gates = all("BranchPolicyBuildValidation").map(({ inputs }) => inputs.settings);
        assert.match(JSON.stringify(gates), /verify-signatures/);
        const [pipeline] = all("GitRepositoryFile");
        assert.equal(pipeline?.inputs.file, ".azuredevops/verify-signatures.yml");
    });

    it("sends what happens on Azure DevOps to the sink, whose password nobody is shown", () => {
        const hooks = all("ServicehookWebhookTfs");
        assert.ok(hooks.some(({ name }) => name.endsWith("/gitPush")));
        for (const { inputs } of hooks) {
            assert.equal(inputs.url, "https://events.acme.example/devops");
            assert.equal(inputs.basicAuthPassword, "[secret]");
        }
        assert.ok(!JSON.stringify(result).includes(password));
    });

    it("asks on both hosts for the same reviews, and for the leads where there are some", () => {
        const [rules] = all("RepositoryRuleset").filter(({ name }) => name.includes("branch"));
        assert.match(JSON.stringify(rules?.inputs), /"requiredApprovingReviewCount":2/);
        assert.match(JSON.stringify(rules?.inputs), /"requiredReviewers":\[/);
        const votes = all("BranchPolicyMinReviewers").map(({ inputs }) => inputs.settings);
        assert.match(JSON.stringify(votes), /"reviewerCount":2/);
    });

    it("gives the plan on Azure DevOps a role that only reads", () => {
        const reader = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
        const roles = all("RoleAssignment").filter(({ name }) =>
            name.startsWith("estate-bank/plan"),
        );
        assert.equal(roles.length, 2);
        for (const { inputs } of roles) {
            assert.ok(String(inputs.roleDefinitionId).endsWith(reader));
        }
    });

    it("changes nothing in a second run", async () => {
        const again = await sandbox.run("preview", estate, stack(estate));
        assert.ok(again.ok, complaints(again));
        assert.deepEqual(
            again.steps.filter(({ op }) => op !== "same" && op !== "read"),
            [],
        );
    });

    it("a branch of a guarded pattern is made where it stands, and a repository that is added waits for the organisation's rule, which would refuse its first files, to leave it out", async () => {
        const added = { name: "added", host: "github", team: "web" };
        const [shop, bank] = estate.repositories as { branches?: unknown[] }[];
        const release = { pattern: "release/1", tier: "production" };
        const branches = [...(bank?.branches ?? []), release];
        const repositories = [shop, { ...bank, branches }, added];
        const more = { ...estate, repositories };
        const grown = await sandbox.run("up", more, stack(more));
        assert.ok(grown.ok, complaints(grown));
        const standing = grown.resources.filter(({ type }) =>
            type.endsWith(":GitRepositoryBranch"),
        );
        assert.deepEqual(standing.map(({ inputs }) => inputs.name).toSorted(), [
            "develop",
            "release/1",
        ]);
        const step = (op: string, name: string) =>
            grown.details.find((one) => one.op === op && one.urn.endsWith(`::${name}`));
        const rule = step("update", "estate-organization-default-branches")?.newState;
        assert.match(JSON.stringify(rule?.inputs), /"excludes":\["shop","added"\]/);
        const made = step("create", "estate-added-repository")?.newState;
        const waitsFor = made?.dependencies as string[] | undefined;
        assert.ok(waitsFor?.includes(rule?.urn ?? ""), JSON.stringify(waitsFor));
        // Taken off the list it stays on Azure DevOps, and put back it is known to stand there.
        const kept = [
            { ...bank, branches: [...(bank?.branches ?? []), { ...release, exists: true }] },
        ];
        const fewer = { ...estate, repositories: [shop, ...kept, added] };
        const left = await sandbox.run("up", fewer, stack(fewer));
        assert.ok(left.ok, complaints(left));
        assert.deepEqual(
            left.resources.flatMap(({ type, inputs }) =>
                type.endsWith(":GitRepositoryBranch") ? [inputs.name] : [],
            ),
            ["develop"],
        );
    });
});
