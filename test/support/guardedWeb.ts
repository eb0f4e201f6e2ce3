import { Team } from "@pulumi/github/team";
import { GitHubRepositoryGuard } from "../../components/index";

/** The repository web of acme, guarded, so that a rule that finds something found it elsewhere. */
export function guardedWeb(args: { allowDestroy?: boolean } = {}): GitHubRepositoryGuard {
    const team = (slug: string) => ({
        slug,
        id: new Team(slug, { name: slug, privacy: "closed" }).id,
    });
    return new GitHubRepositoryGuard("web", {
        organization: "acme",
        repository: "web",
        team: team("developers"),
        codeOwners: team("platform"),
        checks: [{ context: "build", integrationId: 15368 }],
        ...args,
    });
}
