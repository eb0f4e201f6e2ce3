import { githubError } from "../failures";
import {
    environmentClaim,
    environmentId,
    environmentName,
    requireEnvironment,
} from "../github/environment";
import { planHas, planRefusal, visibilityOf } from "../github/plan";
import { joinedId, repositoryName, restType } from "../github/rest";
import type { Write } from "../resourceType";
import { fixed, integer, required } from "../shape";
import { num, str, text as joined } from "../values";
import { token } from "./hostsType";

const rule = token("GitHubDeploymentProtectionRule");

/** source: GitHub's documentation, "Managing environments": six rules at most; date: 2026-11-21 */
const rulesAtMost = 6;

export const deploymentRule = restType({
    token: rule,
    inputs: {
        repository: repositoryName,
        environment: environmentName,
        integrationId: required(fixed(integer(1, 2 ** 53 - 1))),
    },
    creates: true,
    id: (inputs, _scope, { once, store }) =>
        joinedId(
            environmentId(inputs),
            once("ruleId", () => store.next("github protection rule", 41_000_000, 37)),
        ),
    outputs: ({ inputs, id, once }) => ({
        ruleId: once("ruleId", () => Number(id.split(":").pop())),
        appSlug: joined`app-${num(inputs, "integrationId") ?? str(inputs, "integrationId")}`,
        enabled: true,
    }),
    claims: (write) => [ruleClaim(write)],
    parents: (write) => [environmentClaim(write)],
    beforeCreate: (write) => {
        const { scope, inputs, store } = write;
        const repository = str(inputs, "repository");
        const request = `POST /repos/${scope.owner}/${repository}/environments/${str(inputs, "environment")}/deployment_protection_rules`;
        requireEnvironment(write);
        const visibility = visibilityOf(write, repository);
        if (!planHas(scope, "customDeploymentRules", visibility)) {
            throw planRefusal("customDeploymentRules", visibility, 422, request);
        }
        if (store.holder(ruleClaim(write)) !== undefined) {
            throw githubError(422, request, "The deployment protection rule is enabled already");
        }
        const rules = store.under(environmentClaim(write)).filter(({ type }) => type === rule);
        if (rules.length >= rulesAtMost) {
            const message = `An environment has at most ${rulesAtMost} custom deployment protection rules`;
            throw githubError(422, request, message);
        }
    },
});

function ruleClaim(write: Pick<Write, "scope" | "inputs">): string {
    return `${environmentClaim(write)}/app ${num(write.inputs, "integrationId") ?? 0}`;
}
