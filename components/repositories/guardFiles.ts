import type { Repository } from "@pulumi/github/repository";
import { RepositoryFile } from "@pulumi/github/repositoryFile";
import type * as pulumi from "@pulumi/pulumi";

import { codeowners, codeownersPath } from "./codeowners";
import { dependabotFile, dependabotPath } from "./dependabot";
import type { GitHubRepositoryGuardArgs } from "./githubRepositoryGuardArgs";

/** Files on the default branch, one commit after the other: GitHub refuses two at once. */
export function createFiles(
    parent: pulumi.Resource,
    name: string,
    args: GitHubRepositoryGuardArgs,
    repository: Repository,
): pulumi.Resource[] {
    const owners = new RepositoryFile(
        `${name}-codeowners`,
        {
            repository: repository.name,
            file: codeownersPath,
            content: codeowners({
                organization: args.organization,
                team: args.team.slug,
                guardians: args.codeOwners.slug,
            }),
            commitMessage: "Set code owners",
            overwriteOnCreate: true,
        },
        { parent },
    );
    if (args.dependabot === undefined) {
        return [owners];
    }
    const updates = new RepositoryFile(
        `${name}-dependabot`,
        {
            repository: repository.name,
            file: dependabotPath,
            content: dependabotFile(args.dependabot),
            commitMessage: "Set version updates",
            overwriteOnCreate: true,
        },
        { parent, dependsOn: [owners] },
    );
    return [owners, updates];
}
