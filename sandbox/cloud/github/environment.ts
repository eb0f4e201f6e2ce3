import { githubError } from "../failures";
import type { Write } from "../resourceType";
import { fixed, flag, integer, list, matching, object, required } from "../shape";
import { get, isObject, items, num, str, UNKNOWN } from "../values";
import { planHas, planRefusal, visibilityOf, type Feature } from "./plan";
import {
    findTeam,
    joinedId,
    repositoryClaim,
    repositoryIdOf,
    repositoryName,
    restType,
} from "./rest";

export const environmentName = required(
    fixed(matching(/^[^'"`,;\\]{1,255}$/u, "1 to 255 characters, none of them ' \" ` , ; \\")),
);

/** GitHub lets six people or teams review, in all. */
const reviewersAtMost = 6;

/** How the provider writes an environment's name into an id. */
export function environmentId(inputs: Write["inputs"]): string {
    return joinedId(str(inputs, "repository"), str(inputs, "environment").replaceAll(":", "%3A"));
}

export function environmentClaim({ scope, inputs }: Pick<Write, "scope" | "inputs">): string {
    return `${repositoryClaim(scope.owner, str(inputs, "repository"))}/environment ${str(inputs, "environment")}`;
}

/** Refuses unless the environment a write is about stands. */
export function requireEnvironment(write: Write) {
    const found = write.store.holder(environmentClaim(write));
    if (found === undefined) {
        const { scope, inputs } = write;
        const request = `GET /repos/${scope.owner}/${str(inputs, "repository")}/environments/${str(inputs, "environment")}`;
        throw githubError(404, request, "Not Found");
    }
    return found;
}

export const environment = restType({
    token: "github:index/repositoryEnvironment:RepositoryEnvironment",
    inputs: {
        canAdminsBypass: flag,
        deploymentBranchPolicy: object({
            customBranchPolicies: required(flag),
            protectedBranches: required(flag),
        }),
        environment: environmentName,
        preventSelfReview: flag,
        repository: repositoryName,
        reviewers: list(object({ teams: list(integer()), users: list(integer()) })),
        waitTimer: integer(0, 43200),
    },
    defaults: { canAdminsBypass: true, preventSelfReview: false },
    check: (inputs) => {
        const failures = [];
        const count = reviewers(inputs).length;
        if (count > reviewersAtMost) {
            const reason = `${count} reviewers; GitHub takes ${reviewersAtMost} people and teams in all`;
            failures.push({ property: "reviewers", reason });
        }
        const policy = get(inputs, "deploymentBranchPolicy");
        const { customBranchPolicies, protectedBranches } = isObject(policy) ? policy : {};
        if (typeof protectedBranches === "boolean" && customBranchPolicies === protectedBranches) {
            const reason = "customBranchPolicies and protectedBranches cannot have the same value";
            failures.push({ property: "deploymentBranchPolicy", reason });
        }
        return failures;
    },
    id: environmentId,
    outputs: (shaping) => ({ repositoryId: UNKNOWN, ...repositoryIdOf(shaping) }),
    claims: (write) => [environmentClaim(write)],
    beforeCreate: checkWrite,
    beforeUpdate: checkWrite,
    deletion: (change) => ({ remove: change.store.under(environmentClaim(change)) }),
});

function reviewers(inputs: Write["inputs"]) {
    return items(inputs, "reviewers")
        .filter(isObject)
        .flatMap((one) => [...items(one, "teams"), ...items(one, "users")]);
}

/** What the plan lacks is refused, in the words of GitHub's interface. */
function refuseByPlan(write: Write): void {
    const { scope, inputs } = write;
    const repository = str(inputs, "repository");
    const request = `PUT /repos/${scope.owner}/${repository}/environments/${str(inputs, "environment")}`;
    const visibility = visibilityOf(write, repository);
    const wanted: [Feature, string, boolean][] = [
        ["environmentReviewers", "required reviewers", reviewers(inputs).length > 0],
        ["environmentWaitTimer", "wait timer", (num(inputs, "waitTimer") ?? 0) > 0],
        ["deploymentBranches", "branch policy", inputs.deploymentBranchPolicy !== undefined],
    ];
    for (const [feature, name, isWanted] of wanted) {
        if (isWanted && !planHas(scope, feature, visibility)) {
            const message = `Failed to create the environment protection rule. Please ensure the billing plan supports the ${name} protection rule.`;
            throw planRefusal(feature, visibility, 422, request, message);
        }
    }
}

function checkWrite(write: Write): void {
    refuseByPlan(write);
    requireReviewers(write);
}

function requireReviewers({ store, scope, inputs }: Write): void {
    const teams = items(inputs, "reviewers")
        .filter(isObject)
        .flatMap((one) => items(one, "teams"));
    for (const team of teams) {
        if (typeof team === "number" && findTeam(store, scope.owner, team) === undefined) {
            const request = `PUT /repos/${scope.owner}/${str(inputs, "repository")}/environments/${str(inputs, "environment")}`;
            throw githubError(
                422,
                request,
                `Failed to create the environment protection rule. Team ${team} is not a valid reviewer.`,
            );
        }
    }
}
