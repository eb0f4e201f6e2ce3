import { getOrganizationRolesOutput } from "@pulumi/github/getOrganizationRoles";
import { OrganizationCustomProperties } from "@pulumi/github/organizationCustomProperties";
import { OrganizationRoleTeam } from "@pulumi/github/organizationRoleTeam";
import * as pulumi from "@pulumi/pulumi";

import type { GitHubOrganizationArgs } from "./githubOrganizationArgs";

/** Name of the role that GitHub predefines for those who look after security. */
const securityManager = "security_manager";

/** The role of security managers, by its name: only GitHub knows its number. */
export function createSecurityManagers(
    parent: pulumi.Resource,
    name: string,
    { organization, securityManagers = [] }: GitHubOrganizationArgs,
): void {
    if (securityManagers.length === 0) {
        return;
    }
    const roleId = getOrganizationRolesOutput({ parent }).roles.apply((roles) => {
        const role = roles.find((one) => one.name === securityManager);
        if (role === undefined) {
            const message = `${organization} has no role "${securityManager}": GitHub no longer predefines it under this name`;
            throw new pulumi.ResourceError(message, parent, true);
        }
        return role.roleId;
    });
    for (const { slug, id } of securityManagers) {
        new OrganizationRoleTeam(
            `${name}-security/${slug}`,
            // After the team.
            { roleId, teamSlug: pulumi.output(id).apply(() => slug) },
            { parent },
        );
    }
}

/** What may be said of repositories. Administrators of one cannot say it: rules depend on it. */
export function createProperties(
    parent: pulumi.Resource,
    name: string,
    { properties = [] }: GitHubOrganizationArgs,
): void {
    for (const property of properties) {
        new OrganizationCustomProperties(
            `${name}-property/${property.name}`,
            {
                propertyName: property.name,
                description: property.description ?? "",
                valueType: "single_select",
                allowedValues: property.allowedValues,
                valuesEditableBy: "org_actors",
                ...(property.defaultValue === undefined
                    ? { required: false }
                    : { required: true, defaultValue: property.defaultValue }),
            },
            { parent },
        );
    }
}
