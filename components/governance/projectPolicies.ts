import {
    RepositoryPolicyAuthorEmailPattern,
    RepositoryPolicyCaseEnforcement,
    RepositoryPolicyCheckCredentials,
    RepositoryPolicyFilePathPattern,
    RepositoryPolicyMaxFileSize,
    RepositoryPolicyMaxPathLength,
    RepositoryPolicyReservedNames,
    type Project,
} from "@pulumi/azuredevops";
import type * as pulumi from "@pulumi/pulumi";

import type { AzureDevOpsProjectArgs } from "./azureDevOpsProjectArgs";

/** What every push to every repository of the project has to keep to, those to come included. */
export function createRepositoryPolicies(
    parent: pulumi.Resource,
    name: string,
    args: AzureDevOpsProjectArgs,
    project: Project,
): void {
    const common = { projectId: project.id, enabled: true, blocking: true };
    const { authorEmails, blockedPaths = [] } = args;
    if (authorEmails.length > 0) {
        new RepositoryPolicyAuthorEmailPattern(
            `${name}-push/authors`,
            { ...common, authorEmailPatterns: authorEmails },
            { parent },
        );
    }
    if (blockedPaths.length > 0) {
        new RepositoryPolicyFilePathPattern(
            `${name}-push/paths`,
            { ...common, filepathPatterns: blockedPaths },
            { parent },
        );
    }
    new RepositoryPolicyMaxFileSize(
        `${name}-push/file-size`,
        { ...common, maxFileSize: args.maxFileSize ?? 10 },
        { parent },
    );
    new RepositoryPolicyMaxPathLength(
        `${name}-push/path-length`,
        { ...common, maxPathLength: args.maxPathLength ?? 248 },
        { parent },
    );
    new RepositoryPolicyCaseEnforcement(
        `${name}-push/case`,
        { ...common, enforceConsistentCase: true },
        { parent },
    );
    new RepositoryPolicyReservedNames(`${name}-push/reserved-names`, common, { parent });
    new RepositoryPolicyCheckCredentials(`${name}-push/credentials`, common, { parent });
}
