import { githubError } from "../failures";
import { hex, nodeId } from "../identifiers";
import type { Write } from "../resourceType";
import { get, isObject, items, num, str, type Values } from "../values";
import { planHas, planRefusal } from "./plan";
import { requireRepositoryIds } from "./repositoryIds";
import { restType } from "./rest";
import { checkActors, checkRulesetWrite, checkTarget } from "./ruleset";
import { organizationRulesetInputs, rulesetAutoname } from "./rulesetShape";

/** What an organisation's rulesets are listed under. */
export function organizationRulesets(owner: string): string {
    return `rulesets of ${owner}`;
}

const nameClaim = ({ inputs, scope }: Pick<Write, "inputs" | "scope">) =>
    `organization ruleset ${scope.owner}|${str(inputs, "target")}|${str(inputs, "name")}`;
const aims = ["repositoryName", "repositoryIds", "repositoryProperty"];

export const organizationRuleset = restType({
    token: "github:index/organizationRuleset:OrganizationRuleset",
    inputs: organizationRulesetInputs,
    autoname: rulesetAutoname,
    creates: true,
    check: (inputs) => [...checkTarget(inputs), ...checkActors(inputs), ...checkAim(inputs)],
    id: (_inputs, _scope, { once, store }) =>
        String(once("rulesetId", () => store.next("github ruleset", 9_100_000, 137))),
    outputs: ({ inputs, id, once, each }) => ({
        rulesetId: once("rulesetId", () => Number(id)),
        nodeId: once("nodeId", () => nodeId("RRS", id)),
        etag: each(() => `W/"${hex(32, id, JSON.stringify(inputs))}"`),
    }),
    claims: (write) => [nameClaim(write)],
    parents: ({ scope }) => [organizationRulesets(scope.owner)],
    beforeCreate: checkWrite,
    beforeUpdate: checkWrite,
});

/** It must say which repositories it is for. */
function checkAim({ conditions }: Values) {
    const missing = isObject(conditions) && !aims.some((aim) => conditions[aim] !== undefined);
    return missing ? [{ property: "conditions", reason: `needs one of ${aims.join(", ")}` }] : [];
}

function checkWrite(write: Write): void {
    const { store, scope, inputs, id } = write;
    const request = `POST /orgs/${scope.owner}/rulesets`;
    if (!planHas(scope, "organizationRulesets", "private")) {
        throw planRefusal("organizationRulesets", "private", 403, request);
    }
    const holder = store.holder(nameClaim(write));
    if (holder !== undefined && holder.id !== id) {
        throw githubError(422, request, "Validation Failed: Name must be unique");
    }
    checkRulesetWrite(write, request, "private");
    const workflows = items(inputs, "rules", "requiredWorkflows", "requiredWorkflows");
    requireRepositoryIds(write, request, [
        ...items(inputs, "conditions", "repositoryIds"),
        ...workflows.filter(isObject).flatMap((one) => num(one, "repositoryId") ?? []),
    ]);
    const property = get(inputs, "conditions", "repositoryProperty");
    const wanted = isObject(property)
        ? [...items(property, "includes"), ...items(property, "excludes")].filter(isObject)
        : [];
    for (const one of wanted.filter(({ source }) => source !== "system")) {
        if (store.holder(`property ${scope.owner}/${str(one, "name")}`) === undefined) {
            const message = `Validation Failed: property ${str(one, "name")} does not exist`;
            throw githubError(422, request, message);
        }
    }
}
