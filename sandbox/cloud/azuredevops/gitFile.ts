import { azureDevOpsError } from "../failures";
import type { Write } from "../resourceType";
import { defaulting, fixed, matching, required, text } from "../shape";
import { str, text as joined } from "../values";
import { devOpsType } from "./devOpsType";
import { filled, no, uuid } from "./fields";
import { branchStands, fullRef, requireRepository, underRepository } from "./git";
import { refusePush } from "./pushes";

/** The branch the provider writes to when none is named. */
const usual = "refs/heads/master";

/** Every write is a push: branch and repository policies are asked. */
function push(write: Write): void {
    const { inputs } = write;
    const repository = requireRepository(write, str(inputs, "repositoryId"));
    const branch = fullRef(str(inputs, "branch") || usual);
    if (!branchStands(write, repository, branch)) {
        const message = `Creating Git file. Branch not found. Name: ${branch}.`;
        throw azureDevOpsError(404, message);
    }
    refusePush(write, repository, branch);
}

export const gitFile = devOpsType("GitRepositoryFile", {
    inputs: {
        authorEmail: filled,
        authorName: filled,
        branch: fixed(defaulting(matching(/^\S+$/, "a branch"), usual)),
        commitMessage: text,
        committerEmail: filled,
        committerName: filled,
        content: required(text),
        file: required(fixed(filled)),
        overwriteOnCreate: no,
        repositoryId: required(fixed(uuid)),
    },
    // The form the provider imports. (It leaves the branch out of the ids it makes itself, so that a
    // file on two branches has one id; here ids are told apart.)
    id: (inputs) => {
        const branch = str(inputs, "branch");
        const place = joined`${str(inputs, "repositoryId")}/${str(inputs, "file")}`;
        return branch === "" || branch === usual ? place : joined`${place}:${branch}`;
    },
    setting: true,
    outputs: ({ inputs, old }) => {
        const file = str(inputs, "file");
        const did = old === undefined ? "Add" : "Edit";
        return { commitMessage: str(inputs, "commitMessage") || joined`${did} ${file}` };
    },
    claims: ({ scope, id }) => [`azure devops ${scope.owner}/file ${id}`],
    parents: (write) => underRepository(write, str(write.inputs, "repositoryId")),
    beforeCreate: (write) => {
        push(write);
        const there = write.store.holder(`azure devops ${write.scope.owner}/file ${write.id}`);
        if (there !== undefined && write.inputs.overwriteOnCreate !== true) {
            const message =
                "Refusing to overwrite existing file. Configure `overwrite_on_create` to `true` to override.";
            throw azureDevOpsError(409, message);
        }
    },
    beforeUpdate: push,
    beforeDelete: push,
});
