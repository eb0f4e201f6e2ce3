import {
    RepositoryPolicyAuthorEmailPattern,
    RepositoryPolicyCaseEnforcement,
    RepositoryPolicyCheckCredentials,
    RepositoryPolicyFilePathPattern,
    RepositoryPolicyMaxFileSize,
    RepositoryPolicyMaxPathLength,
    RepositoryPolicyReservedNames,
} from "@pulumi/azuredevops";
import type * as pulumi from "@pulumi/pulumi";
import { AzureDevOpsAdvancedSecurity } from "gatehouse-hosts";

import { secretFiles } from "./devOpsGuardFacts";
import type { DevOpsGuardParts } from "./devOpsGuardParts";

/** Longest path with which Windows can check a repository out: 260 characters less a drive's root. */
const windowsPath = 248;

/** Megabytes. */
const defaultFileSize = 10;

/** What is refused when it is pushed, on any branch. Created after `after`, which are pushes. */
export function createPushPolicies(
    { parent, name, args, repository }: DevOpsGuardParts,
    after: pulumi.Resource[],
): void {
    const opts = { parent, dependsOn: after };
    const common = {
        projectId: repository.projectId,
        repositoryIds: [repository.id],
        enabled: true,
        blocking: true,
    };
    if (args.secretProtection === true) {
        new AzureDevOpsAdvancedSecurity(
            `${name}-secret-protection`,
            {
                projectId: repository.projectId,
                repositoryId: repository.id,
                secretProtectionEnabled: true,
                blockPushes: true,
            },
            opts,
        );
    }
    if (args.authorEmails !== undefined) {
        new RepositoryPolicyAuthorEmailPattern(
            `${name}-authors`,
            { ...common, authorEmailPatterns: args.authorEmails },
            opts,
        );
    }
    new RepositoryPolicyFilePathPattern(
        `${name}-paths`,
        { ...common, filepathPatterns: args.blockedPaths ?? [...secretFiles] },
        opts,
    );
    new RepositoryPolicyCheckCredentials(`${name}-credentials`, common, opts);
    new RepositoryPolicyReservedNames(`${name}-reserved-names`, common, opts);
    new RepositoryPolicyCaseEnforcement(
        `${name}-case`,
        { ...common, enforceConsistentCase: true },
        opts,
    );
    new RepositoryPolicyMaxFileSize(
        `${name}-file-size`,
        { ...common, maxFileSize: args.maxFileSize ?? defaultFileSize },
        opts,
    );
    new RepositoryPolicyMaxPathLength(
        `${name}-path-length`,
        { ...common, maxPathLength: args.maxPathLength ?? windowsPath },
        opts,
    );
}
