import { classesOf } from "../coalitions";
import type { Deployed } from "../deployed";
import { named, production, type Act, type Host } from "../host";
import { atLeast, directory, repositories, type Repository } from "./access";
import { deploys, environmentsOf, reviews } from "./environments";
import { lands, writes, type GitHub } from "./landing";
import { forkRuns, readsSecrets } from "./secrets";

/** The GitHub organisation among what was deployed. */
export function gitHubPlace(standing: Deployed): GitHub {
    const people = directory(standing);
    return { standing, people, repositories: repositories(standing, people) };
}

/** What can be asked of it. */
export function gitHub(place: GitHub): Host {
    const { people } = place;
    const repository = (name: string) => named(place.repositories, name);
    const main = (name: string) => `refs/heads/${repository(name).defaultBranch}`;
    return {
        name: "GitHub",
        classes: classesOf(people.people, (person) => [
            ...people.teams(person),
            ...place.repositories.map((one) => one.level(person)),
        ]),
        repositories: place.repositories.map(({ name }) => name),
        environments: (name) => environmentsOf(place, repository(name)),
        may: (person, act, name) => mayOnGitHub(place, person, act, repository(name)),
        merges: (who, name, reading, path) =>
            lands(
                place,
                who,
                {
                    repository: repository(name),
                    ref: main(name),
                    ...(path === undefined ? {} : { path }),
                },
                reading,
            ),
        releases: (who, name, environment, reading) =>
            deploys(place, who, repository(name), environment, reading),
        readsSecrets: (who, name, environment, reading) =>
            readsSecrets(place, who, repository(name), environment, reading),
        forkRuns: (who, name) => forkRuns(place, who, repository(name)),
    };
}

function mayOnGitHub(place: GitHub, person: string, act: Act, repository: Repository): boolean {
    const alone = { hijack: false, edits: false };
    const pushes = (branch: string) =>
        lands(place, [person], { repository, ref: `refs/heads/${branch}` }, alone);
    switch (act) {
        case "read":
            return atLeast(repository.level(person), "pull");
        case "push to other branches":
            return pushes("feature/x") !== undefined;
        case "push to production":
            return pushes(repository.defaultBranch) !== undefined;
        case "approve a change":
            return writes(repository)(person);
        case "approve a release":
            return reviews(place, person, repository, production);
        case "edit the guard":
            return repository.level(person) === "admin";
    }
}
