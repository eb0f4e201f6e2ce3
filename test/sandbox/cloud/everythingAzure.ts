import {
    at,
    group,
    inGroup,
    networkId,
    placed,
    platformSamples,
    vaultId,
    workspaceId,
    type Sample,
} from "./everything";
import { azureAppSamples } from "./everythingAzureApps";
import { azureComputeSamples } from "./everythingAzureCompute";
import { azureNetworkSamples } from "./everythingAzureNetwork";
import { azureGovernanceSamples } from "./everythingAzureGovernance";
import { azureOperationsSamples } from "./everythingAzureOperations";
import { subscription, tenant } from "./support";

const identityId = at("Microsoft.ManagedIdentity/userAssignedIdentities/id-main");
const roleId = "00000000-0000-4000-8000-000000000001";

/** One resource of each Azure type, in the order in which they can be created. */
export const azureSamples: readonly Sample[] = [
    ...platformSamples,
    {
        type: "azure-native:monitor:DiagnosticSetting",
        inputs: {
            name: "audit",
            resourceUri: vaultId,
            workspaceId,
            logs: [{ categoryGroup: "allLogs", enabled: true }],
        },
        id: `${vaultId}/providers/Microsoft.Insights/diagnosticSettings/audit`,
        update: { logs: [{ categoryGroup: "audit", enabled: true }] },
        replace: { resourceUri: networkId },
    },
    {
        type: "azure-native:managedidentity:UserAssignedIdentity",
        inputs: { ...placed, resourceName: "id-main" },
        id: identityId,
        later: ["clientId", "principalId"],
        update: { tags: { a: "b" } },
        replace: { resourceName: "id-other" },
    },
    {
        type: "azure-native:managedidentity:FederatedIdentityCredential",
        inputs: {
            ...inGroup,
            resourceName: "id-main",
            federatedIdentityCredentialResourceName: "web-production",
            issuer: "https://token.actions.githubusercontent.com",
            subject: "repo:acme/web:environment:production",
            audiences: ["api://AzureADTokenExchange"],
        },
        id: `${identityId}/federatedIdentityCredentials/web-production`,
        update: { subject: "repo:acme/web:environment:staging" },
        replace: { resourceName: "id-other" },
    },
    {
        type: "azure-native:authorization:RoleDefinition",
        inputs: { scope: group, roleDefinitionId: roleId, roleName: "Deployer" },
        id: `${group}/providers/Microsoft.Authorization/roleDefinitions/${roleId}`,
        later: ["createdOn"],
        update: { description: "deploys" },
        replace: { scope: "/" },
    },
    {
        type: "azure-native:authorization:RoleAssignment",
        inputs: {
            scope: group,
            roleAssignmentName: roleId,
            roleDefinitionId: `/subscriptions/${subscription}/providers/Microsoft.Authorization/roleDefinitions/${roleId}`,
            principalId: tenant,
            principalType: "Group",
        },
        id: `${group}/providers/Microsoft.Authorization/roleAssignments/${roleId}`,
        later: ["createdOn"],
        update: { description: "deploys" },
        replace: { principalId: subscription },
    },
    {
        type: "azure-native:authorization:PimRoleEligibilitySchedule",
        inputs: {
            scope: group,
            roleDefinitionId: `/subscriptions/${subscription}/providers/Microsoft.Authorization/roleDefinitions/${roleId}`,
            principalId: tenant,
            scheduleInfo: { expiration: { type: "AfterDateTime", endDateTime: "2999-01-01" } },
        },
        id: /roleEligibilitySchedules\/[0-9a-f-]{36}$/,
        known: true,
        later: ["createdOn"],
        replace: { justification: "another" },
    },
    {
        type: "azure-native:storage:StorageAccount",
        inputs: {
            ...placed,
            accountName: "stmain",
            kind: "StorageV2",
            sku: { name: "Standard_LRS" },
        },
        id: at("Microsoft.Storage/storageAccounts/stmain"),
        later: ["creationTime"],
        update: { minimumTlsVersion: "TLS1_2" },
        replace: { kind: "BlobStorage" },
    },
    ...azureNetworkSamples,
    ...azureComputeSamples,
    ...azureOperationsSamples,
    ...azureGovernanceSamples,
    ...azureAppSamples,
    {
        type: "azure-native:authorization:ManagementLockByScope",
        inputs: { scope: vaultId, lockName: "keep", level: "CanNotDelete" },
        id: `${vaultId}/providers/Microsoft.Authorization/locks/keep`,
        update: { notes: "why" },
        replace: { scope: networkId },
    },
];
