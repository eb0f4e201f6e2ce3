import { UNKNOWN, type PropertyTree } from "../../../../model/known";
import { emergencyTeamEmpty } from "../../../../policies/rules/access/emergency-team-empty";
import { describeStackRule, type StackResource } from "../../../support/describeStackRule";

const ada = { username: "ada", role: "member" };

function members(changed: PropertyTree, more: Partial<StackResource> = {}): StackResource {
    const props = { teamSlug: "break-glass", members: [ada], ...changed };
    return { name: "one", type: "github:index/teamMembers:TeamMembers", props, ...more };
}

function membership(teamId: string): StackResource {
    return {
        name: "one",
        type: "github:index/teamMembership:TeamMembership",
        props: { teamId, username: "ada", role: "member" },
    };
}

function team(name: string): StackResource {
    return { name: "team", type: "github:index/team:Team", props: { name, slug: UNKNOWN } };
}

const ofTeam = { propertyDependencies: { teamSlug: ["team"] } };
const findings = ["(resource)"];

describeStackRule(emergencyTeamEmpty, {
    denied: [
        { name: "somebody who stands ready", resources: [members({})], findings, says: "1 member" },
        {
            name: "people of a team that is still to be made",
            resources: [
                members({ teamSlug: UNKNOWN, members: [ada, UNKNOWN] }, ofTeam),
                team("Emergency"),
            ],
            findings,
            says: "2 members",
        },
        { name: "one person by themselves", resources: [membership("breakglass")], findings },
        {
            name: "a team that only its name, not its id, tells",
            resources: [
                members(
                    { teamSlug: null, teamId: "17" },
                    { propertyDependencies: { teamId: ["team"] } },
                ),
                team("break-glass"),
            ],
            findings,
        },
        {
            name: "a team of a name that the settings say",
            resources: [members({ teamSlug: "red-phone" })],
            config: { emergencyTeams: "red-phone" },
            findings,
        },
    ],
    allowed: [
        { name: "nobody", resources: [members({ members: [] })] },
        {
            name: "nobody in a team that is not known yet",
            resources: [members({ teamSlug: UNKNOWN, members: [] })],
        },
        { name: "people of another team", resources: [members({ teamSlug: "web" })] },
        {
            name: "people of another team that is still to be made",
            resources: [members({ teamSlug: UNKNOWN }, ofTeam), team("web")],
        },
        { name: "one person in another team", resources: [membership("17")] },
    ],
    undecidable: [
        {
            name: "people that are not known yet",
            resources: [members({ members: UNKNOWN })],
            production: false,
        },
        {
            name: "a team that is not known yet",
            resources: [members({ teamSlug: UNKNOWN })],
            production: false,
        },
    ],
    tokens: ["github:index:TeamMembers"],
});
