import { Team } from "@pulumi/github/team";
import { TeamMembers } from "@pulumi/github/teamMembers";
import type * as pulumi from "@pulumi/pulumi";

import type { EstateTeam } from "./pipelineEstateArgs";

/** A team that stands, by its two kinds of name. */
export interface StandingTeam {
    slug: string;
    /** Numeric id as text, as grants on repositories want it. */
    id: pulumi.Output<string>;
    /** Numeric id, as reviewers of environments want it. */
    number: pulumi.Output<number>;
}

/**
 * The teams, visible in the organisation because GitHub takes code owners only from visible teams.
 * The list of members is complete: who is added by hand is removed by the next run.
 */
export function createTeams(
    parent: pulumi.Resource,
    name: string,
    teams: EstateTeam[],
): Map<string, StandingTeam> {
    return new Map(teams.map((team) => [team.name, createTeam(parent, name, team)]));
}

function createTeam(parent: pulumi.Resource, name: string, facts: EstateTeam): StandingTeam {
    const team = new Team(
        `${name}-team/${facts.name}`,
        { name: facts.name, privacy: "closed" },
        { parent },
    );
    if (facts.members.length > 0) {
        new TeamMembers(
            `${name}-members/${facts.name}`,
            {
                teamSlug: team.slug,
                members: facts.members.map((username) => ({ username, role: "member" })),
            },
            { parent },
        );
    }
    return { slug: facts.name, id: team.id, number: team.id.apply(Number) };
}

/** The arguments were checked, so every team that is named stands. */
export function standing(teams: Map<string, StandingTeam>, slug: string): StandingTeam {
    const team = teams.get(slug);
    if (!team) {
        throw new Error(`team ${slug} is named but not declared`);
    }
    return team;
}
