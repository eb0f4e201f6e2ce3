import { defaults } from "./defaults";
import { environmentsFor, type Loose, type Placed } from "./draft";
import { problem, type Path, type Problem } from "./problems";
import type { CheckForm, EstateForm, RepositoryForm } from "./schema";
import { shapes, type Shape } from "./shapes";

/** The pipeline that the estate itself adds to each repository that deploys. */
const deployPipeline = "deploy";

/**
 * Names, checks and reviews of repositories on Azure DevOps, which is stricter than GitHub in most and
 * holds the environments of all repositories in one project.
 */
export function devOpsNameProblems(
    form: Loose<EstateForm>,
    there: Placed<RepositoryForm>[],
): Problem[] {
    return [
        ...there.flatMap(({ at, value }) =>
            shaped([...at, "name"], value.name, shapes.devOpsRepository),
        ),
        ...there.flatMap((repository) => environmentProblems(form, repository)),
        ...there.flatMap((repository) => checkProblems(form, repository)),
        ...there.flatMap((repository) => peopleProblems(form, repository)),
        ...clashes(form, there),
    ];
}

function shaped(at: Path, value: string | undefined, shape: Shape): Problem[] {
    return value === undefined || shape.pattern.test(value)
        ? []
        : [problem(at, value, `${shape.allowed}, on Azure DevOps`)];
}

function environmentProblems(
    form: Loose<EstateForm>,
    repository: Placed<RepositoryForm>,
): Problem[] {
    return environmentsFor(form, repository).flatMap(({ at, value }) =>
        shaped([...at, "name"], value.name, shapes.devOpsEnvironment),
    );
}

/** Checks are pipelines there, and so is what deploys. */
function checkProblems(form: Loose<EstateForm>, repository: Placed<RepositoryForm>): Problem[] {
    const giver = [repository, { at: [], value: form }].find(({ value }) =>
        Object.hasOwn(value, "checks"),
    );
    const deploys = environmentsFor(form, repository).length > 0;
    return (giver?.value.checks ?? []).flatMap((check, i) => {
        const { at, name } = nameOf([...(giver?.at ?? []), "checks", i], check);
        return [
            ...shaped(at, name, shapes.devOpsPipeline),
            ...(deploys && name?.toLowerCase() === deployPipeline
                ? [problem(at, name, "another name: the pipeline that deploys has this one")]
                : []),
        ];
    });
}

function nameOf(at: Path, check: Loose<CheckForm>): { at: Path; name: string | undefined } {
    return typeof check === "object"
        ? { at: [...at, "context"], name: check.context }
        : { at, name: check };
}

/** Who alone could merge, or release, what nobody else looked at. */
const leastReviews = 2;

/** On GitHub the policy pack asks for as much; of Azure DevOps it does not know yet. */
function peopleProblems(form: Loose<EstateForm>, repository: Placed<RepositoryForm>): Problem[] {
    const { at, value } = repository;
    const there = `${value.name ?? "the repository"} is on Azure DevOps`;
    const giver = [
        { at, value },
        { at: [] as Path, value: form },
    ].find((one) => Object.hasOwn(one.value, "reviews"));
    const reviews = giver?.value.reviews ?? defaults.reviews.value;
    const unreviewed = environmentsFor(form, repository).filter(
        (one) => one.value.tier === "production" && isEmpty(one.value, "reviewers"),
    );
    return [
        ...(reviews < leastReviews
            ? [
                  problem(
                      [...(giver?.at ?? at), "reviews"],
                      reviews,
                      `${leastReviews} or more: ${there}, and one review can be one person`,
                  ),
              ]
            : []),
        ...unreviewed.map((one) =>
            problem(
                [...one.at, "reviewers"],
                one.value.reviewers,
                `at least one team: ${there}, and nobody else would see what goes to production`,
            ),
        ),
    ];
}

/** Not given, or a list of nothing; what is wrong in form is reported as such. */
function isEmpty<K extends string>(
    value: Partial<Record<K, unknown[] | undefined>>,
    key: K,
): boolean {
    return Object.hasOwn(value, key) ? value[key]?.length === 0 : true;
}

/** All environments and service connections of a project: repository, hyphen, environment. */
function clashes(form: Loose<EstateForm>, there: Placed<RepositoryForm>[]): Problem[] {
    const first = new Map<string, string>();
    return there.flatMap((repository) => {
        const { name } = repository.value;
        if (name === undefined) {
            return [];
        }
        return connectionsOf(form, repository).flatMap(({ at, value }) => {
            const full = `${name}-${value}`;
            const holder = first.get(full.toLowerCase());
            first.set(full.toLowerCase(), holder ?? name);
            const allowed = `another name: in their project ${name} and ${holder} would both have an environment or a connection ${full}`;
            return holder === undefined || holder === name ? [] : [problem(at, value, allowed)];
        });
    });
}

/** What a repository's environments and connections are called after it, and what in the estate says so. */
function connectionsOf(
    form: Loose<EstateForm>,
    repository: Placed<RepositoryForm>,
): { at: Path; value: string }[] {
    const environments = environmentsFor(form, repository);
    const named = environments.flatMap(({ at, value: { name } }) =>
        name === undefined ? [] : [{ at: [...at, "name"], value: name }],
    );
    if (repository.value.plan !== true) {
        return named;
    }
    const clouds = environments.map(({ value }) => Object.hasOwn(value, "aws"));
    const at = [...repository.at, "plan"];
    return [
        ...named,
        ...(clouds.includes(false) ? [{ at, value: "plan" }] : []),
        ...(clouds.includes(true) ? [{ at, value: "plan-aws" }] : []),
    ];
}
