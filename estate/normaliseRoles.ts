import type { EstateRoles } from "../components/estate/estateRolesArgs";
import { defaults } from "./defaults";
import type { EstateForm } from "./schema";
import type { RolesForm } from "./schemaRoles";

/** Who does what, without the groups, which are the teams' own. */
export function rolesOf(form: RolesForm): EstateRoles {
    const { breakGlass, samlProvider } = form;
    return {
        releaseManagers: form.releaseManagers ?? defaults.roleTeams.value,
        security: form.security ?? defaults.roleTeams.value,
        platform: form.platform ?? defaults.roleTeams.value,
        leads: form.leads ?? defaults.roleTeams.value,
        ...(breakGlass
            ? { breakGlass: { groupId: breakGlass.entraGroup, until: breakGlass.until } }
            : {}),
        ...(samlProvider === undefined ? {} : { samlProviderArn: samlProvider }),
    };
}

/** The Entra group that a team is, in Azure and on Azure DevOps. */
export function groupOf({ azureDevOps, roles }: EstateForm, team: string): string | undefined {
    return azureDevOps?.groups?.[team] ?? roles?.entraGroups?.[team];
}
