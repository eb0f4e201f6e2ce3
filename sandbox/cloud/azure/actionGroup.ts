import { choice, fixed, flag, list, map, matching, object, required, text } from "../shape";
import { isObject, isUnknown, items, str } from "../values";
import { location, resourceGroupName, tags } from "./arm";
import {
    identityClaims,
    identityOutput,
    identityShape,
    requireIdentities,
} from "./managedIdentity";
import { namedType } from "./named";

export const actionGroup = namedType({
    token: "azure-native:monitor:ActionGroup",
    api: "2024-10-01-preview",
    type: "Microsoft.Insights/actionGroups",
    inputs: {
        actionGroupName: fixed(text),
        armRoleReceivers: list(
            object({ name: required(text), roleId: required(text), useCommonAlertSchema: flag }),
        ),
        automationRunbookReceivers: list(
            object({
                automationAccountId: required(text),
                isGlobalRunbook: required(flag),
                managedIdentity: text,
                name: text,
                runbookName: required(text),
                serviceUri: text,
                useCommonAlertSchema: flag,
                webhookResourceId: required(text),
            }),
        ),
        azureAppPushReceivers: list(object({ emailAddress: required(text), name: required(text) })),
        azureFunctionReceivers: list(
            object({
                functionAppResourceId: required(text),
                functionName: required(text),
                httpTriggerUrl: required(text),
                managedIdentity: text,
                name: required(text),
                useCommonAlertSchema: flag,
            }),
        ),
        emailReceivers: list(
            object({
                emailAddress: required(text),
                name: required(text),
                useCommonAlertSchema: flag,
            }),
        ),
        enabled: required(flag),
        eventHubReceivers: list(
            object({
                eventHubName: required(text),
                eventHubNameSpace: required(text),
                managedIdentity: text,
                name: required(text),
                subscriptionId: required(text),
                tenantId: text,
                useCommonAlertSchema: flag,
            }),
        ),
        groupShortName: required(matching(/^.{1,12}$/u, "1 to 12 characters")),
        identity: identityShape(
            "None",
            "SystemAssigned",
            "UserAssigned",
            "SystemAssigned,UserAssigned",
        ),
        incidentReceivers: list(
            object({
                connection: required(object({ id: required(text), name: required(text) })),
                incidentManagementService: required(choice("Icm")),
                mappings: required(map(text)),
                name: required(text),
            }),
        ),
        itsmReceivers: list(
            object({
                connectionId: required(text),
                name: required(text),
                region: required(text),
                ticketConfiguration: required(text),
                workspaceId: required(text),
            }),
        ),
        location,
        logicAppReceivers: list(
            object({
                callbackUrl: required(text),
                managedIdentity: text,
                name: required(text),
                resourceId: required(text),
                useCommonAlertSchema: flag,
            }),
        ),
        resourceGroupName,
        smsReceivers: list(
            object({
                countryCode: required(text),
                name: required(text),
                phoneNumber: required(text),
            }),
        ),
        tags,
        voiceReceivers: list(
            object({
                countryCode: required(text),
                name: required(text),
                phoneNumber: required(text),
            }),
        ),
        webhookReceivers: list(
            object({
                identifierUri: text,
                managedIdentity: text,
                name: required(text),
                objectId: text,
                serviceUri: required(text),
                tenantId: text,
                useAadAuth: flag,
                useCommonAlertSchema: flag,
            }),
        ),
    },
    names: ["actionGroupName"],
    check: (inputs) => {
        const kinds = Object.keys(inputs).filter((name) => name.endsWith("Receivers"));
        const names = kinds.flatMap((kind) =>
            items(inputs, kind).map((one, i) => ({
                property: `${kind}[${i}].name`,
                name: isObject(one) ? str(one, "name") : "",
            })),
        );
        return names.flatMap(({ property, name }, i) =>
            !isUnknown(name) && name !== "" && names.findIndex((one) => one.name === name) < i
                ? [{ property, reason: `"${name}" is used twice in the group` }]
                : [],
        );
    },
    outputs: (shaping) => ({ ...identityOutput(shaping), enabled: shaping.inputs.enabled ?? true }),
    claims: identityClaims,
    beforeCreate: requireIdentities,
    beforeUpdate: requireIdentities,
});
