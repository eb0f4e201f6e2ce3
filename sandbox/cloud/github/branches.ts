import { githubError } from "../failures";
import { hex } from "../identifiers";
import { fixed, flag, required, text } from "../shape";
import type { CloudStore } from "../store/store";
import type { Scope } from "../resourceType";
import { str, text as joined, UNKNOWN, type Values } from "../values";
import { defaultBranchOf } from "./repository";
import { joinedId, repositoryIdOf, repositoryName, restType } from "./rest";

const branchToken = "github:index/branch:Branch";

/** True for the default branch and for branches the estate made. */
export function hasBranch(
    store: CloudStore,
    scope: Scope,
    repository: string,
    branch: string,
): boolean {
    return (
        defaultBranchOf(store, scope, repository) === branch ||
        branch === "main" ||
        store.find(branchToken, joinedId(repository, branch), scope.owner) !== undefined
    );
}

export const branch = restType({
    token: branchToken,
    inputs: {
        branch: required(text),
        etag: text,
        repository: repositoryName,
        sourceBranch: fixed(text),
        sourceSha: fixed(text),
    },
    creates: true,
    defaults: { sourceBranch: "main" },
    id: (inputs) => joinedId(str(inputs, "repository"), str(inputs, "branch")),
    outputs: ({ inputs, id, once, each }) => {
        const sha = once("sha", () => hex(40, "commit", id, String(Date.now())));
        return {
            ref: joined`refs/heads/${str(inputs, "branch")}`,
            sha,
            sourceSha: str(inputs, "sourceSha") || sha,
            etag: each(() => `W/"${hex(32, id, String(Date.now()))}"`),
        };
    },
    beforeCreate: ({ store, scope, inputs }) => {
        const repository = str(inputs, "repository");
        const source = str(inputs, "sourceBranch") || "main";
        if (inputs.sourceSha === undefined && !hasBranch(store, scope, repository, source)) {
            const request = `GET /repos/${scope.owner}/${repository}/git/ref/heads/${source}`;
            throw githubError(404, request, "Not Found");
        }
    },
});

export const branchDefault = restType({
    token: "github:index/branchDefault:BranchDefault",
    inputs: {
        branch: required(text),
        etag: text,
        rename: flag,
        repository: repositoryName,
        waitForRename: flag,
    },
    defaults: { rename: false },
    id: (inputs) => str(inputs, "repository"),
    outputs: (shaping) => ({
        repositoryId: UNKNOWN,
        ...repositoryIdOf(shaping),
        etag: shaping.each(() => `W/"${hex(32, shaping.id, String(Date.now()))}"`),
    }),
    beforeCreate: requireBranch,
    beforeUpdate: requireBranch,
});

function requireBranch(write: { store: CloudStore; scope: Scope; inputs: Values }): void {
    const { store, scope, inputs } = write;
    const repository = str(inputs, "repository");
    if (inputs.rename !== true && !hasBranch(store, scope, repository, str(inputs, "branch"))) {
        const request = `PATCH /repos/${scope.owner}/${repository}`;
        throw githubError(
            422,
            request,
            `The branch ${str(inputs, "branch")} was not found. Please push that ref first or create it via the Git Data API.`,
        );
    }
}
