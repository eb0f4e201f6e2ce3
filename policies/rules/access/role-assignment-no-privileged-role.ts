import { allowed, denied, undecidable } from "../../../model/finding";
import { roleAssignmentTypes, roleAssignmentView } from "../../../model/views/roleAssignment";
import { defineRule } from "../../lib/defineRule";
import { texts } from "../../lib/settings";

export const roleAssignmentNoPrivilegedRole = defineRule({
    id: "role-assignment-no-privileged-role",
    code: "C01",
    title: "No identity of the estate holds Owner, Contributor or a role that assigns roles",
    attack: "An identity that can assign roles can give itself, or anyone, everything; one with Contributor can change the guards around it. Whoever takes over a pipeline with such an identity owns the subscription.",
    blindSpot:
        "Knows built-in roles only: a custom role with the same actions passes. Roles assigned by hand are not seen.",
    severity: "critical",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "assign a role made for the task, on the narrowest scope (AzureFederatedIdentity: name it in its role assignments)",
        code: "roleDefinitionId: `/subscriptions/${subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/de139f84-1756-47ae-9be6-808fbbe84772` // Website Contributor",
    },
    controls: ["owasp:cicd-sec-2", "owasp:cicd-sec-5", "mcsb:PA-1", "mcsb:PA-7"],
    tags: ["azure", "access"],
    types: roleAssignmentTypes,
    settings: {
        allowedRoles: texts(
            "Names of privileged built-in roles that are accepted, for stacks that bootstrap subscriptions.",
            [],
        ),
    },
    examples: {
        denied: 'new RoleAssignment("deploy", { roleDefinitionId: ".../roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635", ... });',
        allowed:
            'new RoleAssignment("deploy", { roleDefinitionId: ".../roleDefinitions/de139f84-1756-47ae-9be6-808fbbe84772", ... });',
    },
    judge(resource, { config }) {
        const { role, privilegedRole } = roleAssignmentView(resource);
        if (privilegedRole.state === "unknown") return undecidable([role.path]);
        if (privilegedRole.state === "absent" || privilegedRole.value === undefined) return allowed;
        const name = privilegedRole.value;
        if (config.allowedRoles.includes(name)) return allowed;
        return denied({
            id: name,
            property: role.path,
            seen: role.value,
            wanted: `a narrower role than ${name}`,
        });
    },
});
