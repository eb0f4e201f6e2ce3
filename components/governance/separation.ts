import { problem, type Problem } from "../shared/validate";
import type { RoleHolder } from "./rolesArgs";
import { separateDuties, type Duty } from "./roleDuties";
import { roleTable, type RoleName } from "./roleTable";

/** Why one person or one group cannot have both roles; undefined when it can. */
export function separated(one: RoleName, other: RoleName): string | undefined {
    const has = (role: RoleName, duty: Duty): boolean =>
        (roleTable[role].duties as readonly Duty[]).includes(duty);
    return separateDuties.find(
        (pair) =>
            (has(one, pair.one) && has(other, pair.other)) ||
            (has(one, pair.other) && has(other, pair.one)),
    )?.reason;
}

/** One of two holders that must be separate, and where it stands in the arguments. */
interface Pair {
    at: number;
    holder: RoleHolder;
    earlier: RoleHolder;
}

/** One problem for each person, team or group that two holders share who must be separate. */
export function separationProblems(holders: RoleHolder[]): Problem[] {
    return pairsOf(holders).flatMap((pair) => [
        ...peopleOf(pair),
        ...(slugOf(pair.holder) === slugOf(pair.earlier)
            ? [shared(`holders[${pair.at}].team.slug`, slugOf(pair.holder), "team", pair)]
            : []),
        ...(sameGroup(pair.holder.entraGroupId, pair.earlier.entraGroupId)
            ? [shared(`holders[${pair.at}].entraGroupId`, pair.holder.entraGroupId, "group", pair)]
            : []),
    ]);
}

/** Slug of the team that stands for the holders on GitHub. */
export function slugOf(holder: RoleHolder): string {
    return holder.team?.slug ?? holder.name;
}

function pairsOf(holders: RoleHolder[]): Pair[] {
    return holders.flatMap((holder, at) =>
        holders
            .slice(0, at)
            .filter(
                (earlier) =>
                    isRole(earlier.role) &&
                    isRole(holder.role) &&
                    separated(earlier.role, holder.role) !== undefined,
            )
            .map((earlier) => ({ at, holder, earlier })),
    );
}

function peopleOf(pair: Pair): Problem[] {
    const earlier = new Set(pair.earlier.members.map((one) => one.toLowerCase()));
    return pair.holder.members.flatMap((one, i) =>
        earlier.has(one.toLowerCase())
            ? [shared(`holders[${pair.at}].members[${i}]`, one, "person", pair)]
            : [],
    );
}

function shared(path: string, value: unknown, what: string, { holder, earlier }: Pair): Problem {
    const found = problem(path, value, `a ${what} of one of the two roles`);
    const names = `${said(earlier)} and ${said(holder)}`;
    return { ...found, seen: `${found.seen}, which is both ${names}` };
}

function said({ role, name }: RoleHolder): string {
    return `${role} (${name})`;
}

function isRole(role: string): role is RoleName {
    return role in roleTable;
}

function sameGroup(one: string | undefined, other: string | undefined): boolean {
    return one !== undefined && one.toLowerCase() === other?.toLowerCase();
}
