import { least, type Coalition, type Least, type Reading } from "./coalitions";

/** What anybody can be asked to be able to do in a repository. */
export const acts = [
    "read",
    "push to other branches",
    "push to production",
    "approve a change",
    "approve a release",
    "edit the guard",
] as const;
export type Act = (typeof acts)[number];

/** The same questions to either host. Goals say by which way a coalition gets there. */
export interface Host {
    readonly name: "GitHub" | "Azure DevOps";
    /** People alike: those in the same teams or groups. */
    readonly classes: readonly Coalition[];
    readonly repositories: readonly string[];
    readonly environments: (repository: string) => readonly string[];
    /** Whether one person, alone and by the rules, may. */
    readonly may: (person: string, act: Act, repository: string) => boolean;
    readonly merges: (
        who: Coalition,
        repository: string,
        reading: Reading,
        path?: string,
    ) => string | undefined;
    readonly releases: (
        who: Coalition,
        repository: string,
        environment: string,
        reading: Reading,
    ) => string | undefined;
    readonly readsSecrets: (
        who: Coalition,
        repository: string,
        environment: string,
        reading: Reading,
    ) => string | undefined;
    readonly forkRuns: (who: Coalition, repository: string) => string | undefined;
}

/** Environment whose reviewers are meant when a release is approved. */
export const production = "production";

/** The one of a name, which has to be there. */
export function named<T extends { name: string }>(list: readonly T[], name: string): T {
    const found = list.find((one) => one.name === name);
    if (!found) throw new Error(`there is no ${name}`);
    return found;
}

/** The fewest people for one of a host's goals. */
export function fewest(
    { classes }: Host,
    goal: (who: Coalition) => string | undefined,
): Least | undefined {
    return least(classes, goal);
}
