import type { GuardTeam } from "../repositories/guardPartArgs";
import type { DevOpsProjectGroup } from "./azureDevOpsProjectArgs";
import type { Roles } from "./roles";
import type { RoleHolder } from "./rolesArgs";
import { roleNames, roleTable, type RoleRow } from "./roleTable";
import { slugOf } from "./separation";

/** The GitHub team of some holders, as the other components take it. */
export function roleTeam(roles: Roles, holder: RoleHolder): GuardTeam {
    const { name } = holder;
    return {
        slug: slugOf(holder),
        id: roles.teamIds.apply((ids) => {
            const id = ids[name];
            if (id === undefined) {
                throw new Error(`the holders ${name} have no GitHub team`);
            }
            return id;
        }),
    };
}

/**
 * Groups of a project on Azure DevOps, for `AzureDevOpsProject`: one for each of the holders who have an
 * Entra group and something to do there, under the holders' name.
 */
export function roleProjectGroups(holders: RoleHolder[]): DevOpsProjectGroup[] {
    return holders.flatMap(({ role, name, entraGroupId }) => {
        const found: RoleRow | undefined = roleNames.includes(role as never)
            ? roleTable[role as keyof typeof roleTable]
            : undefined;
        return found?.devOpsAccess === undefined || entraGroupId === undefined
            ? []
            : [
                  {
                      name,
                      access: found.devOpsAccess,
                      description: found.title,
                      entraGroups: [entraGroupId],
                  },
              ];
    });
}
