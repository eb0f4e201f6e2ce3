// A repository with its owning team and a platform team that guards its pipelines.
import { Team } from "@pulumi/github/team";
import { GitHubRepositoryGuard } from "gatehouse";

const web = new Team("web", { name: "web", privacy: "closed" });
const platform = new Team("platform", { name: "platform", privacy: "closed" });

const guard = new GitHubRepositoryGuard("shop", {
    organization: "acme",
    repository: "shop",
    description: "The shop window.",
    team: { slug: "web", id: web.id },
    codeOwners: { slug: "platform", id: platform.id },
    checks: [{ context: "build", integrationId: 15368 }],
    allowedActions: ["docker/build-push-action@*"],
});

export const repository = guard.fullName;
