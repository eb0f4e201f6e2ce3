import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { GitHubRepositoryGuard, type GitHubRepositoryGuardArgs } from "../../../components/index";
import { refusal } from "../../support/mocks";

const args: GitHubRepositoryGuardArgs = {
    organization: "acme",
    repository: "web",
    team: { slug: "web", id: "11" },
    codeOwners: { slug: "platform", id: "12" },
    checks: [{ context: "build", integrationId: 15368 }],
};

describe("the arguments of GitHubRepositoryGuard", () => {
    it("are refused all at once", async () => {
        const message = await refusal(
            () =>
                new GitHubRepositoryGuard("web", {
                    organization: "ac me",
                    repository: "acme/web",
                    visibility: "public",
                    team: { slug: "Web Team", id: "1" },
                    codeOwners: { slug: "*", id: "1" },
                    readers: [{ slug: "", id: "1" }],
                    reviews: 11,
                    checks: [
                        { context: " ", integrationId: 0 },
                        { context: "a", integrationId: 1 },
                        { context: "a", integrationId: 2 },
                    ],
                    allowedActions: ["*", "evil/*", "azure/login@main", "azure/login@*"],
                }),
        );
        assert.deepEqual(
            message.split("\n").map((line) => line.trim().split(":")[0]),
            [
                'GitHubRepositoryGuard "web"',
                "organization",
                "repository",
                "team.slug",
                "codeOwners.slug",
                "readers[0].slug",
                "visibility",
                "reviews",
                "checks[0].context",
                "checks[0].integrationId",
                "checks[2].context",
                "allowedActions[0]",
                "allowedActions[1]",
                "allowedActions[2]",
            ],
        );
    });

    it("hold a check unless allowNoChecks says otherwise", async () => {
        const message = await refusal(
            () => new GitHubRepositoryGuard("web", { ...args, checks: [] }),
        );
        assert.match(message, /checks: got \[\], allowed: at least one check/);
    });
});
