import { armError } from "../failures";
import type { Write } from "../resourceType";
import {
    anything,
    choice,
    fixed,
    flag,
    list,
    object,
    oneOf,
    required,
    text,
    variants,
} from "../shape";
import { str, text as joined } from "../values";
import { armType, copied } from "./arm";

/** Plans by the name of what they watch. source: Defender for Cloud, pricings API 2024-01-01; date: 2026-11-21 */
const plans = [
    "VirtualMachines",
    "SqlServers",
    "AppServices",
    "StorageAccounts",
    "SqlServerVirtualMachines",
    "KubernetesService",
    "ContainerRegistry",
    "KeyVaults",
    "Dns",
    "Arm",
    "OpenSourceRelationalDatabases",
    "CosmosDbs",
    "Containers",
    "CloudPosture",
    "Api",
    "AI",
    "Discovery",
    "FoundationalCspm",
];

export const pricing = armType({
    token: "azure-native:security:Pricing",
    api: "2024-01-01",
    type: "Microsoft.Security/pricings",
    inputs: {
        enforce: choice("False", "True"),
        extensions: list(
            object({
                additionalExtensionProperties: anything,
                isEnabled: required(choice("True", "False")),
                name: required(text),
            }),
        ),
        pricingName: fixed(choice(...plans)),
        pricingTier: required(choice("Free", "Standard")),
        scopeId: required(fixed(text)),
        subPlan: text,
    },
    path: ["pricingName", "scopeId"],
    autoname: copied("pricingName"),
    // Every subscription has each plan; the provider sets what is there.
    overwrites: true,
    id: (inputs) =>
        joined`/${str(inputs, "scopeId").replace(/^\//, "")}/providers/Microsoft.Security/pricings/${str(inputs, "pricingName")}`,
    outputs: ({ inputs, once }) => ({
        enforce: inputs.enforce ?? "False",
        deprecated: false,
        freeTrialRemainingTime: "PT0S",
        enablementTime: once("enablementTime", () => new Date().toISOString()),
        inherited: "False",
        resourcesCoverageStatus: /^standard$/i.test(str(inputs, "pricingTier"))
            ? "FullyCovered"
            : "NotCovered",
    }),
    beforeCreate: checkPlan,
    beforeUpdate: checkPlan,
});

export const securityContact = armType({
    token: "azure-native:security:SecurityContact",
    api: "2023-12-01-preview",
    type: "Microsoft.Security/securityContacts",
    inputs: {
        emails: text,
        isEnabled: flag,
        notificationsByRole: object({
            roles: list(choice("AccountAdmin", "ServiceAdmin", "Owner", "Contributor")),
            state: choice("Passed", "Failed", "Skipped", "Unsupported", "On", "Off"),
        }),
        notificationsSources: list(
            variants("sourceType", {
                Alert: { minimalSeverity: choice("High", "Medium", "Low") },
                AttackPath: { minimalRiskLevel: choice("Critical", "High", "Medium", "Low") },
            }),
        ),
        phone: text,
        securityContactName: fixed(oneOf("default")),
    },
    path: ["securityContactName"],
    autoname: { property: "securityContactName", style: "copy", fit: () => "default" },
    overwrites: true,
    id: (inputs, scope) =>
        joined`/subscriptions/${scope.subscriptionId}/providers/Microsoft.Security/securityContacts/${str(inputs, "securityContactName")}`,
    outputs: ({ inputs }) => ({ isEnabled: inputs.isEnabled ?? true }),
});

function checkPlan({ inputs }: Write): void {
    const isFree = /^free$/i.test(str(inputs, "pricingTier"));
    if (isFree && inputs.subPlan !== undefined) {
        throw armError(400, "BadRequest", "subPlan is for pricingTier Standard only.");
    }
    const subPlan = str(inputs, "subPlan");
    if (
        /^virtualmachines$/i.test(str(inputs, "pricingName")) &&
        subPlan !== "" &&
        subPlan !== "P1" &&
        subPlan !== "P2"
    ) {
        throw armError(
            400,
            "BadRequest",
            `subPlan ${subPlan} of VirtualMachines is not one of P1, P2.`,
        );
    }
}
