import { armError } from "../failures";
import { guid } from "../identifiers";
import type { Write } from "../resourceType";
import { anything, choice, fixed, list, map, matching, object, required, text } from "../shape";
import { isObject, part, str, text as joined, type Values } from "../values";
import { armType, copied, location, requireResource, suffixed } from "./arm";
import {
    identityClaims,
    identityOutput,
    identityShape,
    requireIdentities,
} from "./managedIdentity";
import { requireScope } from "./authorization";

const selectorShape = object({
    in: list(text),
    kind: choice(
        "resourceLocation",
        "resourceType",
        "resourceWithoutLocation",
        "policyDefinitionReferenceId",
    ),
    notIn: list(text),
});
const assignmentToken = "azure-native:authorization:PolicyAssignment";
const builtIn = /^\/providers\/Microsoft\.Authorization\/policy(Set)?Definitions\/[^/]+$/i;
const scoped = (inputs: Values, kind: string, name: string) =>
    joined`${str(inputs, "scope")}/providers/Microsoft.Authorization/${kind}/${str(inputs, name)}`;

export const policyAssignment = armType({
    token: "azure-native:authorization:PolicyAssignment",
    api: "2025-01-01",
    type: "Microsoft.Authorization/policyAssignments",
    inputs: {
        assignmentType: choice("NotSpecified", "System", "SystemHidden", "Custom"),
        definitionVersion: text,
        description: text,
        displayName: text,
        enforcementMode: choice("Default", "DoNotEnforce", "Enroll"),
        identity: identityShape("SystemAssigned", "UserAssigned", "None"),
        location,
        metadata: anything,
        nonComplianceMessages: list(
            object({ message: required(text), policyDefinitionReferenceId: text }),
        ),
        notScopes: list(text),
        overrides: list(
            object({
                kind: choice("policyEffect", "definitionVersion"),
                selectors: list(selectorShape),
                value: text,
            }),
        ),
        parameters: map(object({ value: anything })),
        policyAssignmentName: fixed(
            matching(
                /^[^%&\\?/<>:#]{1,128}$/u,
                "1 to 128 characters, none of them % & \\ ? / < > : #",
            ),
        ),
        policyDefinitionId: text,
        resourceSelectors: list(object({ name: text, selectors: list(selectorShape) })),
        scope: required(fixed(text)),
    },
    path: ["policyAssignmentName"],
    autoname: suffixed("policyAssignmentName"),
    check: (inputs) => {
        const needsPlace =
            inputs.identity !== undefined && !/^none$/i.test(str(inputs, "identity", "type"));
        return needsPlace && inputs.location === undefined
            ? [{ property: "location", reason: "missing, an assignment with an identity needs it" }]
            : [];
    },
    id: (inputs) => scoped(inputs, "policyAssignments", "policyAssignmentName"),
    outputs: (shaping) => ({
        enforcementMode: shaping.inputs.enforcementMode ?? "Default",
        assignmentType: shaping.inputs.assignmentType ?? "Custom",
        ...identityOutput(shaping),
        instanceId: shaping.once("instanceId", () => guid("assignment", shaping.id.toLowerCase())),
        effectiveDefinitionVersion: "1.0.0",
        latestDefinitionVersion: "1.0.0",
    }),
    claims: identityClaims,
    parents: ({ inputs }) => [str(inputs, "scope")],
    beforeCreate: checkAssignment,
    beforeUpdate: checkAssignment,
    beforeDelete: ({ store, id }) => {
        const exemption = store.under(`exemptions of ${id}`)[0];
        if (exemption !== undefined) {
            throw armError(
                400,
                "PolicyAssignmentHasExemptions",
                `The policy assignment has exemptions: ${exemption.id}.`,
            );
        }
    },
});

export const policyExemption = armType({
    token: "azure-native:authorization:PolicyExemption",
    api: "2022-07-01-preview",
    type: "Microsoft.Authorization/policyExemptions",
    inputs: {
        assignmentScopeValidation: choice("Default", "DoNotValidate"),
        description: text,
        displayName: text,
        exemptionCategory: required(choice("Waiver", "Mitigated")),
        expiresOn: matching(/^\d{4}-\d{2}-\d{2}T/, "a date and time as 2026-12-31T00:00:00Z"),
        metadata: anything,
        policyAssignmentId: required(text),
        policyDefinitionReferenceIds: list(text),
        policyExemptionName: fixed(
            matching(
                /^[^%&\\?/<>:#]{1,64}$/u,
                "1 to 64 characters, none of them % & \\ ? / < > : #",
            ),
        ),
        resourceSelectors: list(object({ name: text, selectors: list(selectorShape) })),
        scope: required(fixed(text)),
    },
    path: ["policyExemptionName"],
    autoname: copied("policyExemptionName"),
    id: (inputs) => scoped(inputs, "policyExemptions", "policyExemptionName"),
    outputs: ({ inputs }) => ({
        assignmentScopeValidation: inputs.assignmentScopeValidation ?? "Default",
    }),
    parents: ({ inputs }) => [`exemptions of ${str(inputs, "policyAssignmentId")}`],
    beforeCreate: requireAssignment,
    beforeUpdate: requireAssignment,
});

/** Of a definition that is Azure's own or stands here. */
function checkAssignment(write: Write): void {
    const { store, inputs } = write;
    requireScope(write);
    const definition = str(inputs, "policyDefinitionId");
    if (!builtIn.test(definition) && store.holder(definition) === undefined) {
        throw armError(
            404,
            "PolicyDefinitionNotFound",
            `The policy definition '${definition}' could not be found.`,
        );
    }
    requireIdentities(write);
    const wanted = definedParameters(store.holder(definition)?.inputs.parameters);
    const given = Object.keys(part(inputs, "parameters"));
    const strange = given.filter((name) => wanted !== undefined && !Object.hasOwn(wanted, name));
    const missing = Object.entries(wanted ?? {})
        .filter(
            ([name, one]) =>
                isObject(one) && one.defaultValue === undefined && !given.includes(name),
        )
        .map(([name]) => name);
    if (strange.length > 0 || missing.length > 0) {
        const message = `Parameters of '${definition}': not defined: ${strange.join(", ") || "none"}; missing: ${missing.join(", ") || "none"}.`;
        throw armError(
            400,
            strange.length > 0 ? "UndefinedPolicyParameter" : "MissingPolicyParameter",
            message,
        );
    }
}

/** What a standing definition asks for; nothing is known of Azure's own. */
function definedParameters(parameters: Values[string] | undefined): Values | undefined {
    return isObject(parameters) ? parameters : undefined;
}

function requireAssignment(write: Write): void {
    const assignment = str(write.inputs, "policyAssignmentId");
    requireScope(write);
    const found = requireResource(
        write.store,
        assignment,
        "PolicyAssignmentNotFound",
        "The policy assignment",
    );
    if (found.type !== assignmentToken) {
        throw armError(
            400,
            "InvalidCreatePolicyExemptionRequest",
            `${assignment} is no policy assignment.`,
        );
    }
}
