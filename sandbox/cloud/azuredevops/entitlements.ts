import type { Failure } from "../check";
import { choice, defaulting, fixed, required, type Fields, type Shape } from "../shape";
import { str, text as joined, type Values } from "../values";
import { devOpsType, newGuid } from "./devOpsType";
import { filled } from "./fields";
import { groupDescriptor, identityClaim, principalDescriptor, principalId } from "./identities";

const sameCase: Pick<Shape, "same"> = { same: (a, b) => a.toLowerCase() === b.toLowerCase() };

const licences = ["advanced", "earlyAdopter", "express", "none", "professional", "stakeholder"];

function access(...more: string[]): Fields {
    const licence = { ...choice(...licences, ...more), ...sameCase };
    const source = {
        ...choice("none", "account", "msdn", "profile", "auto", "trial"),
        ...sameCase,
    };
    return {
        accountLicenseType: defaulting(licence, "express"),
        licensingSource: defaulting(source, "account"),
    };
}

/** A member is named by what the directory calls it: one name, or origin and id there. */
function checkNaming(inputs: Values, name: string): Failure[] {
    const failures: Failure[] = [];
    const given = (property: string) => inputs[property] !== undefined;
    if (given(name) === given("originId")) {
        failures.push({ property: name, reason: `exactly one of ${name}, originId must be given` });
    }
    if (given("originId") && !given("origin")) {
        failures.push({ property: "origin", reason: "missing: originId says where nothing" });
    }
    if (given(name) && given("origin")) {
        failures.push({ property: "origin", reason: `conflicts with ${name}` });
    }
    return failures;
}

/** A person with access to the organisation. */
export const user = devOpsType("User", {
    inputs: {
        ...access("basic"),
        origin: fixed(filled),
        originId: fixed(filled),
        principalName: fixed({ ...filled, ...sameCase }),
    },
    id: (inputs, _scope, { once }) =>
        once("userId", () =>
            principalId("user", str(inputs, "principalName") || str(inputs, "originId")),
        ),
    check: (inputs) => checkNaming(inputs, "principalName"),
    outputs: ({ inputs, id, once }) => ({
        descriptor: principalDescriptor("user", id),
        origin: str(inputs, "origin") || "aad",
        originId: inputs.originId ?? once("originId", () => id),
        principalName: inputs.principalName ?? once("principalName", () => str(inputs, "originId")),
    }),
    parents: ({ scope }) => [`azure devops users of ${scope.owner}`],
});

/** An application with access to the organisation. */
export const servicePrincipalEntitlement = devOpsType("ServicePrincipalEntitlement", {
    inputs: {
        ...access("basic"),
        origin: fixed(defaulting(filled, "aad")),
        originId: required(fixed(filled)),
    },
    id: (inputs, _scope, { once }) =>
        once("servicePrincipalId", () => principalId("servicePrincipal", str(inputs, "originId"))),
    outputs: ({ inputs, id }) => ({
        descriptor: principalDescriptor("servicePrincipal", id),
        displayName: str(inputs, "originId"),
    }),
    parents: ({ scope }) => [`azure devops users of ${scope.owner}`],
});

/** A group whose members all have access to the organisation. */
export const groupEntitlement = devOpsType("GroupEntitlement", {
    inputs: {
        ...access(),
        displayName: fixed(filled),
        origin: fixed(filled),
        originId: fixed(filled),
    },
    id: "guid",
    check: (inputs) => checkNaming(inputs, "displayName"),
    outputs: ({ inputs, scope, store, once }) => {
        const name = str(inputs, "displayName") || str(inputs, "originId");
        return {
            descriptor: once("descriptor", () =>
                groupDescriptor(scope.owner, newGuid(store, scope.owner, "entitled group")),
            ),
            displayName: name,
            origin: str(inputs, "origin") || "vsts",
            originId:
                inputs.originId ?? once("originId", () => newGuid(store, scope.owner, "origin")),
            principalName: joined`[${scope.owner}]\\${name}`,
        };
    },
    unique: ({ inputs, scope }) => {
        const name = str(inputs, "displayName") || str(inputs, "originId");
        return {
            claim: `azure devops ${scope.owner}/group entitlement ${name}`,
            refusal: `The group ${name} has an entitlement already.`,
        };
    },
    claims: ({ scope, id, outputs }) => [
        identityClaim(scope.owner, id),
        identityClaim(scope.owner, str(outputs, "descriptor")),
    ],
});
