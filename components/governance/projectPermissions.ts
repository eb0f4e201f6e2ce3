import {
    ProjectPermissions,
    SecurityroleAssignment,
    ServicehookPermissions,
    type Project,
} from "@pulumi/azuredevops";
import type * as pulumi from "@pulumi/pulumi";

import type { AzureDevOpsProjectArgs } from "./azureDevOpsProjectArgs";
import { createGitPermissions } from "./gitPermissions";
import { administrators, all, type PermissionGround } from "./permissionGround";
import {
    createEndpointPermissions,
    createLibraryPermissions,
    createPipelinePermissions,
} from "./pipelinePermissions";
import { projectRoleScopes } from "./projectFacts";
import type { StandingGroup } from "./projectGroups";
import type { ProjectPrincipals } from "./projectPrincipals";

/**
 * Permissions for the whole project. What is refused by name is refused to everybody, whatever other
 * groups allow; only Project Collection Administrators are above it.
 *
 * source: Microsoft Learn, "About permissions and security groups"
 */
export function createPermissions(
    parent: pulumi.Resource,
    name: string,
    args: AzureDevOpsProjectArgs,
    project: Project,
    principals: ProjectPrincipals,
    groups: StandingGroup[],
): void {
    const operators = groups.filter(({ access }) => access === "operate");
    const ground = { parent, name, args, project, principals, operators };
    createGitPermissions(ground);
    createPipelinePermissions(ground);
    createLibraryPermissions(ground);
    createEndpointPermissions(ground);
    createProjectPermissions(ground);
    createRoles(ground);
}

/** A project of another name is another subject to the clouds; what is public or gone is no secret. */
function createProjectPermissions(ground: PermissionGround): void {
    const { parent, name, args, project } = ground;
    if (args.allowProjectAdministrators === true) {
        return;
    }
    const { label, descriptor } = administrators(ground);
    new ProjectPermissions(
        `${name}-project/${label}`,
        {
            projectId: project.id,
            principal: descriptor,
            permissions: all("Deny", ["DELETE", "RENAME", "UPDATE_VISIBILITY"]),
            replace: false,
        },
        { parent },
    );
    new ServicehookPermissions(
        `${name}-hooks/${label}`,
        {
            projectId: project.id,
            principal: descriptor,
            permissions: all("Deny", ["EditSubscriptions", "DeleteSubscriptions"]),
            replace: false,
        },
        { parent },
    );
}

/** Whoever makes an environment or a queue administers it, its checks included. */
function createRoles({ parent, name, project, principals }: PermissionGround): void {
    for (const [kind, scope] of Object.entries(projectRoleScopes)) {
        new SecurityroleAssignment(
            `${name}-${kind}/Contributors`,
            {
                scope,
                resourceId: project.id,
                identityId: principals.contributors.groupId,
                roleName: "Reader",
            },
            { parent },
        );
    }
}
