import type { DevOpsPlaces } from "../../model/devOpsPlaces";
import { is, known, map, unknown, type Known } from "../../model/known";
import { every, some } from "../../model/logic";
import type { Resource } from "../../model/resource";
import { defaultBranch } from "../../model/views/devOpsPlaces";
import { branchScopes, type BranchScope } from "../../model/views/devOpsPolicies";
import { Holders } from "./devOpsCoverage";

/**
 * Whether a policy of some types that meets a demand covers a repository's default branch. One that is
 * switched off or only advises counts: `ado-policy-blocking` names it.
 */
export function coversDefaultBranch(
    places: DevOpsPlaces,
    types: readonly string[],
    meets: (policy: Resource) => Known<boolean> = () => known(true),
): (repository: Resource) => Known<boolean> {
    const policies = new Holders(places, types, "settings");
    return (repository) =>
        some(
            policies.of(repository).map((policy) => {
                return every([meets(policy), reaches(policies, policy, repository)]);
            }),
        );
}

function reaches(policies: Holders, policy: Resource, repository: Resource): Known<boolean> {
    const scopes = branchScopes(policy);
    if (scopes.state !== "known") return scopes;
    const one = scopes.value.map((scope) =>
        every([covers(scope, repository), policies.isAbout(scope.repository, policy, repository)]),
    );
    const several = policies.places.sources(policy, "settings").length > 1;
    // Each of several repositories is in some scope, whichever: enough where every scope would do.
    const all = every(scopes.value.map((scope) => covers(scope, repository)));
    return several && is(all, true) ? all : some(one);
}

/**
 * Whether a scope's branches include the default branch. A scope that names no branch is taken for
 * none: the provider's documentation asks for one.
 */
function covers({ match, ref }: BranchScope, repository: Resource): Known<boolean> {
    if (is(match, "defaultbranch")) return known(true);
    if (ref.state === "absent") return known(false);
    if (match.state !== "known" || ref.state !== "known") return unknown;
    return map(defaultBranch(repository), (branch) =>
        match.value === "prefix" ? branch.startsWith(ref.value) : branch === ref.value,
    );
}
