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
    const written: pulumi.Resource[] = [];
    for (const { key, file, content, commitMessage } of filesOf(args)) {
        written.push(
            new RepositoryFile(
                `${name}-${key}`,
                {
                    repository: repository.name,
                    file,
                    content,
                    commitMessage,
                    overwriteOnCreate: true,
                },
                { parent, dependsOn: [...written] },
            ),
        );
    }
    return written;
}

function filesOf(args: GitHubRepositoryGuardArgs) {
    const { organization, team, codeOwners, dependabot = [], workflows = [] } = args;
    const owners = { organization, team: team.slug, guardians: codeOwners.slug };
    return [
        {
            key: "codeowners",
            file: codeownersPath,
            content: codeowners(owners),
            commitMessage: "Set code owners",
        },
        ...(dependabot.length === 0
            ? []
            : [
                  {
                      key: "dependabot",
                      file: dependabotPath,
                      content: dependabotFile(dependabot),
                      commitMessage: "Set version updates",
                  },
              ]),
        ...workflows.map(({ file, content }) => ({
            key: `workflow/${file}`,
            file: `.github/workflows/${file}`,
            content,
            commitMessage: `Set workflow ${file}`,
        })),
    ];
}
