import { RepositoryRuleset } from "@pulumi/github/repositoryRuleset";

import { planHas } from "../shared/githubPlans";
import type { RuleGround } from "./branchRules";
import type { GitHubRepositoryGuardArgs } from "./githubRepositoryGuardArgs";
import { blockedExtensions, blockedPaths, largestFile, longestPath } from "./pushFacts";

/** Refuses files at every push, to whatever branch, in the repository and all its forks. */
export function createPushRules({ parent, name, args, repository, after }: RuleGround): void {
    if (!hasPushRules(args)) {
        return;
    }
    const paths = args.blockedPaths ?? [...blockedPaths];
    const extensions = args.blockedExtensions ?? [...blockedExtensions];
    new RepositoryRuleset(
        `${name}-push-rules`,
        {
            repository: repository.name,
            name: "pushed-files",
            target: "push",
            enforcement: "active",
            bypassActors: [],
            rules: {
                // An empty list is no rule to GitHub.
                ...(paths.length === 0
                    ? {}
                    : { filePathRestriction: { restrictedFilePaths: paths } }),
                ...(extensions.length === 0
                    ? {}
                    : { fileExtensionRestriction: { restrictedFileExtensions: extensions } }),
                maxFileSize: { maxFileSize: args.largestFile ?? largestFile },
                maxFilePathLength: { maxFilePathLength: args.longestPath ?? longestPath },
            },
        },
        { parent, dependsOn: after },
    );
}

/** Classic protection has no rules on files; a plan without them was refused if they were asked for. */
function hasPushRules(args: GitHubRepositoryGuardArgs): boolean {
    const { githubPlan: plan, visibility } = args;
    return (
        args.allowAnyFile !== true &&
        args.classicProtection !== true &&
        planHas("pushRulesets", { plan, visibility })
    );
}
