import type { GuardTeam } from "../repositories/guardPartArgs";
import type { DevOpsGroup } from "../shared/devOpsGroup";
import type { Roles } from "./roles";
import type { RoleHolder } from "./rolesArgs";
import { slugOf } from "./separation";

/** The GitHub team of some holders, as the other components take it. */
export function roleTeam(roles: Roles, holder: RoleHolder): GuardTeam {
    return {
        slug: slugOf(holder),
        id: roles.teamIds.apply((ids) => found(ids, holder, "GitHub team")),
    };
}

/** The Azure DevOps group of some holders, as the other components take it. */
export function roleDevOpsGroup(roles: Roles, holder: RoleHolder): DevOpsGroup {
    const what = "Azure DevOps group";
    return {
        name: holder.devOpsGroup?.name ?? holder.name,
        descriptor: roles.devOpsDescriptors.apply((all) => found(all, holder, what)),
        originId: roles.devOpsOriginIds.apply((all) => found(all, holder, what)),
    };
}

function found(ids: Record<string, string>, { name }: RoleHolder, what: string): string {
    const id = ids[name];
    if (id === undefined) {
        throw new Error(`the holders ${name} have no ${what}`);
    }
    return id;
}
