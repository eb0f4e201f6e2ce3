import { githubError } from "../failures";
import type { RestType } from "./rest";
import type { Shaping, Write } from "../resourceType";
import { fixed, flag, matching, required, secret, text } from "../shape";
import { str, UNKNOWN, type Values } from "../values";
import { environmentId, environmentName, requireEnvironment } from "./environment";
import { exactlyOne, joinedId, repositoryIdOf, repositoryName, restType } from "./rest";

/** Names of secrets and variables; GITHUB_ is GitHub's own. */
export const settingName = required(
    fixed(
        matching(
            /^(?!GITHUB_)[A-Z_][A-Z0-9_]*$/i,
            "letters, digits and _, no digit first, not beginning with GITHUB_",
        ),
    ),
);
const values = ["value", "valueEncrypted", "plaintextValue", "encryptedValue"];
const secretFields = {
    encryptedValue: secret(text),
    keyId: text,
    plaintextValue: secret(text),
    repository: repositoryName,
    secretName: settingName,
    value: secret(text),
    valueEncrypted: secret(text),
};
/** Variables hold 48 KB each, as do secrets. */
const variableFields = {
    repository: repositoryName,
    value: required(text),
    variableName: settingName,
};

/** When a value was first and last written. */
export function timestamps(shaping: Shaping): Values {
    const now = () => new Date().toISOString();
    return { createdAt: shaping.once("createdAt", now), updatedAt: shaping.each(now) };
}

function dates(shaping: Shaping): Values {
    return { ...timestamps(shaping), repositoryId: UNKNOWN, ...repositoryIdOf(shaping) };
}

const secretBehaviour: Pick<RestType, "check" | "outputs"> = {
    check: (inputs) => exactlyOne(inputs, values),
    outputs: (shaping) => {
        const { createdAt = null, updatedAt = null, ...rest } = dates(shaping);
        return { ...rest, createdAt, updatedAt, remoteUpdatedAt: updatedAt };
    },
};

const byName = (name: string) => (inputs: Values) =>
    joinedId(str(inputs, "repository"), str(inputs, name));
const byEnvironment = (name: string) => (inputs: Values) =>
    joinedId(environmentId(inputs), str(inputs, name));

function inEnvironment(write: Write): void {
    requireEnvironment(write);
}

/** Variables are posted, so a second one of a name is refused; secrets are put. */
function refuseTwin(token: string, write: Write): void {
    const { store, scope, inputs, id } = write;
    if (store.find(token, id, scope.owner) !== undefined) {
        const request = `POST /repos/${scope.owner}/${str(inputs, "repository")}/actions/variables`;
        throw githubError(409, request, "Already exists - Variable already exists");
    }
}

const environmentParents: RestType["parents"] = ({ scope, inputs }) => [
    `repository ${scope.owner}/${str(inputs, "repository")}/environment ${str(inputs, "environment")}`,
];

export const actionsVariable = restType({
    token: "github:index/actionsVariable:ActionsVariable",
    inputs: variableFields,
    creates: true,
    id: byName("variableName"),
    outputs: dates,
    beforeCreate: (write) => refuseTwin("github:index/actionsVariable:ActionsVariable", write),
});

export const environmentVariable = restType({
    token: "github:index/actionsEnvironmentVariable:ActionsEnvironmentVariable",
    inputs: { ...variableFields, environment: environmentName },
    creates: true,
    id: byEnvironment("variableName"),
    outputs: dates,
    parents: environmentParents,
    beforeCreate: (write) => {
        inEnvironment(write);
        refuseTwin("github:index/actionsEnvironmentVariable:ActionsEnvironmentVariable", write);
    },
});

export const actionsSecret = restType({
    token: "github:index/actionsSecret:ActionsSecret",
    inputs: { ...secretFields, destroyOnDrift: flag },
    ...secretBehaviour,
    id: byName("secretName"),
});

export const environmentSecret = restType({
    token: "github:index/actionsEnvironmentSecret:ActionsEnvironmentSecret",
    inputs: { ...secretFields, environment: environmentName },
    deleteBeforeReplace: true,
    ...secretBehaviour,
    id: byEnvironment("secretName"),
    parents: environmentParents,
    beforeCreate: inEnvironment,
});
