import assert from "node:assert/strict";
import { Team } from "@pulumi/github/team";
import { describe, it } from "mocha";
import {
    GitHubRepositoryGuard,
    type GitHubRepositoryGuardArgs,
    type GuardTeam,
} from "../../../components/index";
import { complaints, openSandbox } from "../../support/sandbox";
import { args, refused } from "./sampleGuard";

type More = Partial<GitHubRepositoryGuardArgs>;

/** Runs a guard with these arguments against the emulated organisation on a plan. */
async function deploy(plan: string, more: (team: GuardTeam) => More) {
    process.env.GATEHOUSE_GITHUB_PLAN = plan;
    const sandbox = await openSandbox(`guard-plan-${plan}`).finally(() => {
        delete process.env.GATEHOUSE_GITHUB_PLAN;
    });
    const program = () => {
        const web = new Team("web", { name: "web", privacy: "closed" });
        const platform = new Team("platform", { name: "platform", privacy: "closed" });
        new GitHubRepositoryGuard("web", {
            ...args,
            team: { slug: "web", id: web.id },
            codeOwners: { slug: "platform", id: platform.id },
            ...more({ slug: "platform", id: platform.id }),
        });
        return Promise.resolve({});
    };
    try {
        const config = { "github:owner": "acme", "gatehouse-hosts:githubOwner": "acme" };
        return await sandbox.run("up", {}, { program, config, policyPacks: [] });
    } finally {
        await sandbox.close();
    }
}

/** Everything a guard asks of GitHub that GitHub Team has. */
const onTeam = (team: GuardTeam): More => ({
    githubPlan: "team",
    branches: [
        { pattern: "release", tier: "production" },
        { pattern: "develop", tier: "integration" },
        { pattern: "feature/*", tier: "feature" },
    ],
    codeScanning: [{ tool: "CodeQL" }],
    requiredDeployments: ["staging"],
    releaseTags: { patterns: ["v*"], creators: [team] },
    leads: team,
    largestFile: 5,
    securityAnalysis: { nonProviderPatterns: true, aiDetection: true, codeSecurity: true },
    dependabot: [{ ecosystem: "npm" }],
    outsideCollaborators: [{ login: "ada", permission: "pull" }],
    workflowAccess: "organization",
    oidcClaims: ["repo", "context", "job_workflow_ref"],
    immutableSubject: true,
    workflows: [{ file: "build.yml", content: "name: build\n" }],
});

/** What GitHub Enterprise has besides. */
const enterpriseAlone: More = {
    visibility: "internal",
    mergeQueue: true,
    commitEmails: "@acme\\.example$",
    branchNames: "^[a-z]",
    tagNames: "^v",
};

const paths = (message: string): string[] =>
    message
        .split("\n")
        .slice(1)
        .map((line) => line.trim().split(":")[0] ?? "");

describe("GitHubRepositoryGuard by plan", function () {
    this.timeout(120_000);

    it("what the plan of the organisation lacks is refused, with the plan that has it and what to do instead", async () => {
        const message = await refused({ ...onTeam(args.team), ...enterpriseAlone });
        assert.deepEqual(paths(message), [
            "visibility",
            "commitEmails",
            "branchNames",
            "tagNames",
            "mergeQueue",
        ]);
        for (const line of message.split("\n").slice(1)) {
            assert.match(line, /got .+ on plan "team", allowed: plan "enterprise"; otherwise .+/);
        }
    });

    it("has nothing to offer on GitHub Free, where rules of private repositories are void", async () => {
        for (const classicProtection of [false, true]) {
            const message = await refused({ githubPlan: "free", classicProtection });
            assert.deepEqual(paths(message), ["githubPlan", "githubPlan", "codeOwners"]);
            const guard = classicProtection ? "branch protection" : "rulesets";
            assert.match(
                message,
                new RegExp(`got ${guard} in private repositories on plan "free"`),
            );
            assert.match(message, /plan "team"; otherwise keep the repository on Azure DevOps/);
        }
    });

    it("is as right about GitHub Free as GitHub is", async () => {
        const made = await deploy("free", () => ({}));
        assert.ok(!made.ok);
        assert.match(complaints(made), /emulated/);
    });

    it("deploys on GitHub Team all it does not refuse there", async () => {
        const made = await deploy("team", onTeam);
        assert.ok(made.ok, complaints(made));
        const classic = await deploy("team", () => ({
            githubPlan: "team",
            classicProtection: true,
            branches: [{ pattern: "release/*", tier: "production" }],
        }));
        assert.ok(classic.ok, complaints(classic));
    });

    it("deploys on GitHub Enterprise all it knows", async () => {
        const made = await deploy("enterprise", (team) => ({
            ...onTeam(team),
            ...enterpriseAlone,
            githubPlan: "enterprise",
        }));
        assert.ok(made.ok, complaints(made));
    });

    it("refuses a plan GitHub does not sell", async () => {
        const message = await refused({ githubPlan: "gold", mergeQueue: true });
        assert.deepEqual(paths(message), ["githubPlan"]);
    });
});
