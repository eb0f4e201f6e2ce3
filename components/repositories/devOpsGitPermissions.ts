import { GitPermissions } from "@pulumi/azuredevops";
import type * as pulumi from "@pulumi/pulumi";

import { isFolder, patternsOf, stem } from "./devOpsBranches";
import {
    all,
    pipelineIdentities,
    namedGroups,
    projectGroup,
    type Grants,
    type Principal,
} from "./devOpsGuardGroups";
import { bypassPermissions, guardPermissions, writePermissions } from "./devOpsGuardFacts";
import type { DevOpsGuardParts } from "./devOpsGuardParts";

/** What nobody who works on a repository may do: go around its policies, or change them. */
const nobody = { ...all(bypassPermissions, "Deny"), ...all(guardPermissions, "Deny") };

/**
 * What a group may do in the repository. A refusal here ends with an explicit permission on a
 * branch, and only there: that is how branches come into being in folders and nowhere else.
 */
const grantsOf: Record<Principal["role"], Grants> = {
    author: {
        ...all(["GenericRead", ...writePermissions], "Allow"),
        CreateBranch: "Deny",
        ...nobody,
    },
    voter: { ...all(["GenericRead", "PullRequestContribute"], "Allow"), ...nobody },
    reader: { GenericRead: "Allow", ...nobody },
};

/** Permissions on the repository and its branches. Created after `after`, which are pushes. */
export function createGitPermissions(parts: DevOpsGuardParts, after: pulumi.Resource[]): void {
    const grant = (key: string, principal: pulumi.Input<string>, permissions: Grants) =>
        createGrant(parts, { key, principal, permissions, after });
    for (const { key, descriptor, role } of namedGroups(parts)) {
        grant(key, descriptor, grantsOf[role]);
        for (const pattern of role === "author" ? patternsOf(parts.args, "feature") : []) {
            createGrant(parts, {
                key: `${key}/${pattern}`,
                principal: descriptor,
                branchName: isFolder(pattern) ? stem(pattern).slice(0, -1) : pattern,
                permissions: { CreateBranch: "Allow" },
                after,
            });
        }
    }
    for (const { key, descriptor } of pipelineIdentities(parts)) {
        const permissions = {
            GenericRead: "Allow",
            ...all(writePermissions, "Deny"),
            ...nobody,
        };
        grant(key, descriptor, permissions);
    }
    createProjectGroupGrants(parts, grant);
}

/**
 * Groups that have rights in every repository of the project. All who are in any group of it belong
 * to "everybody", so what is refused there no other group can give; nothing a deployment needs is.
 */
function createProjectGroupGrants(
    parts: DevOpsGuardParts,
    grant: (key: string, principal: pulumi.Input<string>, permissions: Grants) => void,
): void {
    const bypass = parts.args.allowBypass === true;
    const past = ["PolicyExempt", "PullRequestBypassPolicy"];
    const refused = bypassPermissions.filter((name) => !(bypass && past.includes(name)));
    grant("everybody", projectGroup(parts, "everybody"), all(refused, "Deny"));
    grant("administrators", projectGroup(parts, "administrators"), {
        ...all(bypassPermissions, "Deny"),
        ...(parts.args.allowProjectAdministrators === true ? {} : all(guardPermissions, "Deny")),
        ...(bypass ? all(past, "Allow") : {}),
    });
    const born = { CreateBranch: "Deny", ...nobody };
    grant("contributors", projectGroup(parts, "contributors"), born);
    grant("build-administrators", projectGroup(parts, "buildAdministrators"), born);
}

function createGrant(
    { parent, name, repository }: DevOpsGuardParts,
    given: {
        key: string;
        principal: pulumi.Input<string>;
        permissions: Grants;
        branchName?: string;
        after: pulumi.Resource[];
    },
): void {
    new GitPermissions(
        `${name}-git/${given.key}`,
        {
            projectId: repository.projectId,
            repositoryId: repository.id,
            principal: given.principal,
            permissions: given.permissions,
            ...(given.branchName === undefined ? {} : { branchName: given.branchName }),
            replace: true,
        },
        { parent, dependsOn: given.after },
    );
}
