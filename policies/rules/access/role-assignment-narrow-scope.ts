import { allowed, conclude, denied, undecidable } from "../../../model/finding";
import { roleAssignmentTypes, roleAssignmentView } from "../../../model/views/roleAssignment";
import { defineRule } from "../../lib/defineRule";
import { texts } from "../../lib/settings";

/** Scopes that hold everything: the tenant, a management group, a subscription. */
const wholes: readonly (readonly [RegExp, string])[] = [
    [/^\/$/, "the whole tenant"],
    [/^\/providers\/Microsoft\.Management\/managementGroups\/[^/]+$/i, "a management group"],
    [/^\/subscriptions\/[^/]+$/i, "a whole subscription"],
];

/** A scope as Azure takes it: slashes too many, or one too few in front, change nothing. */
function normalised(scope: string): string {
    return `/${scope.trim().split("/").filter(Boolean).join("/")}`;
}

export const roleAssignmentNarrowScope = defineRule({
    id: "role-assignment-narrow-scope",
    code: "C02",
    title: "No role is given on a whole subscription, management group or tenant",
    attack: "A role for one application's deployments, given on the subscription, is a role for every application, vault and network in it, and for what is made there next year. One stolen pipeline identity then reaches all of them.",
    blindSpot:
        "Roles assigned by hand, or eligible ones of Privileged Identity Management, are not seen.",
    severity: "high",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "assign the role on a resource group or a resource (AzureFederatedIdentity: name the group in its role assignments)",
        code: "scope: group.id",
    },
    controls: ["owasp:cicd-sec-5", "mcsb:PA-7"],
    tags: ["azure", "access"],
    types: roleAssignmentTypes,
    settings: {
        acceptedScopes: texts(
            "Scopes that are accepted, as written in the assignment, for roles that read only, say.",
            [],
        ),
    },
    examples: {
        denied: 'new RoleAssignment("deploy", { scope: `/subscriptions/${subscriptionId}`, ... });',
        allowed: 'new RoleAssignment("deploy", { scope: group.id, ... });',
    },
    judge(resource, { config }) {
        const { path, value } = roleAssignmentView(resource).scope;
        if (value.state === "unknown") return undecidable([path]);
        if (value.state === "absent") return allowed;
        const scope = normalised(value.value);
        const accepted = config.acceptedScopes.some(
            (one) => normalised(one).toLowerCase() === scope.toLowerCase(),
        );
        const [, whole] = wholes.find(([form]) => form.test(scope)) ?? [];
        if (accepted || whole === undefined) return conclude([]);
        const wanted = `a resource group or a resource, not ${whole}`;
        return denied({ property: path, seen: value, wanted });
    },
});
