import { UNKNOWN, type PropertyTree, type PropertyValue } from "../../../../model/known";
import { defenderPlansOn } from "../../../../policies/rules/audit/defender-plans-on";
import { describeRule } from "../../../support/describeRule";

const type = "azure-native:security:Pricing";
const plan = (
    pricingName: PropertyValue,
    pricingTier: PropertyValue = null,
): { type: string; props: PropertyTree } => ({
    type,
    props: { pricingName, pricingTier },
});

describeRule(defenderPlansOn, {
    denied: [
        {
            name: "vaults nobody watches",
            ...plan("KeyVaults", "Free"),
            findings: ["pricingTier"],
            advisory: true,
        },
        {
            name: "a plan without a tier",
            ...plan("arm"),
            findings: ["pricingTier"],
            advisory: true,
        },
        {
            name: "a plan of the classic provider",
            type: "azure:securitycenter/subscriptionPricing:SubscriptionPricing",
            props: { resourceType: "VirtualMachines", tier: "Free" },
            findings: ["tier"],
            advisory: true,
        },
    ],
    allowed: [
        { name: "a plan that is on", ...plan("KeyVaults", "Standard") },
        { name: "a plan nobody asks for", ...plan("Containers", "Free") },
        { name: "whatever plan it is, when it is on", ...plan(UNKNOWN, "Standard") },
    ],
    undecidable: [
        { name: "an unknown tier", ...plan("Arm", UNKNOWN) },
        { name: "an unknown plan", ...plan(UNKNOWN, "Free") },
    ],
    tokens: ["azure-native:security/v20240101:Pricing"],
});
