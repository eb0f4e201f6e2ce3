import { classesOf, type Coalition, type Reading } from "../coalitions";
import { all, text, type Deployed } from "../deployed";
import { named, production, type Act, type Host } from "../host";
import { identities, type EntraGroups } from "./identities";
import { lands, type AzureDevOps, type Repository } from "./landing";
import { gitAccess, mayWithPipeline } from "./permissions";
import { environmentsOf, forkRuns, reviews, uses, waysInto } from "./pipelines";

/** The Azure DevOps project among what was deployed. */
export function azureDevOpsPlace(
    standing: Deployed,
    organization: string,
    entra: EntraGroups,
): AzureDevOps {
    const people = identities(standing, organization, entra);
    const repositories = all(standing, "Git").map(({ id, is }) => ({
        id,
        name: text(is.name),
        defaultBranch: text(is.defaultBranch),
    }));
    return { standing, people, git: gitAccess(standing, people), repositories };
}

/** What can be asked of it. */
export function azureDevOps(place: AzureDevOps): Host {
    const { people, repositories } = place;
    const repository = (name: string) => named(repositories, name);
    const releases: Host["releases"] = (who, name, environment, reading) => {
        for (const way of waysInto(place, name, environment)) {
            const found = uses(place, who, way, reading);
            if (found !== undefined) return found;
        }
        return undefined;
    };
    return {
        name: "Azure DevOps",
        classes: classesOf(people.people, people.names),
        repositories: repositories.map(({ name }) => name),
        environments: (name) => environmentsOf(place, repository(name)),
        may: (person, act, name) => mayOnDevOps(place, person, act, repository(name)),
        merges: (who, name, reading, path) =>
            lands(
                place,
                who,
                {
                    repository: repository(name),
                    ref: repository(name).defaultBranch,
                    ...(path === undefined ? {} : { path }),
                },
                reading,
            ),
        releases,
        readsSecrets: (who, name, environment, reading) =>
            openGroup(place, who, repository(name), reading) ??
            releases(who, name, environment, reading),
        forkRuns: (who, name) => forkRuns(place, who, repository(name)),
    };
}

/** A variable group is as safe as its own checks, whatever the environment's are (laws K4, D2). */
function openGroup(
    place: AzureDevOps,
    who: Coalition,
    repository: Repository,
    reading: Reading,
): string | undefined {
    for (const { id, is } of all(place.standing, "VariableGroup")) {
        const group = {
            type: "variablegroup",
            id,
            name: `variables ${text(is.name)}`,
            open: is.allowAccess === true,
            from: repository.id,
        };
        const way = uses(place, who, group, reading);
        if (way !== undefined) return way;
    }
    return undefined;
}

function mayOnDevOps(
    place: AzureDevOps,
    person: string,
    act: Act,
    repository: Repository,
): boolean {
    const { git, standing, people } = place;
    const alone = { hijack: false, edits: false };
    const may = (permission: string, ref?: string) =>
        git.may(person, permission, repository.id, ref);
    switch (act) {
        case "read":
            return may("GenericRead");
        // Branches that are there: whether one may be made is a permission of its own.
        case "push to other branches":
            return may("GenericContribute", "refs/heads/feature/x");
        case "push to production": {
            const change = { repository, ref: repository.defaultBranch };
            return lands(place, [person], change, alone) !== undefined;
        }
        case "approve a change":
            return may("PullRequestContribute");
        case "approve a release":
            return waysInto(place, repository.name, production).some((way) =>
                reviews(place, person, way),
            );
        case "edit the guard":
            return (
                may("EditPolicies") ||
                may("ManagePermissions") ||
                all(standing, "BuildDefinition").some(({ id, is }) =>
                    ["EditBuildDefinition", "AdministerBuildPermissions"].some((permission) =>
                        mayWithPipeline(standing, people, person, permission, {
                            id,
                            path: text(is.path),
                        }),
                    ),
                )
            );
    }
}
