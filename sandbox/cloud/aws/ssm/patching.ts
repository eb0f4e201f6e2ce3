import { guid } from "../../identifiers";
import { isObject, items, num, str, text } from "../../values";
import { awsType } from "../awsType";
import { awsError } from "../errors";
import {
    defaultPatchBaselineFields,
    maintenanceWindowFields,
    maintenanceWindowTargetFields,
    patchBaselineFields,
    patchGroupFields,
} from "../fields/ssm";
import { maintenanceWindowTaskFields } from "../fields/ssmMore";
import { serviceRole } from "../iam/names";
import { exactlyOne, generatedId, nameOf } from "../naming";
import { refer } from "../references";

const baselineToken = "aws:ssm/patchBaseline:PatchBaseline";
const groupToken = "aws:ssm/patchGroup:PatchGroup";
const windowToken = "aws:ssm/maintenanceWindow:MaintenanceWindow";
const simpleName = nameOf(/^[\w.-]{3,128}$/, "3 to 128 letters, digits and _ - .");
const none = "DoesNotExistException";

/** A baseline; those AWS offers are named by their ARN. */
const baseline = (property: string) =>
    refer([property], baselineToken, none, "Patch baseline % does not exist", {
        name: (value) => (/^arn:aws:ssm:[\w-]+:\d{12}:patchbaseline\//.test(value) ? "" : value),
    });

export const patchBaseline = awsType({
    of: patchBaselineFields,
    operation: "SSM: CreatePatchBaseline",
    name: simpleName,
    defaults: {
        approvedPatchesComplianceLevel: "UNSPECIFIED",
        approvedPatchesEnableNonSecurity: false,
        operatingSystem: "WINDOWS",
        rejectedPatchesAction: "ALLOW_AS_DEPENDENCY",
    },
    check: (inputs) =>
        items(inputs, "approvalRules").flatMap((rule, i) => {
            const dates = ["approveAfterDays", "approveUntilDate"];
            return isObject(rule)
                ? exactlyOne(rule, dates).map((one) => ({
                      ...one,
                      property: `approvalRules[${i}].${one.property}`,
                  }))
                : [];
        }),
    id: generatedId("pb-"),
    arn: ({ region, accountId, id }) =>
        text`arn:aws:ssm:${region}:${accountId}:patchbaseline/${id}`,
    outputs: ({ inputs, each }) => ({
        json: each(() =>
            JSON.stringify({
                Name: inputs.name,
                OperatingSystem: inputs.operatingSystem ?? "WINDOWS",
            }),
        ),
    }),
    held: {
        by: [groupToken, "aws:ssm/defaultPatchBaseline:DefaultPatchBaseline"],
        operation: "SSM: DeletePatchBaseline",
        http: 400,
        code: "ResourceInUseException",
        says: "Patch baseline % is in use",
    },
});

export const defaultPatchBaseline = awsType({
    of: defaultPatchBaselineFields,
    operation: "SSM: RegisterDefaultPatchBaseline",
    puts: true,
    references: [baseline("baselineId")],
    id: ({ inputs }) => str(inputs, "operatingSystem"),
});

export const patchGroup = awsType({
    of: patchGroupFields,
    operation: "SSM: RegisterPatchBaselineForPatchGroup",
    references: [baseline("baselineId")],
    taken: {
        http: 400,
        code: "AlreadyExistsException",
        says: "Patch Group baseline already exists: %",
    },
    id: ({ inputs }) => text`${str(inputs, "patchGroup")},${str(inputs, "baselineId")}`,
});

export const maintenanceWindow = awsType({
    of: maintenanceWindowFields,
    operation: "SSM: CreateMaintenanceWindow",
    name: simpleName,
    defaults: { allowUnassociatedTargets: false, enabled: true },
    check: (inputs) => {
        const [cutoff, duration] = [num(inputs, "cutoff"), num(inputs, "duration")];
        return cutoff !== undefined && duration !== undefined && cutoff >= duration
            ? [{ property: "cutoff", reason: `${cutoff} must be below duration` }]
            : [];
    },
    id: generatedId("mw-"),
});

const ofWindow = refer(["windowId"], windowToken, none, "Maintenance window % does not exist", {
    owner: true,
});

export const maintenanceWindowTarget = awsType({
    of: maintenanceWindowTargetFields,
    operation: "SSM: RegisterTargetWithMaintenanceWindow",
    name: simpleName,
    references: [ofWindow],
    id: ({ once, store }) => once("id", () => guid("window", String(store.next("aws", 0, 1)))),
});

export const maintenanceWindowTask = awsType({
    of: maintenanceWindowTaskFields,
    operation: "SSM: RegisterTaskWithMaintenanceWindow",
    name: simpleName,
    references: [ofWindow, serviceRole(["serviceRoleArn"], "ValidationException")],
    defaults: { cutoffBehavior: "CONTINUE_TASK", priority: 1 },
    id: ({ once, store }) => once("id", () => guid("window", String(store.next("aws", 0, 1)))),
    arn: ({ region, accountId, id }) => text`arn:aws:ssm:${region}:${accountId}:windowtask/${id}`,
    outputs: ({ id, inputs, accountId }) => ({
        windowTaskId: id,
        maxConcurrency: inputs.maxConcurrency ?? "1",
        maxErrors: inputs.maxErrors ?? "1",
        serviceRoleArn:
            inputs.serviceRoleArn ??
            `arn:aws:iam::${accountId}:role/aws-service-role/ssm.amazonaws.com/AWSServiceRoleForAmazonSSM`,
    }),
    beforeWrite: ({ inputs }) => {
        if (items(inputs, "targets").length === 0 && str(inputs, "taskType") === "RUN_COMMAND") {
            const message = "Run Command tasks need targets";
            throw awsError(
                400,
                "SSM: RegisterTaskWithMaintenanceWindow",
                "ValidationException",
                message,
            );
        }
    },
});
