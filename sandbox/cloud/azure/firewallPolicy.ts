import { armError } from "../failures";
import { guid } from "../identifiers";
import type { Write } from "../resourceType";
import { choice, fixed, flag, list, matching, number, object, text } from "../shape";
import { get, isUnknown, part, str, type Values } from "../values";
import { location, reference, resourceGroupName, tags } from "./arm";
import {
    identityClaims,
    identityOutput,
    identityShape,
    requireIdentities,
} from "./managedIdentity";
import { namedType } from "./named";
import { referencesAt, refuseUsed, requireUsed, uses } from "./uses";

const tierOf = (values: Values) => str(values, "sku", "tier").toLowerCase();
const usedBy = (inputs: Values) => [
    ...referencesAt(
        inputs,
        ["basePolicy"],
        ["insights", "logAnalyticsResources", "defaultWorkspaceId"],
    ),
];

export const firewallPolicy = namedType({
    token: "azure-native:network:FirewallPolicy",
    api: "2024-05-01",
    type: "Microsoft.Network/firewallPolicies",
    inputs: {
        basePolicy: reference,
        dnsSettings: object({
            enableProxy: flag,
            requireProxyForNetworkRules: flag,
            servers: list(text),
        }),
        explicitProxy: object({
            enableExplicitProxy: flag,
            enablePacFile: flag,
            httpPort: number,
            httpsPort: number,
            pacFile: text,
            pacFilePort: number,
        }),
        firewallPolicyName: fixed(
            matching(
                /^[a-zA-Z0-9]([-\w.]{0,78}\w)?$/,
                "1 to 80 letters, digits, _ - . , with a letter or digit first",
            ),
        ),
        id: text,
        identity: identityShape(
            "SystemAssigned",
            "UserAssigned",
            "SystemAssigned, UserAssigned",
            "None",
        ),
        insights: object({
            isEnabled: flag,
            logAnalyticsResources: object({
                defaultWorkspaceId: reference,
                workspaces: list(object({ region: text, workspaceId: reference })),
            }),
            retentionDays: number,
        }),
        intrusionDetection: object({
            configuration: object({
                bypassTrafficSettings: list(
                    object({
                        description: text,
                        destinationAddresses: list(text),
                        destinationIpGroups: list(text),
                        destinationPorts: list(text),
                        name: text,
                        protocol: choice("TCP", "UDP", "ICMP", "ANY"),
                        sourceAddresses: list(text),
                        sourceIpGroups: list(text),
                    }),
                ),
                privateRanges: list(text),
                signatureOverrides: list(
                    object({ id: text, mode: choice("Off", "Alert", "Deny") }),
                ),
            }),
            mode: choice("Off", "Alert", "Deny"),
            profile: choice("Basic", "Standard", "Advanced", "Extended"),
        }),
        location,
        resourceGroupName,
        sku: object({ tier: choice("Standard", "Premium", "Basic") }),
        snat: object({
            autoLearnPrivateRanges: choice("Enabled", "Disabled"),
            privateRanges: list(text),
        }),
        sql: object({ allowSqlRedirect: flag }),
        tags,
        threatIntelMode: choice("Alert", "Deny", "Off"),
        threatIntelWhitelist: object({ fqdns: list(text), ipAddresses: list(text) }),
        transportSecurity: object({
            certificateAuthority: object({ keyVaultSecretId: text, name: text }),
        }),
    },
    names: ["firewallPolicyName"],
    hidden: ["id"],
    check: checkTier,
    outputs: (shaping) => ({
        sku: { tier: "Standard", ...part(shaping.inputs, "sku") },
        threatIntelMode: shaping.inputs.threatIntelMode ?? "Alert",
        ...identityOutput(shaping),
        childPolicies: [],
        firewalls: [],
        ruleCollectionGroups: [],
        size: "0MB",
        etag: shaping.each(() => guid(shaping.id, String(Date.now()))),
        provisioningState: "Succeeded",
    }),
    claims: identityClaims,
    parents: ({ inputs }) => uses(usedBy(inputs)),
    beforeCreate: checkReferences,
    beforeUpdate: checkReferences,
    beforeDelete: (change) => refuseUsed(change, "FirewallPolicyDeleteNotAllowedWhenReferenced"),
    deletion: ({ store, id }) => ({ remove: store.under(id) }),
});

/** What only a Premium policy can do, and what a Basic one cannot. */
function checkTier(inputs: Values) {
    const tier = tierOf(inputs) || "standard";
    if (isUnknown(inputs.sku) || isUnknown(get(inputs, "sku", "tier"))) {
        return [];
    }
    const premium = ["intrusionDetection", "transportSecurity"];
    const standard = ["dnsSettings", "explicitProxy"];
    const beyond = [...(tier === "premium" ? [] : premium), ...(tier === "basic" ? standard : [])];
    return beyond
        .filter((name) => inputs[name] !== undefined)
        .map((property) => ({ property, reason: `is not part of a policy of tier ${tier}` }));
}

/** A policy builds on one of its own tier, in place of which it cannot stand itself. */
function checkReferences(write: Write): void {
    requireUsed(write, usedBy(write.inputs));
    requireIdentities(write);
    const base = referencesAt(write.inputs, ["basePolicy"])[0];
    if (base?.toLowerCase() === write.id.toLowerCase()) {
        throw armError(
            400,
            "FirewallPolicyBasePolicyIsItself",
            "A policy cannot be its own base policy.",
        );
    }
}
