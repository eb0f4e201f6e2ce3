import { placeProblems } from "./rolePlaces";
import type { Loose } from "./draft";
import { breakGlassTeam, teamRoles, type TeamRole } from "./facts";
import { pathText, problem, type Path, type Problem } from "./problems";
import { mustExist } from "./references";
import type { EstateForm } from "./schema";

/** The key under `roles` by which a team gets its role. */
const roleKeys = {
    releaseManagers: "releaseManager",
    security: "security",
    platform: "platform",
    leads: "teamLead",
} as const satisfies Record<string, TeamRole>;

interface Named {
    at: Path;
    team: string;
    role: TeamRole;
}

/** Roles that do not fit the teams, each other, or what the teams do in repositories and environments. */
export function roleProblems(form: Loose<EstateForm>): Problem[] {
    const { roles, teams } = form;
    if (!roles || !teams) {
        return [];
    }
    const named = namedIn(roles);
    const wrong = [
        ...named.flatMap(({ at, team }) => mustExist(new Map(Object.entries(teams)), at, team)),
        ...repeatedTeams(named),
    ];
    // Who holds which role is known when every name is right: a team misspelt would be one of developers.
    const isSound = wrong.length === 0 && isComplete(roles);
    const holders = new Map<string, TeamRole>(
        Object.keys(teams).map((team) => [team, "developer"]),
    );
    named.forEach(({ team, role }) => holders.set(team, role));
    return [
        ...wrong,
        ...(isSound ? [...separationProblems(form, holders), ...placeProblems(form, holders)] : []),
        ...groupProblems(form),
        ...breakGlassProblems(form),
        ...samlProblems(form),
    ];
}

function namedIn(roles: NonNullable<Loose<EstateForm>["roles"]>): Named[] {
    return Object.entries(roleKeys).flatMap(([key, role]) =>
        (roles[key as keyof typeof roleKeys] ?? []).flatMap((team, i) =>
            team === undefined ? [] : [{ at: ["roles", key, i], team, role }],
        ),
    );
}

/** Whether no list, and nothing in one, was left out as wrong in form. */
function isComplete(roles: NonNullable<Loose<EstateForm>["roles"]>): boolean {
    return (Object.keys(roleKeys) as (keyof typeof roleKeys)[]).every(
        (key) => !Object.hasOwn(roles, key) || roles[key]?.every((team) => team !== undefined),
    );
}

function repeatedTeams(named: Named[]): Problem[] {
    return named.flatMap(({ at, team }, i) => {
        const earlier = named.slice(0, i).find((one) => one.team === team);
        const allowed = `a team other than that of ${pathText(earlier?.at ?? [])}: each has one role`;
        return earlier ? [problem(at, team, allowed)] : [];
    });
}

/** People who are in two teams which must be apart. */
function separationProblems(form: Loose<EstateForm>, roles: Map<string, TeamRole>): Problem[] {
    const names = [...roles.keys()];
    const pairs = names.flatMap((team, i) =>
        names
            .slice(0, i)
            .filter((earlier) => duty(roles, earlier) !== duty(roles, team))
            .map((earlier) => ({ earlier, team })),
    );
    return pairs.flatMap(({ earlier, team }) => {
        const said = (one: string): string => `${one} (${roles.get(one) ?? ""})`;
        const both = `both ${said(earlier)} and ${said(team)}`;
        const others = new Set(form.teams?.[earlier]?.map((login) => login?.toLowerCase()));
        return (form.teams?.[team] ?? []).flatMap((login, i) =>
            login !== undefined && others.has(login.toLowerCase())
                ? [apart(["teams", team, i], login, `who is in ${both}`)]
                : [],
        );
    });
}

function duty(roles: Map<string, TeamRole>, team: string): string {
    return teamRoles[roles.get(team) ?? "developer"];
}

function apart(at: Path, value: string, both: string): Problem {
    const found = problem(
        at,
        value,
        "a person in one of the two: whoever writes production code does not release it",
    );
    return { ...found, seen: `${found.seen}, ${both}` };
}

/** Groups of teams that stand, and one for each: two teams of one group are the same people. */
function groupProblems({ azureDevOps, roles, teams }: Loose<EstateForm>): Problem[] {
    const known = new Map(Object.entries(teams ?? {}));
    const entries = Object.entries(roles?.entraGroups ?? {});
    const there = azureDevOps?.groups ?? {};
    return entries.flatMap(([team, id], i) => {
        const at = ["roles", "entraGroups", team];
        const isOther = there[team] !== undefined && !isSame(there[team], id);
        const [other] =
            [...Object.entries(there), ...entries.slice(0, i)].find(
                ([name, group]) => name !== team && isSame(group, id),
            ) ?? [];
        return [
            ...mustExist(known, at, team),
            ...(isOther ? [problem(at, id, `nothing: azureDevOps.groups.${team} is another`)] : []),
            ...(other === undefined
                ? []
                : [problem(at, id, `a group other than that of the team ${other}`)]),
        ];
    });
}

/** Whether both are known and one and the same group. */
function isSame(one: string | undefined, other: string | undefined): boolean {
    return one !== undefined && one.toLowerCase() === other?.toLowerCase();
}

/** Somebody to be told of its use, and a group and a name of its own. */
function breakGlassProblems(form: Loose<EstateForm>): Problem[] {
    const { azureDevOps, breakGlass, roles, teams = {} } = form;
    const role = roles?.breakGlass;
    if (!role) {
        return [];
    }
    // A list that is wrong in form is reported as such.
    const isUnsound = Object.hasOwn(form, "breakGlass") && !breakGlass;
    const isUnnamed = !Object.hasOwn(breakGlass ?? {}, "azure") || breakGlass?.azure?.length === 0;
    const groups = { ...roles.entraGroups, ...azureDevOps?.groups };
    const team = Object.keys(groups).find((name) => isSame(groups[name], role.entraGroup));
    const theirs = `a group other than that of the team ${team ?? ""}: accounts for emergencies are nobody's daily ones`;
    return [
        ...(!isUnsound && isUnnamed
            ? [
                  problem(
                      ["breakGlass", "azure"],
                      breakGlass?.azure,
                      "the object id of an account for emergencies, whose use raises an alert",
                  ),
              ]
            : []),
        ...(role.entraGroup !== undefined && team !== undefined
            ? [problem(["roles", "breakGlass", "entraGroup"], role.entraGroup, theirs)]
            : []),
        ...(Object.hasOwn(teams, breakGlassTeam)
            ? [
                  problem(
                      ["teams", breakGlassTeam],
                      teams[breakGlassTeam],
                      "another name: the estate makes a team of this one, which is empty",
                  ),
              ]
            : []),
    ];
}

/** People sign in to the account of the estate. */
function samlProblems(form: Loose<EstateForm>): Problem[] {
    const arn = form.roles?.samlProvider;
    const accountId = form.aws?.accountId;
    const at = ["roles", "samlProvider"];
    if (arn === undefined) {
        return [];
    }
    if (!Object.hasOwn(form, "aws")) {
        return [problem(at, arn, "nothing, or an estate with aws")];
    }
    return accountId === undefined || arn.includes(`::${accountId}:`)
        ? []
        : [problem(at, arn, `a SAML provider of the account ${accountId}`)];
}
