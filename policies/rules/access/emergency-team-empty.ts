import { planned } from "../../../model/environmentIndex";
import { allowed, conclude, type Verdict } from "../../../model/finding";
import { is, map, readText, unknown, type Known } from "../../../model/known";
import { some } from "../../../model/logic";
import type { Resource, Stack } from "../../../model/resource";
import { membershipTypes, teamMembership, teamType } from "../../../model/views/githubTeam";
import { defineStackRule } from "../../lib/defineRule";
import { pattern } from "../../lib/settings";

/**
 * Warns of somebody who stands ready for emergencies every day: what such a team may is more than
 * anybody needs for their work, and nobody watches it but in an emergency.
 *
 * Only advice, because a team is known by its name, and because somebody has to be put there when it
 * burns.
 *
 * Blind spot: teams of another name, and people added by hand.
 */
export const emergencyTeamEmpty = defineStackRule({
    id: "emergency-team-empty",
    code: "C13",
    title: "Nobody is in a team for emergencies until there is one",
    attack:
        "The account of somebody who was put into the team for emergencies, and left there, is stolen. With it goes " +
        "what was meant for the worst day alone.",
    blindSpot: "Teams whose name does not say what they are for, and people added by hand.",
    severity: "medium",
    enforcement: "advisory",
    confidence: "medium",
    remediation: {
        change: "take everybody out of the team, and put people there for the hours of an emergency (Roles: leave allowBreakGlassMembers out)",
        code: `new TeamMembers("break-glass", { teamSlug: "break-glass", members: [] });`,
    },
    controls: ["owasp:cicd-sec-2", "mcsb:PA-1", "mcsb:PA-7"],
    tags: ["team", "emergency"],
    types: membershipTypes,
    settings: {
        emergencyTeams: pattern("Names of teams for emergencies.", "break-?glass|emergency"),
    },
    examples: {
        denied: `new TeamMembers("break-glass", {
    teamSlug: "break-glass",
    members: [{ username: "ada", role: "member" }],
});`,
        allowed: `new TeamMembers("break-glass", { teamSlug: "break-glass", members: [] });`,
    },
    judge(stack, context) {
        const fits = new RegExp(context.config.emergencyTeams, "i");
        const plan = (resource: Resource) => planned(resource, context.declarationOf(resource.urn));
        return stack.ofType(...membershipTypes).map((resource) => ({
            urn: resource.urn,
            verdict: judge(plan(resource), teamNames(plan(resource), stack, plan), fits),
        }));
    },
});

/** The texts that name the team: its slug or id, else the name of the team they come from. */
function teamNames(
    membership: Resource,
    stack: Stack,
    plan: (resource: Resource) => Resource,
): Known<string>[] {
    return teamMembership(membership).teams.flatMap(({ path, value }) => {
        const sources = stack.sourcesOf(membership, path, teamType);
        const named = sources.map((team) => readText(plan(team).props, "name"));
        if (value.state === "absent") return [];
        return value.state === "unknown" && named.length === 0 ? [unknown] : [...named, value];
    });
}

function judge(membership: Resource, names: readonly Known<string>[], fits: RegExp): Verdict {
    const { members } = teamMembership(membership);
    // A team that is known by one of its names need not be known by the others.
    const written = names.filter(({ state }) => state === "known");
    const emergency = some(
        (written.length > 0 ? written : names).map((one) => map(one, (name) => fits.test(name))),
    );
    if (is(emergency, false) || is(members, 0)) return allowed;
    const open = [
        ...(emergency.state === "unknown" ? ["teamSlug"] : []),
        ...(members.state === "unknown" ? ["members"] : []),
    ];
    if (open.length > 0) return conclude([], open);
    return conclude([
        {
            id: "members",
            property: "(resource)",
            seen: map(members, (count) => `${count} ${count === 1 ? "member" : "members"}`),
            wanted: "nobody",
        },
    ]);
}
