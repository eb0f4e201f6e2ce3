import { informed, type Coalition, type Reading } from "../coalitions";
import type { Deployed } from "../deployed";
import { fnmatch } from "../patterns";
import { atLeast, botsApprove, isOwner, ownersOf, type Directory, type Repository } from "./access";
import { rulesFor, type Rule } from "./rules";

/** GitHub as it was deployed. */
export interface GitHub {
    readonly standing: Deployed;
    readonly people: Directory;
    readonly repositories: readonly Repository[];
}

/** What somebody wants to have in a repository. */
export interface Change {
    readonly repository: Repository;
    /** "refs/heads/main". */
    readonly ref: string;
    /** The file that is changed; without it the one that takes fewest people (law L9). */
    readonly path?: string;
}

export const writes = (repository: Repository) => (person: string) =>
    atLeast(repository.level(person), "push");

/** By which way a coalition gets a change of its own onto a ref, if it does. */
export function lands(
    host: GitHub,
    who: Coalition,
    change: Change,
    reading: Reading,
): string | undefined {
    const { repository, ref } = change;
    const administrator = who.find((person) => repository.level(person) === "admin");
    if (reading.edits && administrator !== undefined) {
        return `${administrator} administers ${repository.name}`;
    }
    const writers = who.filter(writes(repository));
    const rules = rulesFor(host.standing, host.people, repository, ref);
    // One of them does it, and is past a rule or has what it asks for.
    const doer = writers.find((person) =>
        rules.every(
            (rule) => rule.bypasses(person) || passes(host, rule, writers, person, change, reading),
        ),
    );
    if (doer === undefined) {
        return undefined;
    }
    const reviewed = rules.some(({ review }) => review !== undefined);
    return `${reviewed ? "merge to" : "push to"} ${repository.name} ${ref.replace(/^refs\/\w+\//, "")}`;
}

function passes(
    host: GitHub,
    rule: Rule,
    writers: Coalition,
    doer: string,
    { repository, path }: Change,
    { hijack }: Reading,
): boolean {
    const { review } = rule;
    if (rule.closed) {
        return false;
    }
    if (!review) {
        return true;
    }
    // Only approvals of those who may write count. Whoever opened it does not approve it.
    const approvers = hijack ? writers : writers.filter((person) => person !== doer);
    const bots = botsApprove(host.standing, repository.name);
    const enough = approvers.length >= informed({ ...review, bots });
    const teams = review.teams
        .filter(({ files }) => touches(files, path))
        .every(
            ({ team, approvals }) =>
                approvers.filter((person) => host.people.inTeam(person, team)).length >= approvals,
        );
    return enough && teams && owned(host, review.codeOwners, repository, writers, path, hijack);
}

/** An attacker who is free to choose a file chooses one that nobody asks about, unless all are meant. */
function touches(files: readonly string[], path: string | undefined): boolean {
    return path === undefined
        ? files.some((pattern) => /^\*+$/.test(pattern))
        : files.some((pattern) => /^\*+$/.test(pattern) || fnmatch(pattern, path));
}

/**
 * Law L9: a request that an owner opened counts as approved by an owner, so a hijacked one has passed.
 * Else one of the owners is among those who opened or approved it.
 */
function owned(
    { standing, people }: GitHub,
    asked: boolean,
    { name }: Repository,
    writers: Coalition,
    path: string | undefined,
    hijack: boolean,
): boolean {
    const owners = asked && !hijack ? ownersOf(standing, name, path ?? "src/main") : [];
    return owners.length === 0 || writers.some((person) => isOwner(people, person, owners));
}

/** Whether a coalition can make a tag of a name: nobody reviews what a tag stands for. */
export function tags(host: GitHub, who: Coalition, repository: Repository, name: string): boolean {
    const rules = rulesFor(host.standing, host.people, repository, `refs/tags/${name}`);
    return who
        .filter(writes(repository))
        .some((person) => rules.every((rule) => !rule.creation || rule.bypasses(person)));
}
