import type { Failure } from "../check";
import { githubError } from "../failures";
import { visibilityOf } from "../github/plan";
import { requireRepositoryIds } from "../github/repositoryIds";
import { repositoryClaim, repositoryName, restType } from "../github/rest";
import type { Shaping, Write } from "../resourceType";
import { fixed, flag, integer, list, oneOf, text } from "../shape";
import { items, num, str, UNKNOWN, type Values } from "../values";
import { given, organizationWide, token, without } from "./hostsType";

/** source: GitHub's REST description, "private vulnerability reporting"; date: 2026-11-21 */
export const privateVulnerabilityReporting = restType({
    token: token("GitHubPrivateVulnerabilityReporting"),
    inputs: { repository: repositoryName, enabled: flag },
    defaults: { enabled: true },
    id: (inputs) => str(inputs, "repository"),
    beforeCreate: (write) => {
        const repository = str(write.inputs, "repository");
        if (visibilityOf(write, repository) !== "public") {
            const request = `PUT /repos/${write.scope.owner}/${repository}/private-vulnerability-reporting`;
            const message = "Private vulnerability reporting is for public repositories only";
            throw githubError(422, request, message);
        }
    },
});

const releases = token("GitHubImmutableReleases");

/** source: GitHub's REST description, immutable releases; date: 2026-11-21 */
export const immutableReleases = restType({
    token: releases,
    inputs: {
        repository: fixed(text),
        enabled: flag,
        enforcedRepositories: oneOf("all", "none", "selected"),
        selectedRepositoryIds: list(integer()),
    },
    check: checkForm,
    id: (inputs) => str(inputs, "repository") || organizationWide,
    outputs: (shaping) => ({
        enforcedByOwner: shaping.preview ? UNKNOWN : isEnforced(shaping),
    }),
    beforeCreate: checkWrite,
    beforeUpdate: checkWrite,
});

function checkForm(inputs: Values): Failure[] {
    const names = ["repository", "enforcedRepositories"];
    if (given(inputs, names).length !== 1) {
        const reason = `exactly one of ${names.join(", ")} must be given`;
        return [{ property: "enforcedRepositories", reason }];
    }
    const { repository, enforcedRepositories, selectedRepositoryIds } = inputs;
    if (repository !== undefined) {
        return without(inputs, ["selectedRepositoryIds"], "is for an organisation");
    }
    const failures = without(inputs, ["enabled"], "is for a repository");
    const isOther = enforcedRepositories === "all" || enforcedRepositories === "none";
    if (isOther) {
        const reason = 'is for enforcedRepositories "selected" only';
        failures.push(...without(inputs, ["selectedRepositoryIds"], reason));
    } else if (enforcedRepositories === "selected" && selectedRepositoryIds === undefined) {
        const reason = 'missing, enforcedRepositories "selected" needs it';
        failures.push({ property: "selectedRepositoryIds", reason });
    }
    return failures;
}

function isEnforced({ inputs, scope, store }: Pick<Shaping, "inputs" | "scope" | "store">) {
    const policy = store.find(releases, organizationWide, scope.owner)?.inputs;
    const repository = store.holder(repositoryClaim(scope.owner, str(inputs, "repository")));
    if (inputs.repository === undefined || policy === undefined) return false;
    const id = num(repository?.outputs, "repoId") ?? 0;
    return (
        policy.enforcedRepositories === "all" ||
        (policy.enforcedRepositories === "selected" &&
            items(policy, "selectedRepositoryIds").includes(id))
    );
}

function checkWrite(write: Write): void {
    const { inputs, scope } = write;
    const request = `PUT /orgs/${scope.owner}/settings/immutable-releases`;
    requireRepositoryIds(write, request, items(inputs, "selectedRepositoryIds"));
    if (inputs.enabled === false && isEnforced(write)) {
        const repository = str(inputs, "repository");
        throw githubError(
            409,
            `DELETE /repos/${scope.owner}/${repository}/immutable-releases`,
            "Immutable releases are enforced by the owner of the repository",
        );
    }
}
