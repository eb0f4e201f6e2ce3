import type { Coalition, Reading } from "../coalitions";
import { settings, text, texts } from "../deployed";
import { atLeast, type Repository } from "./access";
import { deploys } from "./environments";
import { writes, type GitHub } from "./landing";

/**
 * By which way a coalition reads what an environment keeps secret. A secret of the repository or the
 * organisation is read by any workflow on any branch (laws K1 and K3).
 */
export function readsSecrets(
    host: GitHub,
    who: Coalition,
    repository: Repository,
    environment: string,
    reading: Reading,
): string | undefined {
    const open = repository.actions ? openSecret(host, repository) : undefined;
    return open !== undefined && who.some(writes(repository))
        ? `a workflow on any branch of ${repository.name} reads ${open}`
        : deploys(host, who, repository, environment, reading);
}

function openSecret({ standing }: GitHub, { name, repositoryId, visibility }: Repository) {
    const own = settings(standing, "ActionsSecret").find((is) => text(is.repository) === name);
    const shared = settings(standing, "ActionsOrganizationSecret").find((is) => {
        const to = text(is.visibility);
        return to === "selected"
            ? texts(is.selectedRepositoryIds).includes(repositoryId)
            : to === "all" || visibility !== "public";
    });
    const found = own ?? shared;
    return found && text(found.secretName);
}

/**
 * By which way a pull request from a fork runs code with secrets. GitHub gives none to forks of public
 * repositories; to those of private ones it gives what it is told to (law C3).
 */
export function forkRuns(host: GitHub, who: Coalition, repository: Repository): string | undefined {
    const { standing } = host;
    const forks = (id: string) =>
        settings(standing, "GitHubForkApproval").find((is) =>
            id === "" ? text(is.repository) === "" : text(is.repository) === id,
        );
    const set = forks(repository.name) ?? forks("");
    const organization = settings(standing, "OrganizationSettings")[0];
    const canFork =
        repository.forkable && organization?.membersCanForkPrivateRepositories !== false;
    const given =
        set?.runWorkflowsFromForkPullRequests === true &&
        (set.sendSecretsAndVariables === true || set.sendWriteTokensToWorkflows === true);
    const reads = who.some((person) => atLeast(repository.level(person), "pull"));
    return repository.visibility !== "public" && repository.actions && canFork && given && reads
        ? `a fork of ${repository.name}`
        : undefined;
}
