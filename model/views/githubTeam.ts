import { known, map, readList, type Known } from "../known";
import { textAt, type Reading } from "../reading";
import type { Resource } from "../resource";

export const teamType = "github:index:Team";
/** What puts people into a team: all of them, or one. */
export const membershipTypes = ["github:index:TeamMembers", "github:index:TeamMembership"] as const;

/** People in a team, as one resource of the program has it. */
export interface TeamMembership {
    /** Properties that name the team, one of which is given: by slug, or by id. */
    readonly teams: readonly Reading<string>[];
    /** How many people it puts there. */
    readonly members: Known<number>;
}

export function teamMembership({ type, props }: Resource): TeamMembership {
    const all = type === "github:index:TeamMembers";
    return {
        teams: ["teamSlug", "teamId"].map((path) => textAt(props, path)),
        members: all ? map(readList(props, "members"), (people) => people.length) : known(1),
    };
}
