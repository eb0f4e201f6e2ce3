import { armError } from "../failures";
import { guid } from "../identifiers";
import type { Write } from "../resourceType";
import { choice, fixed, object, required, text } from "../shape";
import { str, text as joined, type Values } from "../values";
import { requireRole, requireScope } from "./authorization";
import { armType, guidText } from "./arm";

function claimOf(inputs: Values): string {
    const role = str(inputs, "roleDefinitionId").split("/").pop() ?? "";
    return `eligibility ${str(inputs, "scope")}|${str(inputs, "principalId")}|${role}`;
}

/**
 * A role that can be activated. The provider makes the request's name and never changes a schedule:
 * every difference replaces it. People and groups live in a directory outside, taken to be there.
 *
 * source: pulumi-azure-native, provider/pkg/resources/customresources/custom_pim_eligibility.go
 * date: 2026-11-21
 */
export const roleEligibility = armType({
    token: "azure-native:authorization:PimRoleEligibilitySchedule",
    api: "2020-10-01",
    type: "Microsoft.Authorization/roleEligibilitySchedules",
    inputs: {
        condition: fixed(text),
        conditionVersion: fixed(text),
        justification: fixed(text),
        principalId: required(fixed(guidText)),
        roleDefinitionId: required(fixed(text)),
        scheduleInfo: fixed(
            object({
                expiration: object({
                    duration: text,
                    endDateTime: text,
                    type: choice("AfterDuration", "AfterDateTime", "NoExpiration"),
                }),
                startDateTime: text,
            }),
        ),
        scope: required(fixed(text)),
        targetRoleEligibilityScheduleId: fixed(text),
        targetRoleEligibilityScheduleInstanceId: fixed(text),
        ticketInfo: fixed(object({ ticketNumber: text, ticketSystem: text })),
    },
    path: [],
    id: (inputs) =>
        joined`${str(inputs, "scope")}/providers/Microsoft.Authorization/roleEligibilitySchedules/${guid(claimOf(inputs))}`,
    outputs: ({ once }) => ({
        createdOn: once("createdOn", () => new Date().toISOString()),
        principalType: "Group",
        requestorId: guid("deployer"),
        status: "Provisioned",
    }),
    claims: ({ inputs }) => [claimOf(inputs)],
    parents: ({ inputs }) => [str(inputs, "scope")],
    beforeCreate: (write) => {
        requireScope(write);
        requireRole(write);
        requireEnd(write);
        if (write.store.holder(claimOf(write.inputs)) !== undefined) {
            throw armError(400, "RoleAssignmentExists", "The Role assignment already exists.");
        }
    },
});

function requireEnd({ inputs }: Write): void {
    const end = str(inputs, "scheduleInfo", "expiration", "endDateTime");
    if (end !== "" && Date.parse(end) <= Date.now()) {
        throw armError(
            400,
            "InvalidRoleAssignmentRequest",
            "The expiration of the schedule is in the past.",
        );
    }
}
