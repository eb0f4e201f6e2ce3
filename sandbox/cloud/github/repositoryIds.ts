import { githubError } from "../failures";
import type { Write } from "../resourceType";
import type { Value } from "../values";

/** What a repository is found by besides its name. */
export function repositoryNumber(owner: string, id: number): string {
    return `repository ${owner}/#${id}`;
}

/** Refuses numbers of repositories the organisation does not have. */
export function requireRepositoryIds(
    { store, scope }: Pick<Write, "store" | "scope">,
    request: string,
    ids: readonly Value[],
): void {
    const missing = ids.find(
        (id) =>
            typeof id === "number" && store.holder(repositoryNumber(scope.owner, id)) === undefined,
    );
    if (missing !== undefined) {
        throw githubError(422, request, `Repository ${JSON.stringify(missing)} was not found`);
    }
}
