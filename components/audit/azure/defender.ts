import { Pricing, SecurityContact } from "@pulumi/azure-native/security";
import type * as pulumi from "@pulumi/pulumi";

import { defenderPlans } from "./defenderPlans";
import type { AzureFacts } from "./facts";

/**
 * Turns plans of Defender on for the subscription, and names who hears of its findings. One plan
 * after the other: Azure refuses changes of plans that come at once.
 */
export function createDefender(
    parent: pulumi.Resource,
    name: string,
    facts: AzureFacts,
    plans: readonly string[],
): void {
    let before: pulumi.Resource[] = [];
    for (const plan of plans) {
        const pricing: Pricing = new Pricing(
            `${name}-defender-${plan.toLowerCase()}`,
            {
                scopeId: `subscriptions/${facts.subscriptionId}`,
                pricingName: plan,
                pricingTier: "Standard",
                subPlan: defenderPlans[plan]?.subPlan,
                // No resource of the subscription opts out.
                enforce: "True",
            },
            { parent, dependsOn: before },
        );
        before = [pricing];
    }
    new SecurityContact(
        `${name}-security-contact`,
        {
            securityContactName: "default",
            isEnabled: true,
            emails: facts.emails.join(";"),
            notificationsByRole: { state: "On", roles: ["Owner"] },
            notificationsSources: [
                { sourceType: "Alert", minimalSeverity: "Medium" },
                { sourceType: "AttackPath", minimalRiskLevel: "High" },
            ],
        },
        { parent },
    );
}
