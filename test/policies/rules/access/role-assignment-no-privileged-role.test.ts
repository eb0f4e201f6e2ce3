import { roleAssignmentNoPrivilegedRole } from "../../../../policies/rules/access/role-assignment-no-privileged-role";
import { exemption, testRule, unknownValue } from "../../../support/ruleCases";

const definitions = "/subscriptions/s/providers/Microsoft.Authorization/roleDefinitions";
const owner = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
const assignment = (
    roleDefinitionId: unknown,
    type = "azure-native:authorization:RoleAssignment",
) => ({
    resources: [{ type, props: { roleDefinitionId, scope: "/subscriptions/s", principalId: "p" } }],
});

testRule(roleAssignmentNoPrivilegedRole, {
    denied: [
        {
            title: "Owner",
            ...assignment(`${definitions}/${owner}`),
            says: ["property  roleDefinitionId", owner, "wanted    a narrower role than Owner"],
        },
        {
            title: "Owner in capital letters, at tenant scope",
            ...assignment(
                `/providers/Microsoft.Authorization/roleDefinitions/${owner.toUpperCase()}`,
            ),
            says: ["narrower role than Owner"],
        },
        {
            title: "Contributor",
            ...assignment(`${definitions}/b24988ac-6180-42a0-ab88-20f7382dd24c`),
            says: ["narrower role than Contributor"],
        },
        {
            title: "User Access Administrator",
            ...assignment(`${definitions}/18d7d88d-d35e-4fb5-a5c3-7773c20a72d9`),
            says: ["narrower role than User Access Administrator"],
        },
        {
            title: "Role Based Access Control Administrator",
            ...assignment(`${definitions}/f58310d9-a9f6-439a-9e8d-f62e7b41a168`),
            says: ["narrower role than Role Based Access Control Administrator"],
        },
        {
            title: "a role other than the one that is accepted",
            ...assignment(`${definitions}/${owner}`),
            config: { allowedRoles: ["Contributor"] },
        },
    ],
    allowed: [
        {
            title: "a role made for a task",
            ...assignment(`${definitions}/de139f84-1756-47ae-9be6-808fbbe84772`),
        },
        {
            title: "a role the configuration accepts",
            ...assignment(`${definitions}/b24988ac-6180-42a0-ab88-20f7382dd24c`),
            config: { allowedRoles: ["Contributor"] },
        },
    ],
    undecidable: [
        {
            title: "a role that is not known yet",
            ...assignment(unknownValue),
            says: ["unknown   roleDefinitionId"],
        },
    ],
    exempt: [
        {
            title: "one role by name",
            ...assignment(`${definitions}/${owner}`),
            config: { exemptions: [exemption({ finding: "Owner" })] },
            says: ["until     2026-03-05"],
        },
    ],
    tokenVariant: [
        {
            title: "pinned to an API version",
            ...assignment(
                `${definitions}/${owner}`,
                "azure-native:authorization/v20220401:RoleAssignment",
            ),
        },
        {
            title: "of the classic provider, where roles have names",
            resources: [
                {
                    type: "azure:authorization/assignment:Assignment",
                    props: { roleDefinitionName: "Owner" },
                },
            ],
            says: ["property  roleDefinitionName"],
        },
    ],
});
