import type { Failure } from "../check";
import { githubError } from "../failures";
import { hex, nodeId } from "../identifiers";
import type { Scope, Write } from "../resourceType";
import type { CloudStore } from "../store/store";
import { get, isObject, isUnknown, items, part, str, type Values } from "../values";
import { defaultBranchOf } from "./repository";
import { findTeam, repositoryClaim, restType } from "./rest";
import { rulesetAutoname, rulesetInputs } from "./rulesetShape";

const token = "github:index/repositoryRuleset:RepositoryRuleset";

/** Actors that are one and have no number. */
const unnumbered = new Set(["OrganizationAdmin", "DeployKey", "EnterpriseOwner"]);

export const ruleset = restType({
    token,
    inputs: rulesetInputs,
    autoname: rulesetAutoname,
    creates: true,
    check: (inputs) => [...checkTarget(inputs), ...checkActors(inputs)],
    id: (_inputs, _scope, { once, store }) =>
        String(once("rulesetId", () => store.next("github ruleset", 9_100_000, 137))),
    outputs: ({ inputs, id, once, each }) => ({
        rulesetId: once("rulesetId", () => Number(id)),
        nodeId: once("nodeId", () => nodeId("RRS", id)),
        etag: each(() => `W/"${hex(32, id, JSON.stringify(inputs))}"`),
    }),
    claims: (write) => [nameClaim(write)],
    beforeCreate: checkWrite,
    beforeUpdate: checkWrite,
});

function nameClaim({ inputs, scope }: Pick<Write, "inputs" | "scope">): string {
    return `ruleset ${scope.owner}/${str(inputs, "repository")}|${str(inputs, "target")}|${str(inputs, "name")}`;
}

function checkTarget(inputs: Values): Failure[] {
    const target = str(inputs, "target");
    const hasRefs = get(inputs, "conditions", "refName") !== undefined;
    const rules = part(inputs, "rules");
    const failures: Failure[] = [];
    if (target === "push" && hasRefs) {
        failures.push({
            property: "conditions.refName",
            reason: "push rulesets have no ref names",
        });
    }
    if ((target === "branch" || target === "tag") && !hasRefs && !isUnknown(inputs.conditions)) {
        failures.push({
            property: "conditions",
            reason: `missing required property of a ${target} ruleset`,
        });
    }
    if (rules.branchNamePattern !== undefined && rules.tagNamePattern !== undefined) {
        failures.push({
            property: "rules.tagNamePattern",
            reason: "conflicts with branchNamePattern",
        });
    }
    return failures;
}

function checkActors(inputs: Values): Failure[] {
    return items(inputs, "bypassActors").flatMap((actor, i) => {
        const type = isObject(actor) ? str(actor, "actorType") : "";
        const id = isObject(actor) ? actor.actorId : undefined;
        const property = `bypassActors[${i}].actorId`;
        if (unnumbered.has(type) && id !== undefined && !isUnknown(id) && id !== 0 && id !== 1) {
            return [{ property, reason: `${type} takes no actorId` }];
        }
        const needsId = type !== "" && !isUnknown(type) && !unnumbered.has(type);
        return needsId && id === undefined
            ? [{ property, reason: `missing, ${type} needs it` }]
            : [];
    });
}

function checkWrite(write: Write): void {
    const { store, scope, inputs, id } = write;
    const request = `POST /repos/${scope.owner}/${str(inputs, "repository")}/rulesets`;
    const holder = store.holder(nameClaim(write));
    if (holder !== undefined && holder.id !== id) {
        throw githubError(422, request, "Validation Failed: Name must be unique");
    }
    const teams = [
        ...items(inputs, "bypassActors")
            .filter((one) => isObject(one) && one.actorType === "Team")
            .map((one) => get(one as Values, "actorId")),
        ...items(inputs, "rules", "pullRequest", "requiredReviewers").map((one) =>
            get(one as Values, "reviewer", "id"),
        ),
    ];
    for (const team of teams) {
        if (typeof team === "number" && findTeam(store, scope.owner, team) === undefined) {
            throw githubError(
                422,
                request,
                `Validation Failed: team ${team} is not part of the ruleset source`,
            );
        }
    }
}

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
    const all = store
        .under(repositoryClaim(scope.owner, repository))
        .filter(({ type }) => type === token);
    for (const { inputs } of all) {
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
            const message = `Repository rule violations found: ruleset "${str(inputs, "name")}" (${guards}) guards ${branch}. Changes must be made through a pull request.`;
            throw githubError(409, request, message);
        }
    }
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
