import { environmentsFor, teamsOf, type Loose, type Placed } from "./draft";
import { packageProblems } from "./packages";
import { problem, type Problem } from "./problems";
import type { EstateForm, RepositoryForm } from "./schema";

/** What the project on Azure DevOps has to have for what its repositories ask of it. */
export function devOpsProjectProblems(
    form: Loose<EstateForm>,
    there: Placed<RepositoryForm>[],
): Problem[] {
    // A project that is missing altogether is reported as such.
    return form.azureDevOps
        ? [
              ...needsTrust(form, there),
              ...packageProblems(form.azureDevOps),
              ...withoutPeople(form, there),
          ]
        : [];
}

/** AWS trusts an organisation by its id, which nobody can look up before it is trusted. */
function needsTrust(form: Loose<EstateForm>, there: Placed<RepositoryForm>[]): Problem[] {
    const inAws = there.flatMap((repository) =>
        environmentsFor(form, repository).some(({ value }) => Object.hasOwn(value, "aws"))
            ? (repository.value.name ?? "a repository")
            : [],
    );
    const allowed = `an object with organizationId: ${inAws.join(", ")} on Azure DevOps deploys to AWS`;
    return inAws.length > 0 && !Object.hasOwn(form.azureDevOps ?? {}, "aws")
        ? [problem(["azureDevOps", "aws"], undefined, allowed)]
        : [];
}

/**
 * Who is in a group of Entra is not looked up: the people whom `teams` lists are compared with those who
 * approve releases, so a team of nobody would be apart from everybody.
 */
function withoutPeople(form: Loose<EstateForm>, there: Placed<RepositoryForm>[]): Problem[] {
    const teams = teamsOf(form);
    const allowed =
        "a team whose people are listed in teams: on Azure DevOps they are compared with those who approve releases, and no group is looked up";
    return there.flatMap(({ at, value: { team } }) =>
        team !== undefined && teams?.get(team)?.length === 0
            ? [problem([...at, "team"], team, allowed)]
            : [],
    );
}
