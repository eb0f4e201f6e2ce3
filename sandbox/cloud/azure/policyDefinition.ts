import { armError } from "../failures";
import type { Write } from "../resourceType";
import {
    anything,
    choice,
    fixed,
    list,
    loose,
    map,
    matching,
    object,
    required,
    text,
} from "../shape";
import { get, isObject, items, str, text as joined } from "../values";
import { armType, requireResource, suffixed } from "./arm";
import type { Scope } from "../resourceType";

const inSubscription = (scope: Scope, kind: string, name: string) =>
    joined`/subscriptions/${scope.subscriptionId}/providers/Microsoft.Authorization/${kind}/${name}`;
const namePattern = matching(
    /^[^%&\\?/<>:#]{1,64}$/u,
    "1 to 64 characters, none of them % & \\ ? / < > : #",
);
const parameter = object({
    allowedValues: list(anything),
    defaultValue: anything,
    metadata: loose({ displayName: text, description: text }),
    schema: anything,
    type: choice("String", "Array", "Object", "Boolean", "Integer", "Float", "DateTime"),
});

export const policyDefinition = armType({
    token: "azure-native:authorization:PolicyDefinition",
    api: "2025-01-01",
    type: "Microsoft.Authorization/policyDefinitions",
    inputs: {
        description: text,
        displayName: text,
        metadata: anything,
        mode: text,
        parameters: map(parameter),
        policyDefinitionName: fixed(namePattern),
        policyRule: anything,
        policyType: choice("NotSpecified", "BuiltIn", "Custom", "Static"),
        version: text,
        versions: list(text),
    },
    path: ["policyDefinitionName"],
    autoname: suffixed("policyDefinitionName"),
    id: (inputs, scope) =>
        inSubscription(scope, "policyDefinitions", str(inputs, "policyDefinitionName")),
    outputs: ({ inputs }) => ({
        mode: inputs.mode ?? "Indexed",
        policyType: inputs.policyType ?? "Custom",
        version: inputs.version ?? "1.0.0",
    }),
    beforeCreate: checkRule,
    beforeUpdate: checkRule,
    beforeDelete: refuseAssigned,
});

export const policySetDefinition = armType({
    token: "azure-native:authorization:PolicySetDefinition",
    api: "2025-01-01",
    type: "Microsoft.Authorization/policySetDefinitions",
    inputs: {
        description: text,
        displayName: text,
        metadata: anything,
        parameters: map(parameter),
        policyDefinitionGroups: list(
            object({
                additionalMetadataId: text,
                category: text,
                description: text,
                displayName: text,
                name: required(text),
            }),
        ),
        policyDefinitions: required(
            list(
                object({
                    definitionVersion: text,
                    groupNames: list(text),
                    parameters: map(object({ value: anything })),
                    policyDefinitionId: required(text),
                    policyDefinitionReferenceId: text,
                }),
            ),
        ),
        policySetDefinitionName: fixed(namePattern),
        policyType: choice("NotSpecified", "BuiltIn", "Custom", "Static"),
        version: text,
        versions: list(text),
    },
    path: ["policySetDefinitionName"],
    autoname: suffixed("policySetDefinitionName"),
    id: (inputs, scope) =>
        inSubscription(scope, "policySetDefinitions", str(inputs, "policySetDefinitionName")),
    outputs: ({ inputs }) => ({
        policyType: inputs.policyType ?? "Custom",
        version: inputs.version ?? "1.0.0",
    }),
    parents: ({ inputs }) =>
        items(inputs, "policyDefinitions")
            .filter(isObject)
            .map((one) => `sets of ${str(one, "policyDefinitionId")}`),
    beforeCreate: requireMembers,
    beforeUpdate: requireMembers,
    beforeDelete: refuseAssigned,
});

/** A rule says when, and then what. */
function checkRule({ inputs }: Write): void {
    const rule = inputs.policyRule;
    if (!isObject(rule) || rule.if === undefined || get(rule, "then", "effect") === undefined) {
        throw armError(
            400,
            "InvalidPolicyRule",
            "The policy rule needs 'if' and 'then' with an 'effect'.",
        );
    }
}

function requireMembers({ store, inputs }: Write): void {
    for (const one of items(inputs, "policyDefinitions").filter(isObject)) {
        const id = str(one, "policyDefinitionId");
        if (id.startsWith("/subscriptions/")) {
            requireResource(store, id, "PolicyDefinitionNotFound", "The policy definition");
        }
    }
}

function refuseAssigned({ store, id }: Write): void {
    const user = [
        ...store
            .list("azure-native:authorization:PolicyAssignment")
            .filter(
                ({ inputs }) =>
                    str(inputs, "policyDefinitionId").toLowerCase() === id.toLowerCase(),
            ),
        ...store.under(`sets of ${id}`),
    ][0];
    if (user !== undefined) {
        throw armError(
            400,
            "PolicyDefinitionInUse",
            `The policy definition '${id}' is used by ${user.id}.`,
        );
    }
}
