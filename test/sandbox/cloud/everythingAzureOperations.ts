import { at, inGroup, networkId, placed, workspaceId, type Sample } from "./everything";
import { subscription } from "./support";

const insights = (path: string) => at(`Microsoft.Insights/${path}`);
const account = { ...inGroup, accountName: "stmain" };
const accountId = at("Microsoft.Storage/storageAccounts/stmain");
const workspace = { ...inGroup, workspaceName: "log-main" };
const ofSubscription = `/subscriptions/${subscription}`;
const groupId = insights("actionGroups/ag-main");

/** What keeps data and watches it. */
export const azureOperationsSamples: readonly Sample[] = [
    {
        type: "azure-native:storage:BlobServiceProperties",
        inputs: { ...account, blobServicesName: "default", isVersioningEnabled: true },
        id: `${accountId}/blobServices/default`,
        update: { deleteRetentionPolicy: { enabled: true, days: 30 } },
    },
    {
        type: "azure-native:storage:BlobContainer",
        inputs: { ...account, containerName: "state" },
        id: `${accountId}/blobServices/default/containers/state`,
        later: ["etag"],
        update: { metadata: { a: "b" } },
        replace: { containerName: "other" },
    },
    {
        type: "azure-native:storage:BlobContainerImmutabilityPolicy",
        inputs: {
            ...account,
            containerName: "state",
            immutabilityPolicyName: "default",
            immutabilityPeriodSinceCreationInDays: 30,
        },
        id: `${accountId}/blobServices/default/containers/state/immutabilityPolicies/default`,
        update: { immutabilityPeriodSinceCreationInDays: 60 },
        replace: { containerName: "other" },
    },
    {
        type: "azure-native:storage:ManagementPolicy",
        inputs: {
            ...account,
            managementPolicyName: "default",
            policy: {
                rules: [
                    {
                        name: "old",
                        type: "Lifecycle",
                        definition: {
                            actions: { version: { delete: { daysAfterCreationGreaterThan: 90 } } },
                            filters: { blobTypes: ["blockBlob"] },
                        },
                    },
                ],
            },
        },
        id: `${accountId}/managementPolicies/default`,
        replace: { accountName: "stother" },
    },
    {
        type: "azure-native:operationalinsights:Table",
        inputs: { ...workspace, tableName: "AzureActivity", totalRetentionInDays: 730 },
        id: `${workspaceId}/tables/AzureActivity`,
        update: { totalRetentionInDays: 1095 },
        replace: { tableName: "Other" },
    },
    {
        type: "azure-native:operationalinsights:DataExport",
        inputs: {
            ...workspace,
            dataExportName: "archive",
            resourceId: accountId,
            tableNames: ["AzureActivity"],
        },
        id: `${workspaceId}/dataExports/archive`,
        update: { enable: false },
        replace: { dataExportName: "other" },
    },
    {
        type: "azure-native:operationalinsights:LinkedService",
        inputs: { ...workspace, linkedServiceName: "Automation", resourceId: accountId },
        id: `${workspaceId}/linkedServices/Automation`,
        update: { tags: { a: "b" } },
        replace: { workspaceName: "log-other" },
    },
    {
        type: "azure-native:monitor:ActionGroup",
        inputs: {
            ...inGroup,
            location: "Global",
            actionGroupName: "ag-main",
            groupShortName: "audit",
            enabled: true,
            emailReceivers: [{ name: "security", emailAddress: "security@acme.example" }],
        },
        id: groupId,
        update: { enabled: false },
        replace: { actionGroupName: "ag-other" },
    },
    {
        type: "azure-native:monitor:ActivityLogAlert",
        inputs: {
            ...inGroup,
            location: "Global",
            activityLogAlertName: "roles",
            scopes: [ofSubscription],
            condition: {
                allOf: [
                    { field: "category", equals: "Administrative" },
                    {
                        field: "operationName",
                        equals: "Microsoft.Authorization/roleAssignments/write",
                    },
                ],
            },
            actions: { actionGroups: [{ actionGroupId: groupId }] },
        },
        id: insights("activityLogAlerts/roles"),
        update: { enabled: false },
        replace: { activityLogAlertName: "other" },
    },
    {
        type: "azure-native:monitor:ScheduledQueryRule",
        inputs: {
            ...placed,
            ruleName: "denied",
            scopes: [workspaceId],
            severity: 2,
            evaluationFrequency: "PT5M",
            windowSize: "PT15M",
            criteria: {
                allOf: [
                    {
                        query: "AzureActivity",
                        timeAggregation: "Count",
                        operator: "GreaterThan",
                        threshold: 0,
                    },
                ],
            },
            actions: { actionGroups: [groupId] },
        },
        id: insights("scheduledQueryRules/denied"),
        later: ["etag"],
        update: { severity: 1 },
        replace: { ruleName: "other" },
    },
    {
        type: "azure-native:monitor:SubscriptionDiagnosticSetting",
        inputs: { name: "audit", workspaceId, logs: [{ category: "Policy", enabled: true }] },
        id: `${ofSubscription}/providers/Microsoft.Insights/diagnosticSettings/audit`,
        update: { logs: [{ category: "Security", enabled: true }] },
        replace: { name: "other" },
    },
    {
        type: "azure-native:monitor:DataCollectionEndpoint",
        inputs: { ...placed, dataCollectionEndpointName: "dce-main" },
        id: insights("dataCollectionEndpoints/dce-main"),
        later: ["immutableId"],
        update: { networkAcls: { publicNetworkAccess: "Disabled" } },
        replace: { dataCollectionEndpointName: "dce-other" },
    },
    {
        type: "azure-native:monitor:DataCollectionRule",
        inputs: {
            ...placed,
            dataCollectionRuleName: "dcr-main",
            kind: "Linux",
            dataSources: {
                syslog: [
                    {
                        name: "syslog",
                        streams: ["Microsoft-Syslog"],
                        facilityNames: ["auth"],
                        logLevels: ["Info"],
                    },
                ],
            },
            destinations: {
                logAnalytics: [{ name: "main", workspaceResourceId: workspaceId }],
            },
            dataFlows: [{ streams: ["Microsoft-Syslog"], destinations: ["main"] }],
        },
        id: insights("dataCollectionRules/dcr-main"),
        later: ["immutableId"],
        update: { description: "logs" },
        replace: { dataCollectionRuleName: "dcr-other" },
    },
    {
        type: "azure-native:monitor:DataCollectionRuleAssociation",
        inputs: {
            associationName: "logs",
            resourceUri: networkId,
            dataCollectionRuleId: insights("dataCollectionRules/dcr-main"),
        },
        id: `${networkId}/providers/Microsoft.Insights/dataCollectionRuleAssociations/logs`,
        update: { description: "logs" },
        replace: { resourceUri: workspaceId },
    },
    {
        type: "azure-native:eventgrid:EventSubscription",
        inputs: {
            eventSubscriptionName: "near-expiry",
            scope: at("Microsoft.KeyVault/vaults/kv-main"),
            destination: {
                endpointType: "AzureFunction",
                resourceId: at("Microsoft.Web/sites/app-main/functions/rotate"),
            },
        },
        id: `${at("Microsoft.KeyVault/vaults/kv-main")}/providers/Microsoft.EventGrid/eventSubscriptions/near-expiry`,
        update: { labels: ["rotation"] },
        replace: { eventSubscriptionName: "other" },
    },
];
