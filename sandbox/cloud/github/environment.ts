import { githubError } from "../failures";
import type { Write } from "../resourceType";
import { fixed, flag, integer, list, matching, object, required, text } from "../shape";
import { get, isObject, items, str, UNKNOWN } from "../values";
import {
    exactlyOne,
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

function environmentClaim({ scope, inputs }: Pick<Write, "scope" | "inputs">): string {
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
    beforeCreate: requireReviewers,
    beforeUpdate: requireReviewers,
    deletion: (change) => ({ remove: change.store.under(environmentClaim(change)) }),
});

function reviewers(inputs: Write["inputs"]) {
    return items(inputs, "reviewers")
        .filter(isObject)
        .flatMap((one) => [...items(one, "teams"), ...items(one, "users")]);
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

export const deploymentPolicy = restType({
    token: "github:index/repositoryEnvironmentDeploymentPolicy:RepositoryEnvironmentDeploymentPolicy",
    inputs: {
        branchPattern: text,
        environment: environmentName,
        repository: repositoryName,
        tagPattern: text,
    },
    creates: true,
    check: (inputs) => exactlyOne(inputs, ["branchPattern", "tagPattern"]),
    id: (inputs, _scope, { once, store }) => {
        const number = once("policyId", () => store.next("github policy", 31_000_000, 53));
        return joinedId(environmentId(inputs), number);
    },
    outputs: (shaping) => ({
        policyId: shaping.once("policyId", () => Number(shaping.id.split(":").pop())),
        repositoryId: UNKNOWN,
        ...repositoryIdOf(shaping),
    }),
    claims: (write) => [policyClaim(write)],
    parents: (write) => [environmentClaim(write)],
    beforeCreate: (write) => {
        const { store, scope, inputs } = write;
        const request = `POST /repos/${scope.owner}/${str(inputs, "repository")}/environments/${str(inputs, "environment")}/deployment-branch-policies`;
        const found = requireEnvironment(write);
        if (get(found.inputs, "deploymentBranchPolicy", "customBranchPolicies") !== true) {
            throw githubError(
                404,
                request,
                "Not Found: the environment has no custom branch policies",
            );
        }
        if (store.holder(policyClaim(write)) !== undefined) {
            throw githubError(409, request, "The same branch policy already exists");
        }
    },
});

function policyClaim(write: Pick<Write, "scope" | "inputs">): string {
    const { inputs } = write;
    const tag = str(inputs, "tagPattern");
    return `${environmentClaim(write)}/${tag === "" ? "branch" : "tag"} ${str(inputs, "branchPattern") || tag}`;
}
