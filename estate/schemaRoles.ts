import { z } from "zod";

import { defaults } from "./defaults";
import { day, list, named, optional, section, text } from "./schemaParts";
import { shapes } from "./shapes";

const teams = list(named("the name of a team of this estate"), "a list of teams");

const breakGlass = section("an object with entraGroup and until", {
    entraGroup: text(shapes.guid).describe(
        "Object id of the Entra group whose members can activate the role: accounts for emergencies, nobody's daily ones.",
    ),
    until: day().describe(
        "Day on which the role ends, as a date at most 90 days ahead. Once it has come the next run takes everything from it.",
    ),
});

/** Who does what, by team. */
export const roles = section("an object of roles, each a list of teams", {
    releaseManagers: optional(
        teams,
        "Teams that release to production, and write none of its code.",
        defaults.roleTeams,
    ),
    security: optional(
        teams,
        "Teams that watch, and may release; they write no production code.",
        defaults.roleTeams,
    ),
    platform: optional(
        teams,
        "Teams that run pipelines and the estate itself.",
        defaults.roleTeams,
    ),
    leads: optional(teams, "Teams whose members lead other teams.", defaults.roleTeams),
    entraGroups: optional(
        z.record(text(shapes.team), text(shapes.guid), "ids of Entra groups by name of the team"),
        "Object id of the Entra group that a team is in Azure, by the team's name, for teams that `azureDevOps.groups` does not name. Without one a team has nothing in Azure.",
        defaults.groups,
    ),
    breakGlass: breakGlass
        .optional()
        .describe(
            "Role for emergencies, on all of production in Azure. Needs an account in the estate's `breakGlass.azure`, whose use raises an alert. Without it nobody gets in.",
        ),
    samlProvider: text(shapes.samlProvider)
        .optional()
        .describe(
            "ARN of the SAML provider by which people sign in to the account in AWS. Without it they have no roles there.",
        ),
});

export type RolesForm = z.infer<typeof roles>;
