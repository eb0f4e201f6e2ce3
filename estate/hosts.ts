import { devOpsNameProblems } from "./devOpsNames";
import { devOpsProjectProblems } from "./devOpsProject";
import { codeOwnersFor, environmentsFor, repositoriesOf, type Loose, type Placed } from "./draft";
import { pathText, problem, type Path, type Problem } from "./problems";
import type { EstateForm, RepositoryForm } from "./schema";
import { nearest } from "./suggest";

/** What a repository's host has to have, and what only the other host knows. */
export function hostProblems(form: Loose<EstateForm>): Problem[] {
    const onDevOps = repositoriesOn(form, "azureDevOps");
    return once([
        ...onDevOps.flatMap((repository) => [
            ...needsProject(form, repository),
            ...gitHubOnly(form, repository),
        ]),
        ...repositoriesOn(form, "github").flatMap(patternProblems),
        ...devOpsNameProblems(form, onDevOps),
        ...devOpsProjectProblems(form, onDevOps),
        ...needsGroups(form, onDevOps),
        ...workflowProblems(form),
        ...poolProblems(form),
    ]);
}

function repositoriesOn(form: Loose<EstateForm>, host: string): Placed<RepositoryForm>[] {
    return repositoriesOf(form).filter(({ value }) => value.host === host);
}

function needsProject(form: Loose<EstateForm>, { at }: Placed<RepositoryForm>): Problem[] {
    const allowed = "github, or the estate's azureDevOps with organization and project";
    return Object.hasOwn(form, "azureDevOps")
        ? []
        : [problem([...at, "host"], "azureDevOps", allowed)];
}

/** Keys that mean something on GitHub alone: what is written must not be without effect. */
function gitHubOnly(form: Loose<EstateForm>, repository: Placed<RepositoryForm>): Problem[] {
    const { at, value } = repository;
    const keys = (
        ["description", "visibility", "subjectFormat", "allowedActions"] as const
    ).flatMap((key) =>
        value[key] === undefined
            ? []
            : [problem([...at, key], value[key], `nothing: Azure DevOps ${unknownThere[key]}`)],
    );
    const waits = environmentsFor(form, repository).flatMap((environment) =>
        environment.value.waitMinutes === undefined || environment.value.waitMinutes === 0
            ? []
            : [
                  problem(
                      [...environment.at, "waitMinutes"],
                      environment.value.waitMinutes,
                      `0: Azure DevOps, where ${value.name ?? "the repository"} is, has no wait timer`,
                  ),
              ],
    );
    const apps = (value.checks ?? []).flatMap((check, i) =>
        typeof check === "object" && check.integrationId !== undefined
            ? [
                  problem(
                      [...at, "checks", i, "integrationId"],
                      check.integrationId,
                      "nothing: on Azure DevOps a check is a pipeline of the repository",
                  ),
              ]
            : [],
    );
    return [...keys, ...waits, ...apps, ...environmentProblems(form, repository)];
}

/** Azure DevOps compares branches as they are written, and nobody skips its checks. */
function environmentProblems(
    form: Loose<EstateForm>,
    repository: Placed<RepositoryForm>,
): Problem[] {
    const there = repository.value.name ?? "the repository";
    return environmentsFor(form, repository).flatMap(({ at, value }) => [
        ...(value.branches ?? []).flatMap((branch, i) =>
            !branch?.includes("*")
                ? unguardedProblems([...at, "branches", i], branch, repository)
                : [
                      problem(
                          [...at, "branches", i],
                          branch,
                          `an exact name: the checks of Azure DevOps, where ${there} is, take no patterns`,
                      ),
                  ],
        ),
        ...(value.allowAdminBypass === true
            ? [
                  problem(
                      [...at, "allowAdminBypass"],
                      true,
                      `false: on Azure DevOps, where ${there} is, nobody skips a check`,
                  ),
              ]
            : []),
    ]);
}

const unknownThere = {
    description: "keeps no description of a repository",
    visibility: "shows a repository to the groups of its project",
    subjectFormat: "gives each service connection a subject of its own",
    allowedActions: "runs no actions",
} as const;

/** Azure DevOps lets nobody deploy from a branch without policies, and neither should it be tried. */
function unguardedProblems(
    at: Path,
    branch: string | undefined,
    { value }: Placed<RepositoryForm>,
): Problem[] {
    const guarded = (value.branches ?? []).some(
        (one) =>
            one?.tier !== "feature" &&
            (one?.pattern === branch ||
                (one?.pattern !== undefined &&
                    one.pattern.endsWith("*") &&
                    branch?.startsWith(one.pattern.replace(/\*+$/, "")))),
    );
    const allowed = `main, or a branch that ${value.name ?? "the repository"} guards by its branches: Azure DevOps lets no other deploy`;
    return branch === undefined || branch === "main" || guarded
        ? []
        : [problem(at, branch, allowed)];
}

/** On GitHub a pattern of lesser rules could cover a branch that deploys. */
function patternProblems({ at, value }: Placed<RepositoryForm>): Problem[] {
    return (value.branches ?? []).flatMap((branch, i) =>
        branch?.tier === "integration" && /[*?[\]]/.test(branch.pattern ?? "")
            ? [
                  problem(
                      [...at, "branches", i, "pattern"],
                      branch.pattern,
                      "a branch by its name: the tier integration takes no patterns on GitHub",
                  ),
              ]
            : [],
    );
}

/** Every team that has to do with a repository on Azure DevOps is a group there. */
function needsGroups(form: Loose<EstateForm>, onDevOps: Placed<RepositoryForm>[]): Problem[] {
    const { azureDevOps, teams } = form;
    // What is missing altogether, or wrong in form, is reported as such.
    if (!azureDevOps || (Object.hasOwn(azureDevOps, "groups") && !azureDevOps.groups)) {
        return [];
    }
    const named = onDevOps.flatMap((repository) => {
        const { team, leads } = repository.value;
        const reviewers = environmentsFor(form, repository).flatMap(
            ({ value }) => value.reviewers ?? [],
        );
        return [team, leads, codeOwnersFor(form, repository.value), ...reviewers];
    });
    const missing = [...new Set(named)].filter(
        (team): team is string =>
            team !== undefined &&
            Object.hasOwn(teams ?? {}, team) &&
            !Object.hasOwn(azureDevOps.groups ?? {}, team),
    );
    return missing.map((team) =>
        problem(
            ["azureDevOps", "groups", team],
            undefined,
            `the object id of the Entra group that ${team} is, which has to do with a repository on Azure DevOps`,
        ),
    );
}

/** A required workflow lives in a repository of the estate on GitHub. */
function workflowProblems(form: Loose<EstateForm>): Problem[] {
    const known = repositoriesOn(form, "github").flatMap(({ value }) => value.name ?? []);
    return (form.github?.requiredWorkflows ?? []).flatMap((workflow, i) =>
        namedIn(["github", "requiredWorkflows", i, "repository"], workflow?.repository, known),
    );
}

/** A pool runs jobs of one host, and so of that host's repositories. */
function poolProblems(form: Loose<EstateForm>): Problem[] {
    const pools = [
        ...(form.agents?.azure?.pools ?? []).map((pool, i) => ({
            at: ["agents", "azure", "pools", i] as Path,
            host: pool?.host ?? "github",
            repositories: pool?.repositories ?? [],
        })),
        ...(form.agents?.aws?.pools ?? []).map((pool, i) => ({
            at: ["agents", "aws", "pools", i] as Path,
            host: "github",
            repositories: pool?.repositories ?? [],
        })),
    ];
    return pools.flatMap(({ at, host, repositories }) => {
        const elsewhere = repositoriesOf(form).flatMap(({ value }) =>
            value.host === host || value.host === undefined ? [] : (value.name ?? []),
        );
        return repositories.flatMap((name, i) =>
            name !== undefined && elsewhere.includes(name)
                ? [problem([...at, "repositories", i], name, `a repository on ${host}`)]
                : [],
        );
    });
}

function namedIn(at: Path, name: string | undefined, known: string[]): Problem[] {
    return name === undefined || known.includes(name)
        ? []
        : [
              problem(
                  at,
                  name,
                  `a repository of this estate on GitHub: ${known.join(", ")}`,
                  nearest(name, known),
              ),
          ];
}

/** Repositories share lists of environments: what is wrong there is wrong once. */
function once(found: Problem[]): Problem[] {
    return [...new Map(found.map((one) => [`${pathText(one.at)} ${one.seen}`, one])).values()];
}
