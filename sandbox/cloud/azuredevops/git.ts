import { azureDevOpsError } from "../failures";
import type { Failure } from "../check";
import { hex } from "../identifiers";
import type { Scope, Write } from "../resourceType";
import { fixed, matching, object, oneOf, required, secret, text, type Fields } from "../shape";
import type { StoredResource } from "../store/record";
import type { CloudStore } from "../store/store";
import { isUnknown, str, text as joined, UNKNOWN, type Values } from "../values";
import { devOpsType } from "./devOpsType";
import { filled, nameWithout, no, projectId, uuid } from "./fields";
import { findProject, projectClaim, projectNameClaim } from "./organization";

/** Where a repository is found, and what belongs to it is listed under. */
export function repositoryClaim(owner: string, id: string): string {
    return `azure devops ${owner}/repository #${id}`;
}

/** Where a repository is found by its name. */
export function repositoryNameClaim(owner: string, project: string, name: string): string {
    return `${projectClaim(owner, project)}/repository ${name}`;
}

export function requireRepository({ store, scope }: Write, id: string): StoredResource {
    const found = store.holder(repositoryClaim(scope.owner, id));
    if (found === undefined) {
        const message = `TF401019: The Git repository with name or identifier ${id} does not exist or you do not have permissions for the operation you are attempting.`;
        throw azureDevOpsError(404, message);
    }
    return found;
}

/** "main" and "refs/heads/main" are one branch. */
export function fullRef(branch: string): string {
    return isUnknown(branch) || branch.startsWith("refs/") ? branch : `refs/heads/${branch}`;
}

const initialization: Fields = {
    initType: required(oneOf("Clean", "Fork", "Import", "Uninitialized")),
    password: secret(text),
    serviceConnectionId: text,
    sourceType: oneOf("Git"),
    sourceUrl: matching(/^https?:\/\/[^/]+/, "an http or https address"),
    username: text,
};

export const git = devOpsType("Git", {
    inputs: {
        defaultBranch: matching(/^refs\/heads\/\S+$/, "a full name: refs/heads/..."),
        disabled: no,
        initialization: required(object(initialization)),
        name: nameWithout('\\/:*?"<>;#${},+=[]|', 64),
        parentRepositoryId: uuid,
        projectId,
    },
    autoname: true,
    id: "guid",
    unread: ["initialization"],
    seek: byQualifiedName,
    check: checkStart,
    // A repository with content cannot start otherwise; an empty one can.
    replacedBy: (olds, news) => {
        const started = (of: Values) =>
            ["initType", "sourceType", "sourceUrl"].map((name) => str(of, "initialization", name));
        const before = str(olds, "initialization", "initType");
        // An imported one does not say how it began.
        const open = before === "Uninitialized" || before === "";
        return open || started(olds).join() === started(news).join() ? [] : ["initialization"];
    },
    outputs: ({ inputs, scope, store, id }) => {
        const from = str(inputs, "initialization", "initType");
        const branch = str(inputs, "defaultBranch");
        const start = from === "Uninitialized" ? "" : "refs/heads/master";
        return {
            ...addresses(scope, store, inputs, id),
            defaultBranch: branch || (isUnknown(from) ? UNKNOWN : start),
            isFork: isUnknown(from) ? UNKNOWN : from === "Fork",
            size: 0,
        };
    },
    unique: ({ inputs, scope }) => ({
        claim: repositoryNameClaim(scope.owner, str(inputs, "projectId"), str(inputs, "name")),
        refusal: `TF400948: A Git repository with the name ${str(inputs, "name")} already exists.`,
    }),
    claims: ({ scope, id }) => [repositoryClaim(scope.owner, id)],
    beforeCreate: (write) => {
        const parent = str(write.inputs, "parentRepositoryId");
        if (parent !== "") {
            requireRepository(write, parent);
        }
    },
    beforeUpdate: ({ inputs, id, old, ...write }) => {
        if (old.inputs.disabled === true && inputs.disabled === true) {
            const message = `A disabled repository cannot be updated, please enable the repository before attempting to update : ${id}`;
            throw azureDevOpsError(400, message);
        }
        const branch = str(inputs, "defaultBranch");
        if (branch !== "" && !branchStands({ ...write, inputs, id }, old, branch)) {
            const message = `TF401245: The default branch cannot be set: ${branch} does not exist.`;
            throw azureDevOpsError(404, message);
        }
    },
    beforeDelete: ({ inputs, id }) => {
        if (inputs.disabled === true) {
            const message = `A disabled repository cannot be deleted, please enable the repository before attempting to delete : ${id}`;
            throw azureDevOpsError(400, message);
        }
    },
    deletion: ({ scope, store, id }) => ({ remove: store.under(repositoryClaim(scope.owner, id)) }),
});

/** "project/repository", each by name or id: what the provider imports. */
function byQualifiedName(id: string, { owner }: Scope, store: CloudStore) {
    const [project = "", name = ""] = id.split("/");
    const place =
        findProject(store, owner, project) ?? store.holder(projectNameClaim(owner, project));
    return place === undefined
        ? undefined
        : (store.holder(repositoryNameClaim(owner, place.id, name)) ??
              store.holder(repositoryClaim(owner, name)));
}

function checkStart(inputs: Values): Failure[] {
    const failures: Failure[] = [];
    const given = (name: string) => str(inputs, "initialization", name) !== "";
    const fail = (property: string, reason: string) => failures.push({ property, reason });
    const type = str(inputs, "initialization", "initType");
    if (type === "Uninitialized" && inputs.defaultBranch !== undefined) {
        fail("defaultBranch", "an uninitialized repository has no branches");
    }
    if (type === "Fork" && inputs.parentRepositoryId === undefined) {
        fail("parentRepositoryId", "missing: a fork has a parent");
    }
    if (type === "Import" && !given("sourceUrl")) {
        fail("initialization.sourceUrl", "missing: an import has a source");
    }
    if (given("sourceUrl") !== given("sourceType")) {
        fail("initialization.sourceType", "must be given together with sourceUrl");
    }
    if (given("serviceConnectionId") && (given("username") || given("password"))) {
        fail("initialization.serviceConnectionId", "conflicts with username and password");
    }
    return failures;
}

function addresses(scope: Scope, store: CloudStore, inputs: Values, id: string): Values {
    const projectGuid = str(inputs, "projectId");
    const project = str(findProject(store, scope.owner, projectGuid)?.inputs, "name");
    const [host, name] = ["dev.azure.com", encoded(str(inputs, "name"))];
    const place = project === "" ? UNKNOWN : joined`${scope.owner}/${encoded(project)}`;
    return {
        remoteUrl: joined`https://${scope.owner}@${host}/${place}/_git/${name}`,
        sshUrl: joined`git@ssh.${host}:v3/${place}/${name}`,
        webUrl: joined`https://${host}/${place}/_git/${name}`,
        url: joined`https://${host}/${scope.owner}/${projectGuid}/_apis/git/repositories/${id}`,
    };
}

function encoded(name: string): string {
    return isUnknown(name) ? name : encodeURIComponent(name);
}

function branchClaim(owner: string, repository: string, branch: string): string {
    return `${repositoryClaim(owner, repository)}/${fullRef(branch)}`;
}

/** True when a repository has a branch. */
export function branchStands(
    { store, scope }: Write,
    repository: StoredResource,
    branch: string,
): boolean {
    return (
        fullRef(str(repository.outputs, "defaultBranch")) === fullRef(branch) ||
        store.holder(branchClaim(scope.owner, repository.id, branch)) !== undefined
    );
}

/** What belongs to a repository is listed under it and under its project. */
export function underRepository({ store, scope }: Write, id: string): string[] {
    const claim = repositoryClaim(scope.owner, id);
    const project = str(store.holder(claim)?.inputs, "projectId");
    return [claim, ...(project === "" ? [] : [projectClaim(scope.owner, project)])];
}

const shortBranch = matching(/^(?!refs\/)\S+$/, "a short name, without refs/heads/");
const sources = ["refBranch", "refCommitId", "refTag"];

export const gitBranch = devOpsType("GitRepositoryBranch", {
    inputs: {
        name: fixed(shortBranch),
        refBranch: fixed(filled),
        refCommitId: fixed(filled),
        refTag: fixed(filled),
        repositoryId: required(fixed(uuid)),
    },
    autoname: true,
    id: (inputs) => joined`${str(inputs, "repositoryId")}:${str(inputs, "name")}`,
    check: (inputs) => {
        const given = sources.filter((name) => inputs[name] !== undefined);
        return given.slice(1).map((property) => ({
            property,
            reason: `conflicts with ${given[0] ?? ""}`,
        }));
    },
    outputs: ({ once, store, scope }) => ({
        lastCommitId: once("lastCommitId", () => commitId(store, scope.owner)),
    }),
    claims: ({ inputs, scope }) => [
        branchClaim(scope.owner, str(inputs, "repositoryId"), str(inputs, "name")),
    ],
    parents: (write) => underRepository(write, str(write.inputs, "repositoryId")),
    beforeCreate: (write) => {
        const repository = requireRepository(write, str(write.inputs, "repositoryId"));
        const from = str(write.inputs, "refBranch");
        if (from !== "" && !branchStands(write, repository, from)) {
            throw azureDevOpsError(404, `No refs found that match ref "${fullRef(from)}".`);
        }
        if (branchStands(write, repository, str(write.inputs, "name"))) {
            const message = `TF401028: The reference '${fullRef(str(write.inputs, "name"))}' has already been updated by another client, so you cannot update it.`;
            throw azureDevOpsError(409, message);
        }
    },
});

/** The hash of a commit nobody made before. */
export function commitId(store: CloudStore, owner: string): string {
    return hex(40, owner, String(store.next("azure devops commit", 0, 1)));
}
