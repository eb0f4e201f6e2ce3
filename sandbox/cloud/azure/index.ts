import { guid } from "../identifiers";
import type { CloudFunction, ResourceType } from "../resourceType";
import type { Fields } from "../shape";
import { lock, roleAssignment, roleDefinition } from "./authorization";
import { diagnosticSetting } from "./diagnosticSetting";
import { federatedCredential } from "./federatedCredential";
import { userAssignedIdentity } from "./identity";
import { networkLink, privateZone } from "./privateDns";
import { dnsZoneGroup, privateEndpoint } from "./privateEndpoint";
import { resourceGroup } from "./resourceGroup";
import { securityGroup, securityRule } from "./securityGroup";
import { storageAccount } from "./storageAccount";
import { subnet } from "./subnet";
import { vault } from "./vault";
import { vaultKey, vaultSecret } from "./vaultContents";
import { virtualNetwork } from "./virtualNetwork";
import { workspace } from "./workspace";

/** Azure types that are emulated. */
export const azureTypes: readonly ResourceType[] = [
    diagnosticSetting,
    dnsZoneGroup,
    federatedCredential,
    lock,
    networkLink,
    privateEndpoint,
    privateZone,
    resourceGroup,
    roleAssignment,
    roleDefinition,
    securityGroup,
    securityRule,
    storageAccount,
    subnet,
    userAssignedIdentity,
    vault,
    vaultKey,
    vaultSecret,
    virtualNetwork,
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
]);
