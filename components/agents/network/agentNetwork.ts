import type { PublicIPAddress, Subnet } from "@pulumi/azure-native/network";
import * as pulumi from "@pulumi/pulumi";

import { warnOfStaleProfiles } from "../egress/staleness";
import type { AgentNetworkArgs } from "./agentNetworkArgs";
import { checkNetwork } from "./checkNetwork";
import { createFirewall } from "./firewallEgress";
import {
    createAddress,
    createNat,
    createNetwork,
    createSecurityGroup,
    type NetworkParts,
} from "./networkParts";
import {
    createAgentSubnet,
    createEndpointSubnet,
    createZones,
    type WayOut,
} from "./networkSubnets";
import { createFlowLog, createLog } from "./networkWatch";
import { agentRules, endpointRules } from "./securityRules";

/**
 * An Azure network in which build agents reach the services they need and nothing else, and nobody
 * reaches them.
 *
 * Guaranteed unless an `allow…` argument says otherwise:
 * - no packet from anywhere is let in to an agent;
 * - behind a NAT gateway, an agent's packet gets out exactly when it is TCP to port 443 of a service
 *   in `profiles`;
 * - behind a firewall, an agent gets out exactly to the host names of the services in `profiles`,
 *   by HTTPS on port 443, and looks names up at the firewall only;
 * - the firewall drops what threat intelligence and intrusion detection recognise, and every route
 *   out leads to it;
 * - agents reach no private address but private endpoints, by HTTPS, and a firewall's name service;
 * - private endpoints let in the agents' HTTPS and nothing else, and call nobody;
 * - every subnet has no way out that Azure adds by itself, and all but the firewall's have a
 *   security group;
 * - everything leaves by one static address, which Pulumi protects from deletion;
 * - each service behind a private endpoint gets a private DNS zone linked to the network;
 * - connections of the whole network are logged and analysed, and each part that writes a log sends
 *   it to the workspace;
 * - a profile that nobody compared with its source for more than 180 days causes a warning.
 *
 * Not covered: what leaves through an allowed service, such as a repository or a storage account of
 * somebody else (`azureStorage` opens all of them). Behind a NAT gateway, lookups at Azure's own name
 * service, which carry data out slowly. Behind the firewall, what TLS hides: it believes the name
 * a client asks for and does not look inside. Azure's metadata service and the address its machine
 * agent talks to (168.63.129.16), which security groups do not stop; the agents' pool closes them
 * to jobs. Rules others add to the security groups. IPv6, which the network has not. Whether Azure
 * keeps a subnet private that is handed to a Managed DevOps Pool.
 *
 * A way out through a firewall needs the firewall's address before it stands: the network looks
 * names up at the first free address of its subnet. Should Azure give it another one, the deployment
 * fails before any agent can be placed.
 *
 * All unacceptable arguments are reported in one error.
 */
export class AgentNetwork extends pulumi.ComponentResource {
    /** Id of the virtual network. */
    public readonly networkId: pulumi.Output<string>;
    /** Id of the agents' subnet. */
    public readonly agentSubnetId: pulumi.Output<string>;
    /** Id of the subnet for private endpoints. */
    public readonly endpointSubnetId: pulumi.Output<string>;
    /** Id of the security group of the agents' subnet. */
    public readonly securityGroupId: pulumi.Output<string>;
    /** Public IPv4 address that everything leaves by, for the allow lists of others. */
    public readonly egressAddress: pulumi.Output<string>;
    /** Ids of the private DNS zones, by zone, for example "privatelink.vaultcore.azure.net". */
    public readonly privateZoneIds: pulumi.Output<Record<string, string>>;
    /** Private address of the firewall; absent with a NAT gateway. */
    public readonly firewallPrivateAddress?: pulumi.Output<string>;

    constructor(name: string, args: AgentNetworkArgs, opts: pulumi.ComponentResourceOptions = {}) {
        super("gatehouse:index:AgentNetwork", name, args, opts);
        const plan = checkNetwork(this, name, args);
        warnOfStaleProfiles(`AgentNetwork "${name}"`, plan.profiles);
        const parts = createNetwork(this, name, args, plan);
        const guard = createSecurityGroup(parts, "agents", agentRules(args, plan.profiles));
        const endpointGuard = createSecurityGroup(parts, "endpoints", endpointRules(args));
        const address = createAddress(parts);
        const egress = createEgress(parts, address);
        // Azure changes the subnets of a network one after the other.
        const endpoints = createEndpointSubnet(parts, endpointGuard, egress.subnets);
        const agents = createAgentSubnet(parts, guard, egress.wayOut, [endpoints]);
        createFlowLog(parts);
        createLog(parts, "network", parts.network.id);
        createLog(parts, "agents-guard", guard.id);
        createLog(parts, "endpoints-guard", endpointGuard.id);
        createLog(parts, "address", address.id);

        this.networkId = parts.network.id;
        this.agentSubnetId = agents.id;
        this.endpointSubnetId = endpoints.id;
        this.securityGroupId = guard.id;
        this.egressAddress = address.ipAddress.apply((value) => value ?? "");
        this.privateZoneIds = createZones(parts);
        if (egress.firewallAddress !== undefined) {
            this.firewallPrivateAddress = egress.firewallAddress;
        }
        this.registerOutputs({
            networkId: this.networkId,
            agentSubnetId: this.agentSubnetId,
            endpointSubnetId: this.endpointSubnetId,
            securityGroupId: this.securityGroupId,
            egressAddress: this.egressAddress,
            privateZoneIds: this.privateZoneIds,
            firewallPrivateAddress: this.firewallPrivateAddress,
        });
    }
}

/** The way out, and subnets that have to stand before further ones are made. */
interface Egress {
    wayOut: WayOut;
    subnets: Subnet[];
    firewallAddress?: pulumi.Output<string>;
}

function createEgress(parts: NetworkParts, address: PublicIPAddress): Egress {
    if (parts.args.egress === "nat") {
        return { wayOut: { natGateway: { id: createNat(parts, address).id } }, subnets: [] };
    }
    const { firewall, routeTable, subnet, address: inside } = createFirewall(parts, address);
    createLog(parts, "firewall", firewall.id);
    const wayOut = { routeTable: { id: routeTable.id } };
    return { wayOut, subnets: [subnet], firewallAddress: inside };
}
