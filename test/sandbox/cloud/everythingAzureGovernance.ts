import { at, group, inGroup, placed, workspaceId, type Sample } from "./everything";
import { subscription, tenant } from "./support";

const authorization = (scope: string, path: string) =>
    `${scope}/providers/Microsoft.Authorization/${path}`;
const ofSubscription = `/subscriptions/${subscription}`;
const assignmentId = authorization(group, "policyAssignments/locations");

/** Policies, and what Defender looks at. */
export const azureGovernanceSamples: readonly Sample[] = [
    {
        type: "azure-native:authorization:PolicyDefinition",
        inputs: {
            policyDefinitionName: "places",
            parameters: { places: { type: "Array" } },
            policyRule: { if: { field: "location", notIn: [] }, then: { effect: "deny" } },
        },
        id: authorization(ofSubscription, "policyDefinitions/places"),
        update: { description: "where" },
        replace: { policyDefinitionName: "other" },
    },
    {
        type: "azure-native:authorization:PolicySetDefinition",
        inputs: {
            policySetDefinitionName: "all",
            policyDefinitions: [
                { policyDefinitionId: authorization(ofSubscription, "policyDefinitions/places") },
            ],
        },
        id: authorization(ofSubscription, "policySetDefinitions/all"),
        update: { description: "all" },
        replace: { policySetDefinitionName: "other" },
    },
    {
        type: "azure-native:authorization:PolicyAssignment",
        inputs: {
            policyAssignmentName: "locations",
            scope: group,
            location: "uksouth",
            identity: { type: "SystemAssigned" },
            policyDefinitionId: authorization(ofSubscription, "policyDefinitions/places"),
            parameters: { places: { value: ["uksouth"] } },
        },
        id: assignmentId,
        update: { enforcementMode: "DoNotEnforce" },
        replace: { scope: ofSubscription },
    },
    {
        type: "azure-native:authorization:PolicyExemption",
        inputs: {
            policyExemptionName: "while",
            scope: group,
            policyAssignmentId: assignmentId,
            exemptionCategory: "Waiver",
            expiresOn: "2026-12-31T00:00:00Z",
        },
        id: authorization(group, "policyExemptions/while"),
        update: { description: "moving" },
        replace: { policyExemptionName: "other" },
    },
    {
        type: "azure-native:security:Pricing",
        inputs: {
            scopeId: ofSubscription.slice(1),
            pricingName: "VirtualMachines",
            pricingTier: "Standard",
            subPlan: "P2",
        },
        id: `${ofSubscription}/providers/Microsoft.Security/pricings/VirtualMachines`,
        later: ["enablementTime"],
        update: { enforce: "True" },
        replace: { pricingName: "KeyVaults" },
    },
    {
        type: "azure-native:security:SecurityContact",
        inputs: {
            securityContactName: "default",
            emails: "security@acme.example",
            notificationsSources: [{ sourceType: "Alert", minimalSeverity: "Medium" }],
        },
        id: `${ofSubscription}/providers/Microsoft.Security/securityContacts/default`,
        update: { isEnabled: false },
    },
    {
        type: "azure-native:security:SecurityConnector",
        inputs: {
            ...placed,
            securityConnectorName: "github",
            environmentName: "Github",
            hierarchyIdentifier: tenant,
            environmentData: { environmentType: "GithubScope" },
            offerings: [{ offeringType: "CspmMonitorGithub" }],
        },
        id: at("Microsoft.Security/securityConnectors/github"),
        update: { tags: { a: "b" } },
        replace: { securityConnectorName: "other" },
    },
    {
        type: "azure-native:security:DevOpsConfiguration",
        inputs: {
            ...inGroup,
            securityConnectorName: "github",
            properties: { autoDiscovery: "Enabled", authorization: { code: "hush" } },
        },
        id: at("Microsoft.Security/securityConnectors/github/devops/default"),
        update: { properties: { autoDiscovery: "Disabled", authorization: { code: "hush" } } },
        replace: { securityConnectorName: "other" },
    },
    {
        type: "azure-native:security:Automation",
        inputs: {
            ...placed,
            automationName: "export",
            scopes: [{ description: "all", scopePath: ofSubscription }],
            sources: [{ eventSource: "Alerts" }],
            actions: [{ actionType: "Workspace", workspaceResourceId: workspaceId }],
        },
        id: at("Microsoft.Security/automations/export"),
        update: { isEnabled: false },
        replace: { automationName: "other" },
    },
    {
        type: "azure-native:monitor:ManagementGroupDiagnosticSetting",
        inputs: {
            name: "audit",
            managementGroupId: "acme",
            workspaceId,
            logs: [{ category: "Policy", enabled: true }],
        },
        id: "/providers/Microsoft.Management/managementGroups/acme/providers/Microsoft.Insights/diagnosticSettings/audit",
        update: { logs: [{ category: "Security", enabled: true }] },
        replace: { managementGroupId: "other" },
    },
];
