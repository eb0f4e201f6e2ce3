import assert from "node:assert/strict";
import { getOrganizationOutput } from "@pulumi/github/getOrganization";
import { Team } from "@pulumi/github/team";
import { describe, it } from "mocha";
import {
    AwsFederatedRole,
    AwsOidcProvider,
    GitHubEnvironment,
    GitHubRepositoryGuard,
} from "../../../../components/index";
import { complaints, openSandbox } from "../../../support/sandbox";
import { account, region } from "./roles";

/** Repository, environment and role in one program: the ids in the subject do not exist yet. */
function program(allowAdminBypass: boolean): void {
    const team = (name: string): Team => new Team(name, { name, privacy: "closed" });
    const [web, platform, release] = [team("web"), team("platform"), team("release")];
    const guard = new GitHubRepositoryGuard("web", {
        organization: "acme",
        repository: "web",
        team: { slug: "web", id: web.id },
        codeOwners: { slug: "platform", id: platform.id },
        readers: [{ slug: "release", id: release.id }],
        checks: [{ context: "build", integrationId: 15368 }],
    });
    const production = new GitHubEnvironment(
        "web/production",
        {
            organization: "acme",
            repository: guard.repositoryName,
            environment: "production",
            reviewerTeams: [release.id.apply(Number)],
            allowAdminBypass,
            branches: ["main"],
            ownerId: getOrganizationOutput({ name: "acme", summaryOnly: true }).id.apply(Number),
            repositoryId: guard.repositoryId,
        },
        { dependsOn: [guard] },
    );
    const provider = new AwsOidcProvider("github", { accountId: account });
    new AwsFederatedRole("web/production", {
        roleName: "web--production",
        accountId: account,
        region,
        providerArn: provider.arn,
        repository: "acme/web",
        environment: "production",
        subject: production.subject,
        repositoryId: guard.repositoryId,
        ecrRepositories: [{ repository: "web" }],
    });
}

describe("a first deployment of an AwsFederatedRole under the pack", function () {
    this.timeout(120_000);

    it("passes its preview and its update although the subject is not known before", async () => {
        const sandbox = await openSandbox("aws-first");
        const run = (kind: "preview" | "up") =>
            sandbox.run(
                kind,
                {},
                {
                    config: {},
                    program: () => {
                        program(false);
                        return Promise.resolve({});
                    },
                },
            );
        try {
            const previewed = await run("preview");
            assert.ok(previewed.ok, complaints(previewed));
            const made = await run("up");
            assert.ok(made.ok, complaints(made));
            const role = made.resources.find(({ type }) => type === "aws:iam/role:Role");
            const trust = JSON.stringify(role?.inputs);
            assert.match(trust, /repo:acme@\d+\/web@\d+:environment:production/);
            assert.match(trust, /:repository_id/);
        } finally {
            await sandbox.close();
        }
    });

    it("is blocked in its preview when administrators pass the environment it declares", async () => {
        const sandbox = await openSandbox("aws-first-open");
        try {
            const previewed = await sandbox.run(
                "preview",
                {},
                {
                    config: {},
                    program: () => {
                        program(true);
                        return Promise.resolve({});
                    },
                },
            );
            assert.equal(previewed.ok, false);
            const rules = previewed.violations
                .filter(
                    ({ enforcement, urn }) =>
                        enforcement === "mandatory" && urn.includes("AwsFederatedRole"),
                )
                .map(({ policy }) => policy);
            assert.deepEqual(rules, ["prod-oidc-bound-to-reviewed-environment"]);
        } finally {
            await sandbox.close();
        }
    });
});
