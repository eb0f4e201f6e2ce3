import { githubError } from "../failures";
import type { Write } from "../resourceType";
import { fixed, flag, list, matching, oneOf, required, text } from "../shape";
import { items, str, UNKNOWN, type Values } from "../values";
import { joinedId, repositoryIdOf, repositoryName, restType } from "./rest";

const valueType = oneOf("string", "single_select", "multi_select", "true_false", "url");
const propertyName = required(
    matching(/^[a-zA-Z0-9_#$-]{1,75}$/, "1 to 75 letters, digits, _ - # $"),
);
const claim = ({ scope, inputs }: Pick<Write, "scope" | "inputs">) =>
    `property ${scope.owner}/${str(inputs, "propertyName")}`;
const isSelect = (type: string) => type === "single_select" || type === "multi_select";

export const organizationCustomProperties = restType({
    token: "github:index/organizationCustomProperties:OrganizationCustomProperties",
    inputs: {
        allowedValues: list(text, { max: 200 }),
        defaultValue: text,
        description: text,
        propertyName,
        required: flag,
        valueType,
        valuesEditableBy: oneOf("org_actors", "org_and_repo_actors"),
    },
    defaults: { required: false, valueType: "string", valuesEditableBy: "org_actors" },
    check: (inputs) => {
        const failures = [];
        const type = str(inputs, "valueType");
        if (isSelect(type) && inputs.allowedValues === undefined) {
            failures.push({ property: "allowedValues", reason: `missing, ${type} needs it` });
        }
        if (inputs.required === true && inputs.defaultValue === undefined) {
            const reason = "missing, a required property needs it";
            failures.push({ property: "defaultValue", reason });
        }
        return failures;
    },
    id: (inputs) => str(inputs, "propertyName"),
    claims: (write) => [claim(write)],
    // Its values go with it.
    deletion: (change) => ({ remove: change.store.under(`values of ${claim(change)}`) }),
});

export const repositoryCustomProperty = restType({
    token: "github:index/repositoryCustomProperty:RepositoryCustomProperty",
    inputs: {
        propertyName: { ...propertyName, fixed: true },
        propertyType: required(fixed(valueType)),
        propertyValues: required(list(text, { min: 1 })),
        repository: repositoryName,
    },
    check: (inputs) => {
        const { length } = items(inputs, "propertyValues");
        return length > 1 && str(inputs, "propertyType") !== "multi_select"
            ? [{ property: "propertyValues", reason: `${length} values; takes one` }]
            : [];
    },
    id: (inputs, { owner }) =>
        joinedId(owner, str(inputs, "repository"), str(inputs, "propertyName")),
    outputs: (shaping) => ({ repositoryId: UNKNOWN, ...repositoryIdOf(shaping) }),
    parents: (write) => [`values of ${claim(write)}`],
    beforeCreate: requireAllowed,
    beforeUpdate: requireAllowed,
});

function requireAllowed(write: Write): void {
    const { store, scope, inputs } = write;
    const request = `PATCH /repos/${scope.owner}/${str(inputs, "repository")}/properties/values`;
    const definition = store.holder(claim(write));
    if (definition === undefined) {
        const message = `Validation Failed: property ${str(inputs, "propertyName")} does not exist`;
        throw githubError(422, request, message);
    }
    const allowed: Values[string][] = items(definition.inputs, "allowedValues");
    const stranger = items(inputs, "propertyValues").find((value) => !allowed.includes(value));
    if (isSelect(str(definition.outputs, "valueType")) && stranger !== undefined) {
        throw githubError(
            422,
            request,
            `Validation Failed: ${JSON.stringify(stranger)} is not allowed`,
        );
    }
}
