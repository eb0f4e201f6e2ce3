import { privilegedAzureRoles } from "../data/azureRoles";
import type { Known } from "../known";
import { map } from "../known";
import { textAt, type Reading } from "../reading";
import type { Resource } from "../resource";

/** Types that give a principal a role at an Azure scope. */
export const roleAssignmentTypes = [
    "azure-native:authorization:RoleAssignment",
    "azure:authorization:Assignment",
] as const;

export interface RoleAssignment {
    /** The role definition's id as written, or its name in the classic provider. */
    readonly role: Reading<string>;
    readonly scope: Reading<string>;
    /** Name of the privileged built-in role it gives; known and undefined when it gives another one. */
    readonly privilegedRole: Known<string | undefined>;
}

export function roleAssignmentView({ type, props }: Resource): RoleAssignment {
    const byId = textAt(props, "roleDefinitionId");
    const byName = textAt(props, "roleDefinitionName");
    const role = type === "azure:authorization:Assignment" && byId.value.state === "absent";
    const given = role ? byName : byId;
    return {
        role: given,
        scope: textAt(props, "scope"),
        privilegedRole: map(given.value, privilegedRoleName),
    };
}

/** Accepts a bare id, a full resource id at any scope, and a name, in any case. */
function privilegedRoleName(written: string): string | undefined {
    const last = (written.split("/").at(-1) ?? "").toLowerCase();
    const roles: readonly (readonly [string, string])[] = Object.entries(
        privilegedAzureRoles.roles,
    );
    return roles.find(([id, name]) => last === id || last === name.toLowerCase())?.[1];
}
