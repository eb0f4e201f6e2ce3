import { ActivityLogAlert, ScheduledQueryRule } from "@pulumi/azure-native/monitor";
import * as pulumi from "@pulumi/pulumi";

import { azureName } from "../../shared/naming";
import { activityAlerts, type ActivityAlert } from "./activityAlerts";
import type { AzureFacts } from "./facts";
import type { QueryFacts } from "./queries";
import { queryAlerts, type QueryAlert } from "./queryAlerts";

/** What alerts hang on. */
export interface AlertTargets {
    workspaceId: pulumi.Input<string>;
    actionGroupId: pulumi.Input<string>;
    agentRanges: readonly string[];
}

/** Every alert there is something to watch for. */
export function createAlerts(
    parent: pulumi.Resource,
    name: string,
    facts: AzureFacts,
    targets: AlertTargets,
): void {
    for (const alert of activityAlerts) {
        createActivityAlert(parent, name, facts, targets, alert);
    }
    const hasAgents = facts.hasAgentSubnets || targets.agentRanges.length > 0;
    const chosen: QueryAlert[] = [
        queryAlerts.trustChanged,
        queryAlerts.networkRuleChanged,
        queryAlerts.auditChanged,
        ...(facts.hasBreakGlass ? [queryAlerts.breakGlassUsed] : []),
        ...(hasAgents ? [queryAlerts.agentDenied] : []),
    ];
    const known = queryFacts(facts, targets);
    for (const alert of chosen) {
        createQueryAlert(parent, name, facts, targets, alert, known);
    }
}

function queryFacts(facts: AzureFacts, targets: AlertTargets): pulumi.Output<QueryFacts> {
    return pulumi
        .all([facts.apply, facts.breakGlass, facts.agentSubnetIds])
        .apply(([apply, breakGlass, subnetIds]) => ({
            apply,
            breakGlass,
            agentSubnets: subnetIds.map(subnetPath),
            agentRanges: targets.agentRanges,
        }));
}

/** "group/network/subnet" of the id of a subnet. */
function subnetPath(id: string): string {
    const parts = id.split("/");
    return [4, 8, 10].map((at) => parts[at] ?? "").join("/");
}

function createActivityAlert(
    parent: pulumi.Resource,
    name: string,
    facts: AzureFacts,
    targets: AlertTargets,
    alert: ActivityAlert,
): void {
    new ActivityLogAlert(
        `${name}-${alert.name}`,
        {
            activityLogAlertName: azureName("alert", facts.organization, alert.name),
            resourceGroupName: facts.resourceGroupName,
            location: "Global",
            tags: facts.tags,
            description: alert.description,
            enabled: true,
            scopes: [`/subscriptions/${facts.subscriptionId}`],
            condition: {
                allOf: [
                    { field: "category", equals: "Administrative" },
                    {
                        anyOf: alert.operations.map((equals) => ({
                            field: "operationName",
                            equals,
                        })),
                    },
                    // Not when it is only tried, nor twice.
                    { field: "status", equals: "Succeeded" },
                ],
            },
            actions: { actionGroups: [{ actionGroupId: targets.actionGroupId }] },
        },
        { parent },
    );
}

function createQueryAlert(
    parent: pulumi.Resource,
    name: string,
    facts: AzureFacts,
    targets: AlertTargets,
    alert: QueryAlert,
    known: pulumi.Output<QueryFacts>,
): void {
    new ScheduledQueryRule(
        `${name}-${alert.name}`,
        {
            ruleName: azureName("alert", facts.organization, alert.name),
            resourceGroupName: facts.resourceGroupName,
            location: facts.location,
            tags: facts.tags,
            displayName: alert.description,
            description: alert.description,
            enabled: true,
            kind: "LogAlert",
            severity: alert.severity,
            scopes: [targets.workspaceId],
            evaluationFrequency: alert.every,
            windowSize: alert.window,
            // An event is no state: nothing "resolves" it, and it is told once.
            autoMitigate: false,
            muteActionsDuration: alert.window,
            skipQueryValidation: alert.readsForeignTables === true,
            criteria: {
                allOf: [
                    {
                        query: known.apply(alert.query),
                        timeAggregation: "Count",
                        operator: "GreaterThan",
                        threshold: 0,
                        failingPeriods: {
                            minFailingPeriodsToAlert: 1,
                            numberOfEvaluationPeriods: 1,
                        },
                    },
                ],
            },
            actions: { actionGroups: [targets.actionGroupId] },
        },
        { parent },
    );
}
