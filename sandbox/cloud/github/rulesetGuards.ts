import { githubError } from "../failures";
import type { Scope } from "../resourceType";
import type { StoredResource } from "../store/record";
import type { CloudStore } from "../store/store";
import { isObject, items, part, str, type Values } from "../values";
import { organizationRulesets } from "./organizationRuleset";
import { planHas } from "./plan";
import { defaultBranchOf } from "./repository";
import { repositoryClaim } from "./rest";
import { rulesetToken } from "./ruleset";

const customPropertyToken = "github:index/repositoryCustomProperty:RepositoryCustomProperty";

/** Rules that a commit written straight to a branch cannot satisfy. */
const rulesAgainstWrites = [
    "pullRequest",
    "requiredStatusChecks",
    "requiredDeployments",
    "requiredSignatures",
    "update",
];

/**
 * Refuses a commit straight to a branch that an active ruleset guards. The deployer counts as an
 * organisation owner: rulesets those may always bypass let it through.
 */
export function refuseGuarded(
    store: CloudStore,
    scope: Scope,
    repository: string,
    branch: string,
): void {
    for (const { inputs, type } of rulesetsOn(store, scope, repository)) {
        const rules = part(inputs, "rules");
        const guards = rulesAgainstWrites.find(
            (rule) => rules[rule] !== undefined && rules[rule] !== false,
        );
        const stands = inputs.enforcement === "active" && inputs.target === "branch";
        const isDefault = defaultBranchOf(store, scope, repository) === branch;
        if (
            stands &&
            guards !== undefined &&
            covers(inputs, branch, isDefault) &&
            !ownersBypass(inputs)
        ) {
            const request = `PUT /repos/${scope.owner}/${repository}/contents`;
            const whose = type === rulesetToken ? "ruleset" : "organization ruleset";
            const message = `Repository rule violations found: ${whose} "${str(inputs, "name")}" (${guards}) guards ${branch}. Changes must be made through a pull request.`;
            throw githubError(409, request, message);
        }
    }
}

/** Rulesets the plan enforces on a repository: its own and those of the organisation. */
function rulesetsOn(store: CloudStore, scope: Scope, repository: string): StoredResource[] {
    const claim = repositoryClaim(scope.owner, repository);
    const visibility = str(store.holder(claim)?.outputs, "visibility");
    const own = planHas(scope, "rulesets", visibility)
        ? store.under(claim).filter(({ type }) => type === rulesetToken)
        : [];
    const above = planHas(scope, "organizationRulesets", visibility)
        ? store.under(organizationRulesets(scope.owner))
        : [];
    return [...own, ...above.filter(({ inputs }) => concerns(store, scope, inputs, repository))];
}

/** Does an organisation's ruleset aim at a repository? */
function concerns(store: CloudStore, scope: Scope, inputs: Values, repository: string): boolean {
    const found = store.holder(repositoryClaim(scope.owner, repository));
    const named = (list: string) =>
        items(inputs, "conditions", "repositoryName", list).some(
            (one) => typeof one === "string" && (one === "~ALL" || matches(one, repository, false)),
        );
    const given = store
        .under(repositoryClaim(scope.owner, repository))
        .filter(({ type }) => type === customPropertyToken);
    const has = (list: string) =>
        items(inputs, "conditions", "repositoryProperty", list)
            .filter(isObject)
            .some((wanted) =>
                given.some(
                    (one) =>
                        str(one.inputs, "propertyName") === str(wanted, "name") &&
                        items(one.inputs, "propertyValues").some((value) =>
                            items(wanted, "propertyValues").includes(value),
                        ),
                ),
            );
    const numbers = items(inputs, "conditions", "repositoryIds");
    return (
        (named("includes") && !named("excludes")) ||
        numbers.some((id) => id === found?.outputs.repoId) ||
        (has("includes") && !has("excludes"))
    );
}

function ownersBypass(inputs: Values): boolean {
    return items(inputs, "bypassActors").some((actor) => {
        const { actorType, actorId, bypassMode } = isObject(actor) ? actor : {};
        const isOwner =
            actorType === "OrganizationAdmin" || (actorType === "RepositoryRole" && actorId === 5);
        return isOwner && (bypassMode === "always" || bypassMode === "exempt");
    });
}

function covers(inputs: Values, branch: string, isDefault: boolean): boolean {
    const some = (list: string) =>
        items(inputs, "conditions", "refName", list).some(
            (one) => typeof one === "string" && matches(one, `refs/heads/${branch}`, isDefault),
        );
    return some("includes") && !some("excludes");
}

/** GitHub's ref patterns: `*` stays within a path segment, `**` does not. */
function matches(pattern: string, ref: string, isDefault: boolean): boolean {
    if (pattern === "~ALL") {
        return true;
    }
    if (pattern === "~DEFAULT_BRANCH") {
        return isDefault;
    }
    const source = pattern
        .replace(/[.+^${}()|[\]\\]/g, "\\$&")
        .replace(/\*\*\/?|\*|\?/g, (wild) =>
            wild === "?" ? "[^/]" : wild === "*" ? "[^/]*" : ".*",
        );
    return new RegExp(`^${source}$`).test(ref);
}
