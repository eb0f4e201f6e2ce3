import { githubError } from "../failures";
import { hex } from "../identifiers";
import type { Write } from "../resourceType";
import { text } from "../shape";
import { get, str, UNKNOWN } from "../values";
import {
    environmentClaim,
    environmentId,
    environmentName,
    requireEnvironment,
} from "./environment";
import { dashed, exactlyOne, joinedId, repositoryIdOf, repositoryName, restType } from "./rest";

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
    beforeCreate: checkPolicy,
});

/** The environment must take policies of its own, and each pattern once. */
function checkPolicy(write: Write): void {
    const { store, scope, inputs } = write;
    const request = `POST /repos/${scope.owner}/${str(inputs, "repository")}/environments/${str(inputs, "environment")}/deployment-branch-policies`;
    const found = requireEnvironment(write);
    if (get(found.inputs, "deploymentBranchPolicy", "customBranchPolicies") !== true) {
        throw githubError(404, request, "Not Found: the environment has no custom branch policies");
    }
    if (store.holder(policyClaim(write)) !== undefined) {
        throw githubError(409, request, "The same branch policy already exists");
    }
}

/** The older type, for branches only, under other names. */
const asPolicy = <T extends Pick<Write, "inputs">>(write: T): T => ({
    ...write,
    inputs: {
        ...write.inputs,
        environment: write.inputs.environmentName ?? "",
        branchPattern: write.inputs.name ?? "",
    },
});

export const branchPolicy = restType({
    token: "github:index/repositoryDeploymentBranchPolicy:RepositoryDeploymentBranchPolicy",
    inputs: {
        environmentName,
        etag: text,
        name: text,
        repository: repositoryName,
    },
    autoname: dashed("name"),
    creates: true,
    id: (_inputs, _scope, { once, store }) =>
        String(once("policyId", () => store.next("github policy", 31_000_000, 53))),
    outputs: ({ id, inputs, each }) => ({
        etag: each(() => `W/"${hex(32, id, JSON.stringify(inputs))}"`),
    }),
    claims: (write) => [policyClaim(asPolicy(write))],
    parents: (write) => [environmentClaim(asPolicy(write))],
    beforeCreate: (write) => checkPolicy(asPolicy(write)),
});

function policyClaim(write: Pick<Write, "scope" | "inputs">): string {
    const { inputs } = write;
    const tag = str(inputs, "tagPattern");
    return `${environmentClaim(write)}/${tag === "" ? "branch" : "tag"} ${str(inputs, "branchPattern") || tag}`;
}
