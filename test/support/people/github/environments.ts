import type { Values } from "../../../../sandbox/cloud/values";
import type { Coalition, Reading } from "../coalitions";
import { objects, only, settings, text, texts } from "../deployed";
import { fnmatch, nameFor } from "../patterns";
import type { Repository } from "./access";
import { lands, tags, writes, type GitHub } from "./landing";
import { classicFor } from "./rules";

/** Names of the environments a repository has. */
export function environmentsOf({ standing }: GitHub, { name }: Repository): string[] {
    return settings(standing, "RepositoryEnvironment")
        .filter((is) => text(is.repository) === name)
        .map((is) => text(is.environment));
}

/** By which way a coalition gets code of its own to run in an environment, if it does. */
export function deploys(
    host: GitHub,
    who: Coalition,
    repository: Repository,
    environment: string,
    reading: Reading,
): string | undefined {
    return (
        throughSharedWorkflow(host, who, repository, reading) ??
        throughOwnJob(host, who, repository, environment, reading)
    );
}

/** A job of the repository itself, on a ref the environment opens to, past those who are asked. */
function throughOwnJob(
    host: GitHub,
    who: Coalition,
    repository: Repository,
    environment: string,
    reading: Reading,
): string | undefined {
    const way = repository.actions ? runs(host, who, repository, environment, reading) : undefined;
    const gate = findEnvironment(host, repository, environment);
    return way === undefined || (gate && !approved(host, who, repository, gate, reading))
        ? undefined
        : `${way}, approve ${environment}`;
}

/** An environment nobody made is made by the first job that names it, without protection. */
function findEnvironment(
    { standing }: GitHub,
    { name }: Repository,
    environment: string,
): Values | undefined {
    return settings(standing, "RepositoryEnvironment").find(
        (is) =>
            text(is.repository) === name &&
            text(is.environment).toLowerCase() === environment.toLowerCase(),
    );
}

/** Law D1: the refs a job may come from, and what it takes to have one's own code there. */
function runs(
    host: GitHub,
    who: Coalition,
    repository: Repository,
    environment: string,
    reading: Reading,
): string | undefined {
    const { branches, tagged } = opensTo(host, repository, environment);
    for (const branch of branches) {
        const change = { repository, ref: `refs/heads/${branch}` };
        const way = lands(host, who, change, reading);
        if (way !== undefined) return way;
    }
    const tag = tagged.find((name) => tags(host, who, repository, name));
    return tag === undefined ? undefined : `tag ${tag} in ${repository.name}`;
}

/** Names of branches and tags that an environment opens to, one for each pattern. */
export function opensTo(
    host: GitHub,
    repository: Repository,
    environment: string,
): { branches: string[]; tagged: string[] } {
    const { standing } = host;
    const policy = only(findEnvironment(host, repository, environment)?.deploymentBranchPolicy);
    const everywhere = { branches: ["attack", repository.defaultBranch], tagged: ["attack"] };
    if (!policy) {
        return everywhere;
    }
    if (policy.protectedBranches === true) {
        // Whether rulesets count for this is not certain, so they do not (assumption U3); without
        // any protected branch all branches deploy.
        const known = classicFor(standing, repository).map(({ pattern }) => nameFor(text(pattern)));
        return known.length === 0 ? everywhere : { branches: known, tagged: [] };
    }
    const listed = settings(standing, "RepositoryEnvironmentDeploymentPolicy").filter(
        (is) => text(is.repository) === repository.name && text(is.environment) === environment,
    );
    const patterns = listed.flatMap((is) => text(is.branchPattern) || []);
    const standard = repository.defaultBranch;
    return {
        branches: [
            ...patterns.map(nameFor),
            ...(patterns.some((one) => fnmatch(one, standard)) ? [standard] : []),
        ],
        tagged: listed.flatMap((is) => text(is.tagPattern) || []).map(nameFor),
    };
}

/**
 * Law L7: any one of the reviewers is enough. That nobody approves an own run adds a person only when
 * the coalition has to start it; in the cautious reading anybody's workflow may have.
 */
function approved(
    host: GitHub,
    who: Coalition,
    repository: Repository,
    gate: Values,
    { hijack, edits }: Reading,
): boolean {
    const asked = askedBy(host, gate);
    const administered = who.some((person) => repository.level(person) === "admin");
    if (asked.length === 0 || (administered && (edits || gate.canAdminsBypass !== false))) {
        return true;
    }
    const approvers = who.filter((person) => asked.some((of) => of(person)));
    const starters = who.filter(writes(repository));
    return hijack || gate.preventSelfReview !== true
        ? approvers.length > 0
        : approvers.some((approver) => starters.some((starter) => starter !== approver));
}

type Group = (person: string) => boolean;

/** Those of whom one has to approve. */
function askedBy({ people }: GitHub, gate: Values | undefined): Group[] {
    return objects(gate?.reviewers).flatMap((one) => [
        ...texts(one.teams).map(
            (team): Group =>
                (person) =>
                    people.inTeam(person, team),
        ),
        ...texts(one.users).map(
            (user): Group =>
                (person) =>
                    person === user,
        ),
    ]);
}

/** Whether a person is among those who are asked before a job runs in an environment. */
export function reviews(
    host: GitHub,
    person: string,
    repository: Repository,
    environment: string,
): boolean {
    return askedBy(host, findEnvironment(host, repository, environment)).some((of) => of(person));
}

/**
 * Laws L6 and C6: where runners take jobs of named workflows only, whoever changes such a workflow rides
 * on the next honest release, whose approval shows the commit of the repository and not the workflow's.
 */
function throughSharedWorkflow(
    host: GitHub,
    who: Coalition,
    repository: Repository,
    reading: Reading,
): string | undefined {
    const groups = settings(host.standing, "ActionsRunnerGroup").filter(
        (is) =>
            is.restrictedToWorkflows === true &&
            (text(is.visibility) !== "selected" ||
                texts(is.selectedRepositoryIds).includes(repository.repositoryId)),
    );
    for (const workflow of groups.flatMap((is) => texts(is.selectedWorkflows))) {
        const [, name, path, ref] = /^[^/]+\/([^/]+)\/(.+)@(.+)$/.exec(workflow) ?? [];
        const shared = host.repositories.find((one) => one.name === name);
        const way =
            shared && shared.name !== repository.name && ref !== undefined
                ? lands(host, who, { repository: shared, ref, path }, reading)
                : undefined;
        if (way !== undefined) return `${way}: the shared workflow`;
    }
    return undefined;
}
