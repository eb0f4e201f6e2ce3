import {
    codeOwnersFor,
    environmentsFor,
    repositoriesOf,
    teamsOf,
    type Loose,
    type Placed,
} from "./draft";
import { pathText, problem, type Path, type Problem } from "./problems";
import type { EnvironmentForm, EstateForm, RepositoryForm } from "./schema";

const mostNamed = 3;

interface Overlap {
    at: Path;
    team: string;
    people: Set<string>;
    repositories: Set<string>;
}

/**
 * Two people to production: a deployment waits for one approval, so it counts as a second
 * person only when it comes from somebody who cannot push.
 *
 * Who can push to a repository: the members of its team, of its code owners and of its leads, since
 * GitHub counts approvals of those with write access only; on Azure DevOps, whose Contributors push to every
 * repository of the project, the teams and code owners of all repositories there. Nobody of these may be
 * in a reviewing team of a production environment, unless the environment says
 * `allowReviewersWhoCanPush: true`. On either host the logins of `teams` are compared: nobody looks up who is
 * in the group of Entra that a team is on Azure DevOps. One problem for each reviewing team and place where it is named,
 * however many repositories share that place.
 */
export function separationProblems(form: Loose<EstateForm>): Problem[] {
    const teams = teamsOf(form);
    if (!teams) {
        return [];
    }
    const members = (team: string | undefined): string[] =>
        (teams.get(team ?? "") ?? []).filter((login) => login !== undefined);
    const overlaps = new Map<string, Overlap>();
    const contributors = repositoriesOf(form)
        .filter(({ value }) => value.host === "azureDevOps")
        .flatMap(({ value }) => authorsOf(form, value));
    for (const repository of repositoriesOf(form)) {
        const { host, leads } = repository.value;
        const shared = host === "azureDevOps" ? contributors : [];
        const pushing = [...authorsOf(form, repository.value), leads, ...shared];
        const pushers = new Set(pushing.flatMap(members).map(lower));
        for (const { at, team } of environmentsFor(form, repository).flatMap(judgedReviewers)) {
            const people = members(team).filter((login) => pushers.has(lower(login)));
            if (people.length > 0) {
                const overlap = overlapAt(overlaps, at, team);
                people.forEach((login) => overlap.people.add(login));
                overlap.repositories.add(repository.value.name ?? pathText(repository.at));
            }
        }
    }
    return [...overlaps.values()].map(problemOf);
}

/** Teams with write access to a repository. */
function authorsOf(
    form: Loose<EstateForm>,
    repository: Loose<RepositoryForm>,
): (string | undefined)[] {
    return [repository.team, codeOwnersFor(form, repository)];
}

/** Reviewing teams of a production environment that does not accept reviewers who can push. */
function judgedReviewers({ at, value }: Placed<EnvironmentForm>): { at: Path; team: string }[] {
    // A value that is no boolean is reported as such; what it was meant to be is not known.
    const accepted = value.allowReviewersWhoCanPush ?? "allowReviewersWhoCanPush" in value;
    if (value.tier !== "production" || accepted) {
        return [];
    }
    return (value.reviewers ?? []).flatMap((team, i) =>
        team === undefined ? [] : [{ at: [...at, "reviewers", i], team }],
    );
}

function overlapAt(overlaps: Map<string, Overlap>, at: Path, team: string): Overlap {
    const key = pathText(at);
    const overlap = overlaps.get(key) ?? { at, team, people: new Set(), repositories: new Set() };
    overlaps.set(key, overlap);
    return overlap;
}

function problemOf({ at, team, people, repositories }: Overlap): Problem {
    const allowed =
        "a team none of whose members can push to the repository, as its team, its code owners and its leads can, and on Azure DevOps those of every repository there; or allowReviewersWhoCanPush: true on the environment";
    const found = problem(at, team, allowed);
    const who = `${several(people)} can push to ${several(repositories)}`;
    return { ...found, seen: `${found.seen}, of whom ${who}` };
}

function several(names: Set<string>): string {
    const shown = [...names].slice(0, mostNamed).join(", ");
    return names.size > mostNamed ? `${shown} and ${names.size - mostNamed} more` : shown;
}

function lower(login: string): string {
    return login.toLowerCase();
}
