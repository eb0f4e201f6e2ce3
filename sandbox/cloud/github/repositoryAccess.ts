import { githubError } from "../failures";
import type { Write } from "../resourceType";
import { fixed, flag, list, matching, object, required, text } from "../shape";
import { isObject, isUnknown, items, num, str, UNKNOWN, type Values } from "../values";
import {
    findTeam,
    joinedId,
    repositoryClaim,
    repositoryIdOf,
    repositoryName,
    restType,
} from "./rest";
import { login } from "./teams";

/** Everybody who is not a member but has access, and every team: what is not listed loses it. */
export const repositoryCollaborators = restType({
    token: "github:index/repositoryCollaborators:RepositoryCollaborators",
    inputs: {
        ignoreTeams: list(object({ teamId: required(text) })),
        repository: required(text),
        teams: list(object({ permission: text, teamId: required(text) })),
        users: list(object({ permission: text, username: required(login) })),
    },
    check: (inputs) => [
        ...repeated(inputs, "teams", "teamId"),
        ...repeated(inputs, "users", "username"),
    ],
    id: (inputs, { owner }, { store }) => {
        const found = store.holder(repositoryClaim(owner, str(inputs, "repository")));
        const number = num(found?.outputs, "repoId");
        return number === undefined ? UNKNOWN : String(number);
    },
    outputs: (shaping) => {
        const { inputs } = shaping;
        const filled = (name: string) =>
            items(inputs, name).map((one) =>
                isObject(one) ? { permission: "push", ...one } : one,
            );
        return {
            repositoryId: UNKNOWN,
            ...repositoryIdOf(shaping),
            ...(isUnknown(inputs.teams) ? {} : { teams: filled("teams") }),
            ...(isUnknown(inputs.users) ? {} : { users: filled("users") }),
            invitationIds: {},
            ownerConfigured: false,
        };
    },
    beforeCreate: requireTeams,
    beforeUpdate: requireTeams,
});

function repeated(inputs: Values, list: string, key: string) {
    const names = items(inputs, list).map((one) =>
        isObject(one) ? str(one, key).toLowerCase() : "",
    );
    return names.flatMap((name, i) =>
        !isUnknown(name) && name !== "" && names.indexOf(name) < i
            ? [{ property: `${list}[${i}].${key}`, reason: `"${name}" is listed twice` }]
            : [],
    );
}

function requireTeams({ store, scope, inputs }: Write): void {
    const missing = [...items(inputs, "teams"), ...items(inputs, "ignoreTeams")]
        .map((one) => (isObject(one) ? str(one, "teamId") : ""))
        .find((id) => id !== "" && findTeam(store, scope.owner, id) === undefined);
    if (missing !== undefined) {
        const request = `GET /organizations/${scope.owner}/team/${missing}`;
        throw githubError(404, request, "Not Found");
    }
}

export const repositoryCollaborator = restType({
    token: "github:index/repositoryCollaborator:RepositoryCollaborator",
    inputs: {
        permission: fixed(text),
        permissionDiffSuppression: flag,
        repository: repositoryName,
        username: required(fixed(login)),
    },
    defaults: { permission: "push", permissionDiffSuppression: false },
    id: (inputs) => joinedId(str(inputs, "repository"), str(inputs, "username")),
    // Nobody is a collaborator before the invitation is taken.
    outputs: ({ once, store }) => ({
        invitationId: String(once("invitationId", () => store.next("github invitation", 1000, 1))),
    }),
});

const keyClaim = (key: string) => `deploy key ${key.split(/\s+/).slice(0, 2).join(" ")}`;

export const deployKey = restType({
    token: "github:index/repositoryDeployKey:RepositoryDeployKey",
    inputs: {
        key: required(
            fixed(
                matching(
                    /^(ssh-rsa|ssh-ed25519|ecdsa-sha2-nistp(256|384|521)|sk-\S+) \S+/,
                    "a public key as in authorized_keys",
                ),
            ),
        ),
        readOnly: fixed(flag),
        repository: repositoryName,
        title: required(fixed(text)),
    },
    creates: true,
    defaults: { readOnly: true },
    id: (inputs, _scope, { once, store }) =>
        joinedId(
            str(inputs, "repository"),
            once("keyId", () => store.next("github deploy key", 90_000_000, 11)),
        ),
    claims: ({ inputs }) => [keyClaim(str(inputs, "key"))],
    beforeCreate: ({ store, scope, inputs }) => {
        // A key opens one repository in all of GitHub.
        if (store.holder(keyClaim(str(inputs, "key"))) !== undefined) {
            const request = `POST /repos/${scope.owner}/${str(inputs, "repository")}/keys`;
            throw githubError(422, request, "Validation Failed: key is already in use");
        }
    },
});

export const repositoryTopics = restType({
    token: "github:index/repositoryTopics:RepositoryTopics",
    inputs: {
        repository: required(text),
        topics: required(
            list(
                matching(
                    /^[a-z0-9][a-z0-9-]{0,49}$/,
                    "a topic: 1 to 50 lower-case letters, digits and hyphens",
                ),
                { max: 20 },
            ),
        ),
    },
    id: (inputs) => str(inputs, "repository"),
});

const prefixClaim = ({ scope, inputs }: Pick<Write, "scope" | "inputs">) =>
    `autolink ${scope.owner}/${str(inputs, "repository")}|${str(inputs, "keyPrefix")}`;

export const autolink = restType({
    token: "github:index/repositoryAutolinkReference:RepositoryAutolinkReference",
    inputs: {
        isAlphanumeric: fixed(flag),
        keyPrefix: required(fixed(text)),
        repository: repositoryName,
        targetUrlTemplate: required(
            fixed(matching(/^https?:\/\/.*<num>/, "an address that holds <num>")),
        ),
    },
    creates: true,
    defaults: { isAlphanumeric: true },
    id: (_inputs, _scope, { once, store }) =>
        String(once("autolinkId", () => store.next("github autolink", 5_000, 1))),
    claims: (write) => [prefixClaim(write)],
    beforeCreate: (write) => {
        if (write.store.holder(prefixClaim(write)) !== undefined) {
            const { scope, inputs } = write;
            const request = `POST /repos/${scope.owner}/${str(inputs, "repository")}/autolinks`;
            const message = `Validation Failed: key_prefix ${str(inputs, "keyPrefix")} already exists`;
            throw githubError(422, request, message);
        }
    },
});
