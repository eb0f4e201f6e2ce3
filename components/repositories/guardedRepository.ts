import { getRepository } from "@pulumi/github/getRepository";
import { Repository } from "@pulumi/github/repository";
import { RepositoryDependabotSecurityUpdates } from "@pulumi/github/repositoryDependabotSecurityUpdates";
import { RepositoryVulnerabilityAlerts } from "@pulumi/github/repositoryVulnerabilityAlerts";
import type * as pulumi from "@pulumi/pulumi";

import { adoption, announceHardening } from "../shared/adoption";
import type { GitHubRepositoryGuardArgs } from "./githubRepositoryGuardArgs";

/** The repository: made, or taken over as it is and told apart from what it will be. */
export function createRepository(
    parent: pulumi.Resource,
    name: string,
    args: GitHubRepositoryGuardArgs,
    dependsOn: pulumi.ComponentResourceOptions["dependsOn"],
): Repository {
    const settings = settingsOf(args);
    // What Pulumi alone knows of a repository is no setting of it, and is not announced.
    const handling = {
        // The default branch must exist before CODEOWNERS can be written to it.
        autoInit: true,
        archiveOnDestroy: args.allowDestroy !== true,
    };
    if (args.adopt === true) {
        const fullName = `${args.organization}/${args.repository}`;
        announceHardening(fullName, getRepository({ fullName }, { parent }), settings);
    }
    const all = { ...settings, ...handling };
    return new Repository(
        `${name}-repository`,
        { name: args.repository, ...all },
        // The SDK does not hand what a component waits for down to its children.
        { parent, dependsOn, ...adoption(args.adopt, args.repository, Object.keys(all)) },
    );
}

function settingsOf(args: GitHubRepositoryGuardArgs) {
    return {
        description: args.description ?? "",
        visibility: args.visibility ?? "private",
        hasIssues: true,
        hasWiki: false,
        hasProjects: false,
        allowForking: false,
        allowSquashMerge: true,
        allowMergeCommit: false,
        allowRebaseMerge: false,
        allowAutoMerge: false,
        allowUpdateBranch: true,
        deleteBranchOnMerge: true,
        webCommitSignoffRequired: true,
        securityAndAnalysis: analysisOf(args),
    };
}

function analysisOf({ securityAnalysis = {} }: GitHubRepositoryGuardArgs) {
    const enabled = { status: "enabled" };
    return {
        secretScanning: enabled,
        secretScanningPushProtection: enabled,
        ...(securityAnalysis.nonProviderPatterns === true
            ? { secretScanningNonProviderPatterns: enabled }
            : {}),
        ...(securityAnalysis.aiDetection === true ? { secretScanningAiDetection: enabled } : {}),
        ...(securityAnalysis.codeSecurity === true ? { codeSecurity: enabled } : {}),
    };
}

/** GitHub offers security updates only where alerts are on. */
export function createScanning(
    parent: pulumi.Resource,
    name: string,
    repository: Repository,
): void {
    const alerts = new RepositoryVulnerabilityAlerts(
        `${name}-alerts`,
        { repository: repository.name, enabled: true },
        { parent },
    );
    new RepositoryDependabotSecurityUpdates(
        `${name}-security-updates`,
        { repository: repository.name, enabled: true },
        { parent, dependsOn: [alerts] },
    );
}
