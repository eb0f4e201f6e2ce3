// Production of a repository opens to its main branch, and to the approval of a release team whose
// members cannot push to the repository.
import { getOrganizationOutput } from "@pulumi/github/getOrganization";
import { Team } from "@pulumi/github/team";
import { GitHubEnvironment, GitHubRepositoryGuard } from "gatehouse";

const team = (name: string): Team => new Team(name, { name, privacy: "closed" });
const web = team("web");
const platform = team("platform");
const release = team("release");

const number = (of: Team) => of.id.apply(Number);

const guard = new GitHubRepositoryGuard("shop", {
    organization: "acme",
    repository: "shop",
    team: { slug: "web", id: web.id },
    codeOwners: { slug: "platform", id: platform.id },
    readers: [{ slug: "release", id: release.id }],
    checks: [{ context: "build", integrationId: 15368 }],
});

const production = new GitHubEnvironment(
    "shop/production",
    {
        organization: "acme",
        repository: guard.repositoryName,
        environment: "production",
        reviewerTeams: [number(release)],
        // None of these may approve: whoever writes the code does not release it.
        pushTeams: [number(web), number(platform)],
        branches: ["main"],
        ownerId: getOrganizationOutput({ name: "acme", summaryOnly: true }).id.apply(Number),
        repositoryId: guard.repositoryId,
    },
    // Reviewers need their read access first.
    { dependsOn: [guard] },
);

// What a cloud should trust, for example repo:acme@101/shop@202:environment:production.
export const subject = production.subject;
