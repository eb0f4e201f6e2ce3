import { environmentsFor, type Loose, type Placed } from "./draft";
import { problem, type Problem } from "./problems";
import type { EstateForm, RepositoryForm } from "./schema";

/** What the project on Azure DevOps has to have for what its repositories ask of it. */
export function devOpsProjectProblems(
    form: Loose<EstateForm>,
    there: Placed<RepositoryForm>[],
): Problem[] {
    // A project that is missing altogether is reported as such.
    return form.azureDevOps ? needsTrust(form, there) : [];
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
