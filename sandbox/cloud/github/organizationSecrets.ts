import { githubError } from "../failures";
import type { Shaping, Write } from "../resourceType";
import { fixed, flag, integer, list, oneOf, required, secret, text, type Fields } from "../shape";
import { items, str, UNKNOWN, type Values } from "../values";
import { requireRepositoryIds } from "./repositoryIds";
import {
    exactlyOne,
    joinedId,
    repositoryIdOf,
    repositoryName,
    restType,
    type RestType,
} from "./rest";
import { settingName, timestamps } from "./variables";

const values = ["value", "valueEncrypted", "plaintextValue", "encryptedValue"];
const valueFields: Fields = {
    encryptedValue: secret(text),
    keyId: text,
    plaintextValue: secret(text),
    value: secret(text),
    valueEncrypted: secret(text),
};
/** Whom the organisation lets see a value. */
const audience: Fields = {
    selectedRepositoryIds: list(integer()),
    visibility: required(oneOf("all", "private", "selected")),
};

function checkAudience(inputs: Values) {
    return inputs.selectedRepositoryIds !== undefined &&
        (inputs.visibility === "all" || inputs.visibility === "private")
        ? [{ property: "selectedRepositoryIds", reason: 'is for visibility "selected" only' }]
        : [];
}

const secretOutputs = (shaping: Shaping): Values => {
    const { createdAt = null, updatedAt = null } = timestamps(shaping);
    return { createdAt, updatedAt, remoteUpdatedAt: updatedAt };
};

function requireSelected(write: Write): void {
    const request = `PUT /orgs/${write.scope.owner}/actions`;
    requireRepositoryIds(write, request, items(write.inputs, "selectedRepositoryIds"));
}

function organizationSecretType(token: string, more: Fields): RestType {
    return {
        token,
        inputs: { ...valueFields, ...audience, secretName: settingName, ...more },
        check: (inputs) => [...exactlyOne(inputs, values), ...checkAudience(inputs)],
        id: (inputs) => str(inputs, "secretName"),
        outputs: secretOutputs,
        beforeCreate: requireSelected,
        beforeUpdate: requireSelected,
    };
}

export const organizationSecret = restType(
    organizationSecretType("github:index/actionsOrganizationSecret:ActionsOrganizationSecret", {
        destroyOnDrift: flag,
    }),
);

export const dependabotOrganizationSecret = restType(
    organizationSecretType(
        "github:index/dependabotOrganizationSecret:DependabotOrganizationSecret",
        {},
    ),
);

export const organizationVariable = restType({
    token: "github:index/actionsOrganizationVariable:ActionsOrganizationVariable",
    inputs: { ...audience, value: required(text), variableName: settingName },
    creates: true,
    check: checkAudience,
    id: (inputs) => str(inputs, "variableName"),
    outputs: timestamps,
    beforeCreate: (write) => {
        const { store, scope, id } = write;
        if (store.find(organizationVariable.token, id, scope.owner) !== undefined) {
            const request = `POST /orgs/${scope.owner}/actions/variables`;
            throw githubError(409, request, "Already exists - Variable already exists");
        }
        requireSelected(write);
    },
    beforeUpdate: requireSelected,
});

/** The list of repositories kept apart from the value: it overwrites the one of the value. */
function repositoriesOf(of: { readonly token: string }, token: string, name: string): RestType {
    const requireValue = (write: Write) => {
        const { store, scope, inputs } = write;
        if (store.find(of.token, str(inputs, name), scope.owner) === undefined) {
            const request = `PUT /orgs/${scope.owner}/actions/${str(inputs, name)}/repositories`;
            throw githubError(404, request, "Not Found");
        }
        requireSelected(write);
    };
    return {
        token,
        inputs: { selectedRepositoryIds: required(list(integer())), [name]: required(fixed(text)) },
        id: (inputs) => str(inputs, name),
        beforeCreate: requireValue,
        beforeUpdate: requireValue,
    };
}

export const organizationSecretRepositories = restType(
    repositoriesOf(
        organizationSecret,
        "github:index/actionsOrganizationSecretRepositories:ActionsOrganizationSecretRepositories",
        "secretName",
    ),
);

export const organizationVariableRepositories = restType(
    repositoriesOf(
        organizationVariable,
        "github:index/actionsOrganizationVariableRepositories:ActionsOrganizationVariableRepositories",
        "variableName",
    ),
);

/** Secrets that jobs started by Dependabot see, and no others do. */
export const dependabotSecret = restType({
    token: "github:index/dependabotSecret:DependabotSecret",
    inputs: { ...valueFields, repository: repositoryName, secretName: settingName },
    check: (inputs) => exactlyOne(inputs, values),
    id: (inputs) => joinedId(str(inputs, "repository"), str(inputs, "secretName")),
    outputs: (shaping) => ({
        ...secretOutputs(shaping),
        repositoryId: UNKNOWN,
        ...repositoryIdOf(shaping),
    }),
});
