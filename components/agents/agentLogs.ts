import type { VirtualMachineScaleSet } from "@pulumi/azure-native/compute";
import { DataCollectionRule, DataCollectionRuleAssociation } from "@pulumi/azure-native/monitor";
import type { input } from "@pulumi/azure-native/types";
import type { UserAssignedIdentity } from "@pulumi/azure-native/managedidentity";

import { azureName } from "../shared/naming";
import { agentFacts } from "./agentFacts";
import type { PoolPlan } from "./poolPlan";

/** The Azure Monitor agent, which speaks with the pool's identity: needed, not a role. */
export function monitorExtension(
    identity: UserAssignedIdentity,
): input.compute.VirtualMachineScaleSetExtensionArgs {
    const { publisher, type, version } = agentFacts.monitorExtension;
    return {
        name: "monitor",
        publisher,
        type,
        typeHandlerVersion: version,
        autoUpgradeMinorVersion: true,
        enableAutomaticUpgrade: true,
        settings: {
            authentication: {
                managedIdentity: {
                    "identifier-name": "mi_res_id",
                    "identifier-value": identity.id,
                },
            },
        },
    };
}

/** Sends the system log of every machine to the workspace: what jobs did outlives the machine. */
export function collectLogs(plan: PoolPlan, scaleSet: VirtualMachineScaleSet): void {
    const { args, name, parent, tags } = plan;
    const destinations = ["workspace"];
    const streams = ["Microsoft-Syslog"];
    const rule = new DataCollectionRule(
        `${name}-logs`,
        {
            dataCollectionRuleName: azureName("dcr", "agent", args.poolName, plan.tierWord),
            resourceGroupName: args.resourceGroupName,
            location: args.location,
            tags,
            kind: "Linux",
            dataSources: {
                syslog: [
                    {
                        name: "syslog",
                        streams,
                        facilityNames: ["*"],
                        logLevels: ["Info", ...louder],
                    },
                ],
            },
            destinations: {
                logAnalytics: [{ name: "workspace", workspaceResourceId: args.workspaceId }],
            },
            dataFlows: [{ streams, destinations }],
        },
        { parent },
    );
    new DataCollectionRuleAssociation(
        `${name}-logs-of-machines`,
        {
            associationName: "agent-logs",
            resourceUri: scaleSet.id,
            dataCollectionRuleId: rule.id,
        },
        { parent },
    );
}

const louder = ["Notice", "Warning", "Error", "Critical", "Alert", "Emergency"];
