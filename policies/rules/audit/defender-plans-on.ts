import { is, map, readText, withDefault } from "../../../model/known";
import { allowed, undecidable } from "../../../model/finding";
import { defineRule } from "../../lib/defineRule";
import { judgeDemands } from "../../lib/demands";
import { texts } from "../../lib/settings";

const nativeType = "azure-native:security:Pricing";
const classicType = "azure:securitycenter:SubscriptionPricing";

export const defenderPlansOn = defineRule({
    id: "defender-plans-on",
    code: "L03",
    title: "Defender for Cloud watches the control plane, the vaults and the machines",
    attack: "Without the plans nothing notices a vault that is read out at night, a machine that mines or scans, or a deployment that turns guards off.",
    blindSpot:
        "Judges plans the stack names; one it leaves out stays as somebody set it by hand. Does not see who hears of the findings.",
    severity: "medium",
    enforcement: "advisory",
    confidence: "high",
    remediation: {
        change: 'set pricingTier to "Standard" (AuditTrail: name the plan in defenderPlans)',
        code: 'new Pricing("vaults", { pricingName: "KeyVaults", pricingTier: "Standard", scopeId });',
    },
    controls: ["mcsb:LT-1", "owasp:cicd-sec-10"],
    tags: ["azure", "audit"],
    types: [nativeType, classicType],
    settings: {
        plans: texts("Plans that must be on.", ["Arm", "KeyVaults", "VirtualMachines"]),
    },
    examples: {
        denied: 'new Pricing("vaults", { pricingName: "KeyVaults", pricingTier: "Free", scopeId });',
        allowed:
            'new Pricing("vaults", { pricingName: "KeyVaults", pricingTier: "Standard", scopeId });',
    },
    judge({ type, props }, { config }) {
        const [planPath, tierPath] =
            type === nativeType ? ["pricingName", "pricingTier"] : ["resourceType", "tier"];
        const plan = map(readText(props, planPath), (name) => name.toLowerCase());
        const seen = readText(props, tierPath);
        const on = map(seen, (tier) => tier.toLowerCase() === "standard");
        const met = withDefault(on, false);
        if (plan.state === "unknown") return is(met, true) ? allowed : undecidable([planPath]);
        if (!config.plans.some((wanted) => is(plan, wanted.toLowerCase()))) return allowed;
        return judgeDemands([{ property: tierPath, seen, met, wanted: "Standard" }]);
    },
});
