import type { RolesArgs } from "./rolesArgs";
import { roleTable, type RoleGrant, type RoleName, type RoleTier } from "./roleTable";

/** What a role has where a tier is served, under the answer about developers' devices. */
export function grantsOf(
    { developerDevices }: RolesArgs,
    role: string,
    tier: string,
): readonly RoleGrant[] {
    const grants: readonly RoleGrant[] = roleTable[role as RoleName].grants;
    return grants.filter(
        ({ tiers, onlyTrusted }) =>
            tiers.includes(tier as RoleTier) &&
            (onlyTrusted !== true || developerDevices === "trusted"),
    );
}
