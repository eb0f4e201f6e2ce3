import type { Failure } from "../check";
import { githubError } from "../failures";
import { hex, nodeId } from "../identifiers";
import type { Write } from "../resourceType";
import { get, isObject, isUnknown, items, part, str, type Values } from "../values";
import { planHas, planRefusal, visibilityOf, type Feature } from "./plan";
import { findTeam, restType } from "./rest";
import { rulesetAutoname, rulesetInputs } from "./rulesetShape";

export const rulesetToken = "github:index/repositoryRuleset:RepositoryRuleset";

/** Actors that are one and have no number. */
const unnumbered = new Set(["OrganizationAdmin", "DeployKey", "EnterpriseOwner"]);

export const ruleset = restType({
    token: rulesetToken,
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

export function checkTarget(inputs: Values): Failure[] {
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

export function checkActors(inputs: Values): Failure[] {
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
    const repository = str(inputs, "repository");
    const request = `POST /repos/${scope.owner}/${repository}/rulesets`;
    const visibility = visibilityOf(write, repository);
    if (!planHas(scope, "rulesets", visibility)) {
        throw planRefusal("rulesets", visibility, 403, request);
    }
    const holder = store.holder(nameClaim(write));
    if (holder !== undefined && holder.id !== id) {
        throw githubError(422, request, "Validation Failed: Name must be unique");
    }
    checkRulesetWrite(write, request, visibility);
}

/** What is refused in a ruleset of a repository of this visibility, or of the organisation. */
export function checkRulesetWrite(write: Write, request: string, visibility: string): void {
    const { store, scope, inputs } = write;
    const rules = part(inputs, "rules");
    if (inputs.target === "push" && visibility === "public") {
        const message =
            "Validation Failed: push rulesets are for private and internal repositories";
        throw githubError(422, request, message);
    }
    for (const [rule, feature] of plannedRules) {
        if (rules[rule] !== undefined && !planHas(scope, feature, visibility)) {
            const name = rule.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
            const message = `Validation Failed: Invalid rule '${name}': your plan does not include it`;
            throw planRefusal(feature, visibility, 422, request, message);
        }
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

/** Rules that only some plans have. */
const plannedRules: readonly (readonly [string, Feature])[] = [
    ["branchNamePattern", "metadataRules"],
    ["commitAuthorEmailPattern", "metadataRules"],
    ["commitMessagePattern", "metadataRules"],
    ["committerEmailPattern", "metadataRules"],
    ["tagNamePattern", "metadataRules"],
    ["mergeQueue", "mergeQueue"],
    ["requiredWorkflows", "requiredWorkflows"],
];
