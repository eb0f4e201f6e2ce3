import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { Repository } from "@pulumi/github/repository";
import { Team } from "@pulumi/github/team";
import {
    GitHubOrganization,
    GitHubOrganizationActions,
    type GitHubOrganizationArgs,
} from "../../../components/index";
import { openOnPlan } from "../../support/githubPlan";
import { refusal } from "../../support/mocks";
import { complaints } from "../../support/sandbox";

const config = { "github:owner": "acme" };
type Some = Partial<GitHubOrganizationArgs>;

const everywhere: Some = {
    guardedRepositories: ["web"],
    properties: [{ name: "tier", allowedValues: ["production", "internal"] }],
};
const bare: Some = {
    ...everywhere,
    allowUnguardedRepositories: true,
    allowNoAdvancedSecurity: true,
};
const enterprise = {
    slug: "acme-inc",
    addresses: [{ range: "192.0.2.0/24", name: "office" }],
    auditBucket: {
        bucket: "acme-audit",
        region: "eu-west-1",
        roleArn: "arn:aws:iam::123456789012:role/github-audit",
    },
};

/** What a plan has, and the most of it. */
const kept: Record<string, [Some, boolean]> = {
    free: [bare, false],
    team: [everywhere, false],
    enterprise: [{ ...everywhere, enterprise, allowMemberRepositories: true }, true],
};

function program(githubPlan: string, some: Some, workflows: boolean) {
    return () => {
        const facts = { organization: "acme", githubPlan };
        const security = new Team("security", { name: "security", privacy: "closed" });
        const organization = new GitHubOrganization("acme", {
            ...facts,
            billingEmail: "bills@acme.example",
            securityManagers: [{ slug: "security", id: security.id }],
            ...some,
        });
        const web = new Repository(
            "web",
            { name: "web", visibility: "private", autoInit: true },
            { dependsOn: [organization] },
        );
        const properties = { tier: "production" };
        const { repoId: repositoryId } = web;
        const workflow = { repositoryId, path: ".github/workflows/scan.yml" };
        new GitHubOrganizationActions(
            "acme",
            {
                ...facts,
                repositories: [{ name: "web", id: repositoryId, properties }],
                requiredWorkflows: workflows ? [workflow] : [],
            },
            { dependsOn: [web] },
        );
        return Promise.resolve({ id: organization.organizationId });
    };
}

describe("a GitHub organisation on its plan", function () {
    this.timeout(120_000);

    for (const [plan, [some, workflows]] of Object.entries(kept)) {
        it(`deploys what is accepted on ${plan}, and has nothing left to change`, async () => {
            const sandbox = await openOnPlan("organization", plan);
            try {
                const options = { program: program(plan, some, workflows), config };
                const made = await sandbox.run("up", {}, { ...options, policyPacks: [] });
                assert.ok(made.ok, complaints(made));
                const told = /GitHub|becomes/;
                assert.ok(made.diagnostics.some(({ message }) => told.test(message)));
                const again = await sandbox.run("preview", {}, { ...options, policyPacks: [] });
                assert.ok(again.ok, complaints(again));
                const changes = again.steps.filter(({ op }) => op !== "same" && op !== "read");
                assert.deepEqual(changes, []);
                assert.ok(!again.diagnostics.some(({ message }) => told.test(message)));
            } finally {
                await sandbox.close();
            }
        });
    }

    const refused = async (githubPlan: string, some: Some) => {
        const billing = { organization: "acme", billingEmail: "bills@acme.example" };
        const message = await refusal(
            () => new GitHubOrganization("acme", { ...billing, githubPlan, ...some }),
        );
        return message.split("\n").slice(1);
    };
    const paths = (lines: string[]) => lines.map((line) => line.trim().split(":")[0]);

    it("what the organisation's plan would void is refused before anything is made", async () => {
        assert.deepEqual(paths(await refused("free", { ...everywhere, enterprise })), [
            "allowUnguardedRepositories",
            "allowNoAdvancedSecurity",
            "enterprise",
        ]);
        const [rules] = await refused("free", {});
        assert.match(
            rules ?? "",
            /rulesets of the organisation on plan "free", allowed: plan "team"; otherwise take them away/,
        );
        const [members, addresses] = await refused("team", {
            allowMemberRepositories: true,
            enterprise,
        });
        assert.match(members ?? "", /^ *allowMemberRepositories: .* plan "enterprise"; otherwise/);
        assert.match(addresses ?? "", /^ *enterprise: .* plan "enterprise"; otherwise/);
    });

    it("says so when the plan is not the one it is told", async () => {
        const sandbox = await openOnPlan("organization-told", "team");
        try {
            const options = { program: program("free", bare, false), config, policyPacks: [] };
            const seen = await sandbox.run("preview", {}, options);
            assert.ok(seen.ok, complaints(seen));
            const told = seen.diagnostics.filter(({ severity }) => severity === "warning");
            assert.match(told.map(({ message }) => message).join("\n"), /plan "team", not "free"/);
        } finally {
            await sandbox.close();
        }
    });
});
