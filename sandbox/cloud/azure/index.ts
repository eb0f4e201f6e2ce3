import { guid } from "../identifiers";
import type { CloudFunction, ResourceType } from "../resourceType";
import type { Fields } from "../shape";
import { actionGroup } from "./actionGroup";
import { managementGroupDiagnosticSetting, subscriptionDiagnosticSetting } from "./activityLog";
import { activityLogAlert, scheduledQueryRule } from "./alerts";
import { appServicePlan } from "./appServicePlan";
import { lock, roleAssignment, roleDefinition } from "./authorization";
import { azureFirewall } from "./azureFirewall";
import { blobService, managementPolicy } from "./blobService";
import { blobContainer, immutabilityPolicy } from "./blobStorage";
import { certificateProfile, codeSigningAccount } from "./codeSigning";
import { containerApp, containerJob } from "./containerApp";
import { managedEnvironment } from "./containerEnvironment";
import { containerRegistry } from "./containerRegistry";
import {
    dataCollectionAssociation,
    dataCollectionEndpoint,
    dataCollectionRule,
} from "./dataCollection";
import { pricing, securityContact } from "./defender";
import { devCenter, devCenterProject } from "./devCenter";
import { devOpsPool } from "./devOpsPool";
import { diagnosticSetting } from "./diagnosticSetting";
import { roleEligibility } from "./eligibility";
import { eventSubscription } from "./eventSubscription";
import { federatedCredential } from "./federatedCredential";
import { firewallPolicy } from "./firewallPolicy";
import { flowLog, networkWatcher } from "./flowLog";
import { gallery, galleryImage } from "./gallery";
import { galleryImageVersion } from "./galleryVersion";
import { userAssignedIdentity } from "./identity";
import { dataExport, linkedService, logTable } from "./logAnalytics";
import { maintenanceAssignment, maintenanceConfiguration } from "./maintenance";
import { maintenanceOfGroup, maintenanceOfSubscription } from "./maintenanceScope";
import { natGateway } from "./natGateway";
import { policyAssignment, policyExemption } from "./policyAssignment";
import { policyDefinition, policySetDefinition } from "./policyDefinition";
import { networkLink, privateZone } from "./privateDns";
import { dnsZoneGroup, privateEndpoint } from "./privateEndpoint";
import { publicAddress, publicPrefix } from "./publicAddress";
import { resourceGroup } from "./resourceGroup";
import { route, routeTable } from "./routeTable";
import { ipGroup, ruleCollectionGroup } from "./ruleCollectionGroup";
import { scaleSet, scaleSetExtension } from "./scaleSet";
import { devOpsConfiguration, securityAutomation } from "./securityAutomation";
import { securityConnector } from "./securityConnector";
import { securityGroup, securityRule } from "./securityGroup";
import { storageAccount } from "./storageAccount";
import { subnet } from "./subnet";
import { vault } from "./vault";
import { vaultKey, vaultSecret } from "./vaultContents";
import { virtualNetwork } from "./virtualNetwork";
import { webApp, webAppSlot } from "./webApp";
import { sharedKeys, workspace } from "./workspace";

/** Azure types that are emulated. */
export const azureTypes: readonly ResourceType[] = [
    actionGroup,
    activityLogAlert,
    appServicePlan,
    azureFirewall,
    blobContainer,
    blobService,
    certificateProfile,
    codeSigningAccount,
    containerApp,
    containerJob,
    containerRegistry,
    dataCollectionAssociation,
    dataCollectionEndpoint,
    dataCollectionRule,
    dataExport,
    devCenter,
    devCenterProject,
    devOpsConfiguration,
    devOpsPool,
    diagnosticSetting,
    dnsZoneGroup,
    eventSubscription,
    federatedCredential,
    firewallPolicy,
    flowLog,
    gallery,
    galleryImage,
    galleryImageVersion,
    immutabilityPolicy,
    ipGroup,
    linkedService,
    lock,
    logTable,
    maintenanceAssignment,
    maintenanceConfiguration,
    maintenanceOfGroup,
    maintenanceOfSubscription,
    managedEnvironment,
    managementGroupDiagnosticSetting,
    managementPolicy,
    natGateway,
    networkLink,
    networkWatcher,
    policyAssignment,
    policyDefinition,
    policyExemption,
    policySetDefinition,
    pricing,
    privateEndpoint,
    privateZone,
    publicAddress,
    publicPrefix,
    resourceGroup,
    roleAssignment,
    roleEligibility,
    roleDefinition,
    route,
    routeTable,
    ruleCollectionGroup,
    scaleSet,
    scaleSetExtension,
    scheduledQueryRule,
    securityAutomation,
    securityConnector,
    securityContact,
    securityGroup,
    securityRule,
    storageAccount,
    subnet,
    subscriptionDiagnosticSetting,
    userAssignedIdentity,
    vault,
    vaultKey,
    vaultSecret,
    virtualNetwork,
    webApp,
    webAppSlot,
    workspace,
];

const getClientConfig: CloudFunction = (_args, { subscriptionId, tenantId }) => ({
    clientId: guid("deployer client"),
    objectId: guid("deployer"),
    subscriptionId,
    tenantId,
});

/** Azure functions that are emulated. */
export const azureFunctions = new Map<string, { args: Fields; run: CloudFunction }>([
    ["azure-native:authorization:getClientConfig", { args: {}, run: getClientConfig }],
    ["azure-native:operationalinsights:getSharedKeys", sharedKeys],
]);
