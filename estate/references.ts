import { defaults } from "./defaults";
import {
    environmentListsOf,
    repositoriesOf,
    teamsOf,
    type Loose,
    type Placed,
    type Teams,
} from "./draft";
import { assignableRoles, refusedRoleIds } from "./facts";
import { problem, type Path, type Problem } from "./problems";
import { looksSecret } from "./redact";
import type { EnvironmentForm, EstateForm } from "./schema";
import { shapes } from "./shapes";
import { nearest } from "./suggest";

const mostListed = 20;

/** Names that must stand for something: a team, a team that can approve, an Azure role. */
export function referenceProblems(form: Loose<EstateForm>): Problem[] {
    const teams = teamsOf(form);
    const environments = environmentListsOf(form).flat();
    return [
        ...(teams ? teamProblems(form, teams, environments) : []),
        ...environments.flatMap(roleProblems),
    ];
}

function teamProblems(
    form: Loose<EstateForm>,
    teams: Teams,
    environments: Placed<EnvironmentForm>[],
): Problem[] {
    const repositories = repositoriesOf(form);
    return [
        ...mustApprove(teams, ["codeOwners"], form.codeOwners),
        ...defaultOwnersProblems(form, teams),
        ...repositories.flatMap(({ at, value }) => mustExist(teams, [...at, "team"], value.team)),
        ...repositories.flatMap(({ at, value }) =>
            mustApprove(teams, [...at, "codeOwners"], value.codeOwners),
        ),
        ...repositories.flatMap(({ at, value }) =>
            mustApprove(teams, [...at, "leads"], value.leads),
        ),
        ...mustExist(teams, ["github", "securityTeam"], form.github?.securityTeam),
        ...Object.keys(form.azureDevOps?.groups ?? {}).flatMap((team) =>
            mustExist(teams, ["azureDevOps", "groups", team], team),
        ),
        ...environments.flatMap(({ at, value }) =>
            (value.reviewers ?? []).flatMap((team, i) =>
                mustApprove(teams, [...at, "reviewers", i], team),
            ),
        ),
    ];
}

/** No problem where a team is not named, or stands. */
export function mustExist(teams: Teams, at: Path, name: string | undefined): Problem[] {
    if (name === undefined || teams.has(name)) {
        return [];
    }
    const known = [...teams.keys()];
    return [problem(at, name, teamList(known), nearest(name, known))];
}

function mustApprove(teams: Teams, at: Path, name: string | undefined): Problem[] {
    if (name === undefined || teams.get(name)?.length !== 0) {
        return mustExist(teams, at, name);
    }
    const allowed = "a team with members: nobody in this one could approve anything";
    return [problem(at, name, allowed)];
}

/** Where nobody names the code owners, a team of the default name has to be there. */
function defaultOwnersProblems(form: Loose<EstateForm>, teams: Teams): Problem[] {
    const unnamed = repositoriesOf(form).some(({ value }) => !Object.hasOwn(value, "codeOwners"));
    if (!unnamed || Object.hasOwn(form, "codeOwners")) {
        return [];
    }
    const name = defaults.codeOwners.value;
    if (teams.has(name)) {
        return mustApprove(teams, ["codeOwners"], name);
    }
    const allowed = `${teamList([...teams.keys()])}. Only a team called ${name} needs no naming`;
    return [problem(["codeOwners"], undefined, allowed)];
}

function teamList(names: string[]): string {
    // A name that is wrong in form is reported as such; it is no recommendation.
    const known = names.filter((name) => shapes.team.pattern.test(name) && !looksSecret(name));
    const shown = known.slice(0, mostListed).join(", ");
    const rest = known.length > mostListed ? ` and ${known.length - mostListed} more` : "";
    return known.length === 0
        ? "a team of this estate, which has none yet"
        : `a team of this estate: ${shown}${rest}`;
}

function roleProblems({ at, value }: Placed<EnvironmentForm>): Problem[] {
    return (value.roles ?? []).flatMap((role, i) => {
        const isId = role !== undefined && shapes.guid.pattern.test(role);
        const refused = isId && refusedRoleIds.includes(role.toLowerCase());
        if (role === undefined || assignableRoles.includes(role) || (isId && !refused)) {
            return [];
        }
        if (refused) {
            const narrower = "a role that neither hands out roles nor changes what guards them";
            return [problem([...at, "roles", i], role, narrower)];
        }
        const allowed = `the GUID of a role definition or one of ${assignableRoles.join(", ")}`;
        return [problem([...at, "roles", i], role, allowed, nearest(role, assignableRoles))];
    });
}
