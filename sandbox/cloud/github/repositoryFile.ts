import { githubError } from "../failures";
import { hex } from "../identifiers";
import type { Scope, Write } from "../resourceType";
import { fixed, flag, matching, required, text } from "../shape";
import type { CloudStore } from "../store/store";
import { isUnknown, str, UNKNOWN, type Values } from "../values";
import { hasBranch } from "./branches";
import { defaultBranchOf } from "./repository";
import { joinedId, repositoryClaim, repositoryIdOf, repositoryName, restType } from "./rest";
import { refuseGuarded } from "./rulesetGuards";

const token = "github:index/repositoryFile:RepositoryFile";

export const repositoryFile = restType({
    token,
    inputs: {
        autocreateBranch: flag,
        autocreateBranchSourceBranch: text,
        autocreateBranchSourceSha: text,
        branch: fixed(text),
        commitAuthor: text,
        commitEmail: text,
        commitMessage: text,
        content: required(text),
        file: required(
            fixed(matching(/^[^/].*[^/]$|^[^/]$/, "a path without a slash at either end")),
        ),
        overwriteOnCreate: flag,
        repository: repositoryName,
    },
    check: (inputs) => {
        const has = (name: string) => inputs[name] !== undefined;
        return has("commitAuthor") === has("commitEmail")
            ? []
            : [{ property: "commitEmail", reason: "commitAuthor and commitEmail go together" }];
    },
    id: (inputs) =>
        joinedId(str(inputs, "repository"), str(inputs, "file"), str(inputs, "branch") || "main"),
    outputs: (shaping) => {
        const { inputs, scope, store, each, id } = shaping;
        const repository = str(inputs, "repository");
        const branch =
            str(inputs, "branch") ||
            (isUnknown(repository) ? "main" : defaultBranchOf(store, scope, repository));
        const content = str(inputs, "content");
        return {
            branch,
            commitMessage: str(inputs, "commitMessage") || `Add ${str(inputs, "file")}`,
            overwriteOnCreate: inputs.overwriteOnCreate ?? false,
            commitSha: each(() => hex(40, "commit", id, content, String(Date.now()))),
            sha: isUnknown(content) ? UNKNOWN : each(() => hex(40, "blob", content)),
            ref: branch,
            repositoryId: UNKNOWN,
            ...repositoryIdOf(shaping),
        };
    },
    beforeCreate: (write) => {
        const { store, scope, inputs, id } = write;
        requireBranch(write);
        refuseGuarded(store, scope, str(inputs, "repository"), branchOf(store, scope, inputs));
        if (store.find(token, id, scope.owner) !== undefined && inputs.overwriteOnCreate !== true) {
            const request = `PUT /repos/${scope.owner}/${str(inputs, "repository")}/contents/${str(inputs, "file")}`;
            throw githubError(
                422,
                request,
                "refusing to overwrite existing file: set overwriteOnCreate to true",
            );
        }
    },
    beforeUpdate: ({ store, scope, inputs }) =>
        refuseGuarded(store, scope, str(inputs, "repository"), branchOf(store, scope, inputs)),
    beforeDelete: ({ store, scope, inputs }) => {
        if (store.holder(repositoryClaim(scope.owner, str(inputs, "repository"))) !== undefined) {
            refuseGuarded(store, scope, str(inputs, "repository"), branchOf(store, scope, inputs));
        }
    },
});

function branchOf(store: CloudStore, scope: Scope, inputs: Values): string {
    return str(inputs, "branch") || defaultBranchOf(store, scope, str(inputs, "repository"));
}

function requireBranch({ store, scope, inputs }: Write): void {
    const repository = str(inputs, "repository");
    const branch = branchOf(store, scope, inputs);
    if (inputs.autocreateBranch !== true && !hasBranch(store, scope, repository, branch)) {
        const request = `PUT /repos/${scope.owner}/${repository}/contents/${str(inputs, "file")}`;
        throw githubError(404, request, `Branch ${branch} not found`);
    }
}
