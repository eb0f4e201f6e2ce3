import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { Team } from "@pulumi/github/team";
import {
    GitHubOrganization,
    GitHubOrganizationActions,
    GitHubRepositoryGuard,
} from "../../../components/index";
import { complaints, openSandbox, type Sandbox } from "../../support/sandbox";

/** An organisation that leaves some repositories out of its rules, and guards for some. */
function program(leftOut: string[], guarded: string[]) {
    return () => {
        const web = new Team("web", { name: "web", privacy: "closed" });
        const team = { slug: "web", id: web.id };
        const organization = new GitHubOrganization("acme", {
            organization: "acme",
            billingEmail: "bills@acme.example",
            guardedRepositories: leftOut,
        });
        const checks = [{ context: "build", integrationId: 15368 }];
        const guards = guarded.map(
            (repository) =>
                new GitHubRepositoryGuard(
                    repository,
                    { organization: "acme", repository, team, codeOwners: team, checks },
                    { dependsOn: [organization] },
                ),
        );
        const [first] = guards;
        if (first !== undefined) {
            const workflow = { path: ".github/workflows/scan.yml" };
            new GitHubOrganizationActions(
                "acme",
                {
                    organization: "acme",
                    repositories: guards.map(({ repositoryId: id }, i) => ({
                        name: guarded[i] ?? "",
                        id,
                    })),
                    requiredWorkflows: [{ ...workflow, repositoryId: first.repositoryId }],
                },
                { dependsOn: guards },
            );
        }
        return Promise.resolve({});
    };
}

describe("the order of a GitHub organisation and its repositories", function () {
    this.timeout(120_000);
    let sandbox: Sandbox;
    const run = (kind: "up" | "preview" | "destroy", leftOut: string[], guarded: string[]) =>
        sandbox.run(
            kind,
            {},
            {
                program: program(leftOut, guarded),
                config: { "github:owner": "acme", "gatehouse-hosts:githubOwner": "acme" },
                policyPacks: [],
            },
        );
    before(async () => {
        sandbox = await openSandbox("organization-order");
    });
    after(() => sandbox.close());

    it("works in an empty organisation, rules, repository and required workflow at once", async () => {
        const made = await run("up", ["shop"], ["shop"]);
        assert.ok(made.ok, complaints(made));
    });

    it("works for a repository that comes later, which the rules leave out just before", async () => {
        const refused = await run("up", ["shop"], ["shop", "cart"]);
        assert.equal(refused.ok, false);
        assert.match(complaints(refused), /organization ruleset "default-branches" .* guards main/);
        const made = await run("up", ["shop", "cart"], ["shop", "cart"]);
        assert.ok(made.ok, complaints(made));
    });

    it("leaves the settings as they are when all of it goes", async () => {
        const gone = await run("destroy", ["shop", "cart"], ["shop", "cart"]);
        assert.ok(gone.ok, complaints(gone));
        assert.deepEqual(gone.resources, []);
        const again = await run("preview", ["shop", "cart"], []);
        assert.ok(again.ok, complaints(again));
        assert.deepEqual(
            again.diagnostics.filter(({ message }) => message.includes("becomes")),
            [],
        );
    });
});
