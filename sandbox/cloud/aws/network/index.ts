import type { ResourceType } from "../../resourceType";
import { vpcEndpoint } from "./endpoints";
import { firewall, firewallLogging, firewallPolicy, ruleGroup } from "./firewall";
import { elasticIp, internetGateway, natGateway } from "./gateways";
import { networkAcl, networkAclAssociation, networkAclRule } from "./networkAcls";
import { flowLog, managedPrefixList, managedPrefixListEntry } from "./prefixLists";
import { route, routeTable, routeTableAssociation } from "./routes";
import { defaultSecurityGroup, egressRule, ingressRule, securityGroup } from "./securityGroups";
import { subnet, vpc } from "./vpc";

/** Emulated types of this folder. */
export const networkTypes: readonly ResourceType[] = [
    vpcEndpoint,
    firewall,
    firewallLogging,
    firewallPolicy,
    ruleGroup,
    elasticIp,
    internetGateway,
    natGateway,
    networkAcl,
    networkAclAssociation,
    networkAclRule,
    flowLog,
    managedPrefixList,
    managedPrefixListEntry,
    route,
    routeTable,
    routeTableAssociation,
    defaultSecurityGroup,
    egressRule,
    ingressRule,
    securityGroup,
    subnet,
    vpc,
];
