import { PimRoleEligibilitySchedule, RoleAssignment } from "@pulumi/azure-native/authorization";
import type * as pulumi from "@pulumi/pulumi";

import { azureAccess, breakGlassRoleId } from "./roleAccess";
import type { RoleHolder, RolesArgs, RolesAzure, RoleScope } from "./rolesArgs";
import { grantsOf } from "./roleGrants";

/** Gives each Entra group what its role has, on every scope of the tiers it is for. */
export function createAzureAccess(
    parent: pulumi.Resource,
    name: string,
    args: RolesArgs,
    dependsOn: pulumi.ComponentResourceOptions["dependsOn"],
): void {
    const { azure } = args;
    if (!azure) {
        return;
    }
    // A scope that is given as text brings no dependency on what it names.
    const opts = { parent, dependsOn };
    for (const holder of args.holders) {
        if (holder.entraGroupId === undefined) {
            continue;
        }
        if (holder.role === "breakGlass") {
            createEligibility(name, azure, holder, args.breakGlassUntil ?? "", opts);
        } else {
            createAssignments(name, args, azure, holder, holder.entraGroupId, opts);
        }
    }
}

function createAssignments(
    name: string,
    args: RolesArgs,
    azure: RolesAzure,
    holder: RoleHolder,
    principalId: pulumi.Input<string>,
    opts: pulumi.CustomResourceOptions,
): void {
    for (const { name: key, tier, scope } of scopesOf(azure, holder)) {
        for (const { azure: role } of grantsOf(args, holder.role, tier)) {
            new RoleAssignment(
                `${name}-access/${holder.name}/${key}/${role}`,
                {
                    scope,
                    roleDefinitionId: definition(azure, azureAccess[role] ?? role),
                    principalId,
                    principalType: "Group",
                },
                opts,
            );
        }
    }
}

/** The role is not held but may be activated, and not for ever: Azure ends it on the day given. */
function createEligibility(
    name: string,
    azure: RolesAzure,
    holder: RoleHolder,
    until: string,
    opts: pulumi.CustomResourceOptions,
): void {
    const production = scopesOf(azure, holder).filter(({ tier }) => tier === "production");
    for (const { name: key, scope } of production) {
        new PimRoleEligibilitySchedule(
            `${name}-break-glass/${key}`,
            {
                scope,
                roleDefinitionId: definition(azure, breakGlassRoleId),
                principalId: holder.entraGroupId ?? "",
                justification: "For emergencies, until the day given. Managed by Gatehouse.",
                scheduleInfo: {
                    expiration: { type: "AfterDateTime", endDateTime: `${until}T00:00:00Z` },
                },
            },
            // There is one at most for the same group, role and scope.
            { ...opts, deleteBeforeReplace: true },
        );
    }
}

function scopesOf({ scopes }: RolesAzure, holder: RoleHolder): RoleScope[] {
    return scopes.filter(({ name }) => holder.scopes?.includes(name) ?? true);
}

function definition({ subscriptionId }: RolesAzure, roleId: string): string {
    return `/subscriptions/${subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${roleId}`;
}
