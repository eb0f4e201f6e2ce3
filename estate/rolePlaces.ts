import { codeOwnersFor, environmentsFor, repositoriesOf, type Loose, type Placed } from "./draft";
import { teamRoles, type TeamRole } from "./facts";
import { pathText, problem, type Path, type Problem } from "./problems";
import type { EnvironmentForm, EstateForm, RepositoryForm } from "./schema";

/** What a repository or environment asks of a team, and where it is written. */
interface Place {
    at: Path;
    team: string | undefined;
    fits: (role: TeamRole) => boolean;
    allowed: string;
}

/** Teams that write or release although their role does not, each place once. */
export function placeProblems(form: Loose<EstateForm>, roles: Map<string, TeamRole>): Problem[] {
    const found = repositoriesOf(form)
        .flatMap((repository) => [...writers(form, repository), ...releasers(form, repository)])
        .flatMap(({ at, team, fits, allowed }) => {
            const role = roles.get(team ?? "");
            if (team === undefined || role === undefined || fits(role)) {
                return [];
            }
            const one = problem(at, team, allowed);
            return [{ ...one, seen: `${one.seen}, whose role is ${role}` }];
        });
    // Repositories share lists of environments: what is wrong there is wrong once.
    return [...new Map(found.map((one) => [pathText(one.at), one])).values()];
}

/** Who pushes. Owners of code have write access, and security owns that of pipelines: releases wait for others then. */
function writers(form: Loose<EstateForm>, { at, value }: Placed<RepositoryForm>): Place[] {
    const writes = (role: TeamRole): boolean => teamRoles[role] === "writes";
    const team = {
        at: [...at, "team"],
        team: value.team,
        fits: writes,
        allowed: "a team of developers, of leads or of the platform: it pushes",
    };
    const owners = Object.hasOwn(value, "codeOwners") ? [...at, "codeOwners"] : ["codeOwners"];
    const codeOwners = {
        at: owners,
        team: codeOwnersFor(form, value),
        fits: (role: TeamRole) => role !== "releaseManager",
        allowed: "a team that does not release: its owners can push",
    };
    const leads = {
        at: [...at, "leads"],
        team: value.leads,
        fits: writes,
        allowed:
            "a team of developers, of leads or of the platform: on GitHub its members can push",
    };
    // On Azure DevOps approving is a permission of its own.
    return value.host === "github" ? [team, codeOwners, leads] : [team, codeOwners];
}

function releasers(form: Loose<EstateForm>, repository: Placed<RepositoryForm>): Place[] {
    const allowed =
        "a team of release managers or of security; or allowReviewersWhoCanPush: true on the environment";
    return environmentsFor(form, repository)
        .filter(({ value }) => value.tier === "production" && !acceptsAll(value))
        .flatMap(({ at, value }) =>
            (value.reviewers ?? []).map((team, i) => ({
                at: [...at, "reviewers", i],
                team,
                fits: (role: TeamRole) => teamRoles[role] === "releases",
                allowed,
            })),
        );
}

function acceptsAll(environment: Loose<EnvironmentForm>): boolean {
    // A value that is no boolean is reported as such; what it was meant to be is not known.
    return (
        environment.allowReviewersWhoCanPush ??
        Object.hasOwn(environment, "allowReviewersWhoCanPush")
    );
}
