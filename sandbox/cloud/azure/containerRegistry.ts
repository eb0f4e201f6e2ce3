import { armError } from "../failures";
import type { Write } from "../resourceType";
import { choice, fixed, flag, list, map, matching, number, object, required, text } from "../shape";
import { get, isObject, str, text as joined, type Values } from "../values";
import { location, resourceGroupName, suffixed, tags } from "./arm";
import { identityClaims, identityOutput, requireIdentities } from "./managedIdentity";
import { namedType } from "./named";

/** Registry names are part of an address, so unique in all of Azure. */
const nameClaim = (inputs: Values) => `registry name ${str(inputs, "registryName")}`;
const isPremium = (inputs: Values) => /^premium$/i.test(str(inputs, "sku", "name"));

export const containerRegistry = namedType({
    token: "azure-native:containerregistry:Registry",
    api: "2023-01-01-preview",
    type: "Microsoft.ContainerRegistry/registries",
    inputs: {
        adminUserEnabled: flag,
        anonymousPullEnabled: flag,
        dataEndpointEnabled: flag,
        encryption: object({
            keyVaultProperties: object({ identity: text, keyIdentifier: text }),
            status: choice("enabled", "disabled"),
        }),
        identity: object({
            principalId: text,
            tenantId: text,
            type: choice("SystemAssigned", "UserAssigned", "SystemAssigned, UserAssigned", "None"),
            userAssignedIdentities: map(object({ clientId: text, principalId: text })),
        }),
        location,
        networkRuleBypassOptions: choice("AzureServices", "None"),
        networkRuleSet: object({
            defaultAction: required(choice("Allow", "Deny")),
            ipRules: list(object({ action: choice("Allow"), iPAddressOrRange: required(text) })),
        }),
        policies: object({
            azureADAuthenticationAsArmPolicy: object({ status: choice("enabled", "disabled") }),
            exportPolicy: object({ status: choice("enabled", "disabled") }),
            quarantinePolicy: object({ status: choice("enabled", "disabled") }),
            retentionPolicy: object({ days: number, status: choice("enabled", "disabled") }),
            softDeletePolicy: object({
                retentionDays: number,
                status: choice("enabled", "disabled"),
            }),
            trustPolicy: object({ status: choice("enabled", "disabled"), type: choice("Notary") }),
        }),
        publicNetworkAccess: choice("Enabled", "Disabled"),
        registryName: fixed(matching(/^[a-zA-Z0-9]{5,50}$/, "5 to 50 letters and digits")),
        resourceGroupName,
        sku: required(
            object({ name: required(choice("Classic", "Basic", "Standard", "Premium")) }),
        ),
        tags,
        zoneRedundancy: choice("Enabled", "Disabled"),
    },
    names: ["registryName"],
    autoname: suffixed("registryName", (name) => name.replace(/[^a-zA-Z0-9]/g, "").slice(-50)),
    settled: [["zoneRedundancy"], ["encryption", "status"]],
    outputs: (shaping) => ({
        adminUserEnabled: shaping.inputs.adminUserEnabled ?? false,
        anonymousPullEnabled: shaping.inputs.anonymousPullEnabled ?? false,
        publicNetworkAccess: shaping.inputs.publicNetworkAccess ?? "Enabled",
        networkRuleBypassOptions: shaping.inputs.networkRuleBypassOptions ?? "AzureServices",
        loginServer: joined`${str(shaping.inputs, "registryName").toLowerCase()}.azurecr.io`,
        dataEndpointHostNames: [],
        privateEndpointConnections: [],
        ...identityOutput(shaping),
        creationDate: shaping.once("creationDate", () => new Date().toISOString()),
        provisioningState: "Succeeded",
    }),
    claims: (write) => [nameClaim(write.inputs), ...identityClaims(write)],
    beforeCreate: (write) => {
        const holder = write.store.holder(nameClaim(write.inputs));
        if (holder !== undefined && holder.id !== write.id) {
            throw armError(
                409,
                "AlreadyInUse",
                `The registry DNS name ${str(write.inputs, "registryName")}.azurecr.io is already in use.`,
            );
        }
        checkTier(write);
    },
    beforeUpdate: checkTier,
});

/** What only a Premium registry can do. */
function checkTier(write: Write): void {
    const { inputs } = write;
    requireIdentities(write);
    const on = (value: unknown) => typeof value === "string" && /^(enabled|disabled)$/i.test(value);
    const wanted: Record<string, boolean> = {
        "publicNetworkAccess 'Disabled'": /^disabled$/i.test(str(inputs, "publicNetworkAccess")),
        networkRuleSet:
            isObject(inputs.networkRuleSet) &&
            /^deny$/i.test(str(inputs, "networkRuleSet", "defaultAction")),
        encryption: /^enabled$/i.test(str(inputs, "encryption", "status")),
        zoneRedundancy: /^enabled$/i.test(str(inputs, "zoneRedundancy")),
        dataEndpointEnabled: inputs.dataEndpointEnabled === true,
        "policies.quarantinePolicy": /^enabled$/i.test(
            str(inputs, "policies", "quarantinePolicy", "status"),
        ),
        "policies.trustPolicy": /^enabled$/i.test(str(inputs, "policies", "trustPolicy", "status")),
        "policies.retentionPolicy": /^enabled$/i.test(
            str(inputs, "policies", "retentionPolicy", "status"),
        ),
        "policies.exportPolicy":
            on(get(inputs, "policies", "exportPolicy", "status")) &&
            /^disabled$/i.test(str(inputs, "policies", "exportPolicy", "status")),
    };
    const beyond = Object.keys(wanted).find((name) => wanted[name] === true);
    if (beyond !== undefined && !isPremium(inputs)) {
        throw armError(
            400,
            "FeatureNotSupported",
            `${beyond} is supported for managed registries of SKU Premium only.`,
        );
    }
    const open = !/^disabled$/i.test(str(inputs, "publicNetworkAccess"));
    if (/^disabled$/i.test(str(inputs, "policies", "exportPolicy", "status")) && open) {
        throw armError(
            400,
            "ExportPolicyDisableNotAllowed",
            "The export policy can be disabled only where public network access is disabled.",
        );
    }
}
