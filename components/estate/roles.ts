import type * as pulumi from "@pulumi/pulumi";

import { breakGlassArn } from "../governance/breakGlass";
import { Roles } from "../governance/roles";
import type { RoleHolder, RolesArgs } from "../governance/rolesArgs";
import type { EstateRoles } from "./estateRolesArgs";
import type { Deployment, Ground } from "./ground";
import type { EstateTeam, PipelineEstateArgs } from "./pipelineEstateArgs";
import { standing } from "./teams";

/** Name of those who hold the role for emergencies, and of their empty team on GitHub. */
export const breakGlassName = "break-glass";

/** Roles that hold what they have wherever the estate deploys; others where their own team does. */
const everywhere = ["releaseManager", "security", "platform", "breakGlass"];

/** Roles of people, on what is deployed to; none where the estate says nothing of roles. */
export function createRoles(
    parent: pulumi.Resource,
    name: string,
    { estate, teams }: Ground,
    deployments: Deployment[],
): void {
    if (!estate.roles) {
        return;
    }
    const targets = deployments.flatMap(({ key, target }) => (target ? [{ key, target }] : []));
    const keys = targets.map(({ key }) => key);
    new Roles(
        `${name}-roles`,
        {
            ...rolesOf(estate, estate.roles),
            holders: holdersOf(estate, estate.roles).map((holder) => {
                const placed = { ...holder, scopes: scopesOf(estate, holder, keys) };
                if (holder.role === "breakGlass") {
                    return placed;
                }
                const { slug, id } = standing(teams, holder.name);
                return { ...placed, team: { slug, id } };
            }),
            azure: {
                subscriptionId: estate.azure.subscriptionId,
                scopes: targets.map(({ key, target: { scope, tier } }) => ({
                    name: key,
                    tier,
                    scope,
                })),
                breakGlassAccountIds: estate.breakGlass?.azure ?? [],
            },
        },
        // The scopes are texts, and bring no dependency on the groups they name.
        { parent, dependsOn: targets.map(({ target }) => target.group) },
    );
}

/** Every team with its role, and those who hold the role for emergencies. */
export function holdersOf({ teams }: PipelineEstateArgs, roles: EstateRoles): RoleHolder[] {
    const { breakGlass } = roles;
    return [
        ...teams.map(({ name, members, groupId }) => ({
            role: roleOf(roles, name),
            name,
            members,
            ...(groupId === undefined ? {} : { entraGroupId: groupId }),
        })),
        ...(breakGlass
            ? [
                  {
                      role: "breakGlass",
                      name: breakGlassName,
                      members: [],
                      entraGroupId: breakGlass.groupId,
                  },
              ]
            : []),
    ];
}

/**
 * ARNs of roles for emergencies that a trail watches: those the configuration names, and the one that
 * people would have. Known before the roles stand, because the trail comes first.
 */
export function watchedRoleArns(estate: PipelineEstateArgs): string[] {
    const roles = estate.roles && rolesOf(estate, estate.roles);
    const own = roles?.aws ? [breakGlassArn({ ...roles, holders: [] })] : [];
    return [...new Set([...(estate.breakGlass?.aws ?? []), ...own])];
}

/** What is the same for every holder. */
function rolesOf(
    { organization, developerDevices, aws }: PipelineEstateArgs,
    { breakGlass, samlProviderArn }: EstateRoles,
): Omit<RolesArgs, "holders"> {
    return {
        organization,
        developerDevices: developerDevices ?? "trusted",
        ...(breakGlass ? { breakGlassUntil: breakGlass.until } : {}),
        ...(aws && samlProviderArn !== undefined
            ? { aws: { accountId: aws.accountId, samlProviderArn } }
            : {}),
    };
}

function roleOf(roles: EstateRoles, team: EstateTeam["name"]): string {
    if (roles.releaseManagers.includes(team)) return "releaseManager";
    if (roles.security.includes(team)) return "security";
    if (roles.platform.includes(team)) return "platform";
    return roles.leads.includes(team) ? "teamLead" : "developer";
}

/** Of "repository/environment" those on which the holder has something. */
function scopesOf(
    { repositories }: PipelineEstateArgs,
    { role, name }: RoleHolder,
    keys: string[],
): string[] {
    if (everywhere.includes(role)) {
        return keys;
    }
    const own = repositories.filter(({ team, leads }) => team === name || leads === name);
    return keys.filter((key) => own.some((repository) => key.startsWith(`${repository.name}/`)));
}
