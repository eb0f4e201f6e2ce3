import { accountId } from "../github/account";
import { repositoryClaim, restType } from "../github/rest";
import type { Shaping } from "../resourceType";
import { fixed, flag, text } from "../shape";
import type { StoredResource } from "../store/record";
import { isUnknown, num, str, text as joined, UNKNOWN } from "../values";
import { organizationWide, token } from "./hostsType";

const name = "GitHubImmutableSubject";

/** source: GitHub's REST description, OpenID Connect; date: 2026-11-21 */
export const immutableSubject = restType({
    token: token(name),
    inputs: { repository: fixed(text), useImmutableSubject: flag },
    defaults: { useImmutableSubject: true },
    id: (inputs) => str(inputs, "repository") || organizationWide,
    outputs: (shaping) => ({ subjectPrefix: prefixOf(shaping) }),
});

function prefixOf({ inputs, scope, store }: Shaping): string {
    const repository = inputs.repository === undefined ? "" : str(inputs, "repository");
    const wanted = inputs.useImmutableSubject ?? true;
    if (repository === "") return "";
    if (isUnknown(wanted)) return UNKNOWN;
    const found = store.holder(repositoryClaim(scope.owner, repository))?.outputs;
    return wanted === true
        ? joined`repo:${scope.owner}@${accountId(scope.owner)}/${repository}@${num(found, "repoId") ?? UNKNOWN}`
        : joined`repo:${scope.owner}/${repository}`;
}

/**
 * Whether subjects of a repository carry ids: as it says itself, else its organisation; when neither does, as
 * those of all new repositories.
 */
export function hasImmutableSubject(store: CloudLook, owner: string, repository: string): boolean {
    const found = [repository, organizationWide]
        .map((id) => store.find(token(name), id, owner)?.outputs.useImmutableSubject)
        .find((one) => one !== undefined);
    return found !== false;
}

/** Read access to a cloud. */
interface CloudLook {
    find(type: string, id: string, organization?: string): StoredResource | undefined;
}
