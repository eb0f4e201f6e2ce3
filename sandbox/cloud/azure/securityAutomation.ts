import { choice, fixed, flag, list, object, required, secret, text, variants } from "../shape";
import { location, parentId, requireResource, resourceGroupName, tags } from "./arm";
import { namedType } from "./named";

const automationSourceShape = object({
    eventSource: choice(
        "Assessments",
        "AssessmentsSnapshot",
        "SubAssessments",
        "SubAssessmentsSnapshot",
        "Alerts",
        "SecureScores",
        "SecureScoresSnapshot",
        "SecureScoreControls",
        "SecureScoreControlsSnapshot",
        "RegulatoryComplianceAssessment",
        "RegulatoryComplianceAssessmentSnapshot",
        "AttackPaths",
        "AttackPathsSnapshot",
    ),
    ruleSets: list(
        object({
            rules: list(
                object({
                    expectedValue: text,
                    operator: choice(
                        "Equals",
                        "GreaterThan",
                        "GreaterThanOrEqualTo",
                        "LesserThan",
                        "LesserThanOrEqualTo",
                        "NotEquals",
                        "Contains",
                        "StartsWith",
                        "EndsWith",
                    ),
                    propertyJPath: text,
                    propertyType: choice("String", "Integer", "Number", "Boolean"),
                }),
            ),
        }),
    ),
});

export const devOpsConfiguration = namedType({
    token: "azure-native:security:DevOpsConfiguration",
    api: "2024-04-01",
    type: "Microsoft.Security/securityConnectors/devops",
    inputs: {
        properties: object({
            authorization: object({ code: secret(text) }),
            autoDiscovery: choice("Disabled", "Enabled", "NotApplicable"),
            provisioningState: choice(
                "Succeeded",
                "Failed",
                "Canceled",
                "Pending",
                "PendingDeletion",
                "DeletionSuccess",
                "DeletionFailure",
            ),
            topLevelInventoryList: list(text),
        }),
        resourceGroupName,
        securityConnectorName: required(fixed(text)),
    },
    names: ["securityConnectorName", "=default"],
    beforeCreate: ({ store, id }) =>
        void requireResource(
            store,
            parentId(id),
            "ParentResourceNotFound",
            "The security connector",
        ),
});

export const securityAutomation = namedType({
    token: "azure-native:security:Automation",
    api: "2023-12-01-preview",
    type: "Microsoft.Security/automations",
    inputs: {
        actions: list(
            variants("actionType", {
                EventHub: {
                    connectionString: text,
                    eventHubResourceId: text,
                    isTrustedServiceEnabled: flag,
                },
                LogicApp: { logicAppResourceId: text, uri: text },
                Workspace: { workspaceResourceId: text },
            }),
        ),
        automationName: fixed(text),
        description: text,
        isEnabled: flag,
        kind: text,
        location,
        resourceGroupName,
        scopes: list(object({ description: text, scopePath: text })),
        sources: list(automationSourceShape),
        tags,
    },
    names: ["automationName"],
    outputs: ({ inputs }) => ({ isEnabled: inputs.isEnabled ?? true }),
});
