import * as pulumi from "@pulumi/pulumi";

import { refuse } from "../shared/validate";
import { blockPublicAccess, guardMachines } from "./aws/accountGuards";
import { zoneRanges } from "./aws/addresses";
import { hasFirewall, hostNames, networkProblems, profilesOf } from "./aws/checkNetwork";
import { createEndpoints, createGroups, createRules } from "./aws/endpoints";
import { createFlowLog } from "./aws/flowLogs";
import { createLogGroup, createLogKey } from "./aws/logs";
import type { Placement } from "./aws/placement";
import { createSubnet, createVpc } from "./aws/subnets";
import { createWayOut } from "./aws/wayOut";
import type { AwsAgentNetworkArgs } from "./awsAgentNetworkArgs";
import { warnOfStaleProfiles } from "./egress/staleness";

/**
 * A network on AWS for build agents: nobody gets in, and agents get out only to where they must.
 *
 * Guaranteed:
 * - no packet from anywhere gets in to an agent;
 * - a packet of an agent gets out only by TCP on port 443, to the endpoints, to S3 and to the firewall;
 * - the firewall lets exactly the host names of the profiles and of allowNames through;
 * - with egress "endpoints" there is no internet gateway, no NAT gateway and no firewall;
 * - no subnet of agents has a route to an internet gateway;
 * - what leaves through the firewall comes back through the same endpoint of it;
 * - nothing but the NAT gateways has a public address;
 * - the security group that comes with the network lets nothing in and nothing out;
 * - an endpoint serves identities of the account only, and resources of the account and allowAccounts;
 * - of the buckets that belong to AWS the endpoint of S3 lets agents read those in the list, no others;
 * - every connection is logged, taken or refused, for a year at least, under a customer key;
 * - what the firewall stops is logged under the same key;
 * - logs, their key and the firewall are protected unless allowDestroy is given.
 *
 * Each zone has its own firewall endpoint, NAT gateway and public address (`egressAddresses`), so that
 * one zone's failure leaves the other working; AWS charges for each. Network ACLs stay as AWS makes
 * them, letting everything through: they know no connections, so one that lets answers in lets any
 * packet in to the same ports. What they would refuse, the security groups refuse.
 *
 * `guardAccount` and `blockPublicAccess` change settings of the whole account in the region: give
 * them to one network of an account and region.
 *
 * Not covered: DNS queries through the network's own resolver, which no security group stops and
 * which can carry data out (Route 53 Resolver DNS Firewall does); the name in a TLS handshake is what
 * the client says it is, so a job can reach another address under an allowed name; what an allowed
 * host lets its users upload, with profiles such as "github" anywhere on that host; the endpoints'
 * policies say whose resources, not what may be done with them, that is up to the identity; peering,
 * VPNs and machines others put into the network.
 *
 * All unacceptable arguments are reported in one error.
 */
export class AwsAgentNetwork extends pulumi.ComponentResource {
    /** Id of the VPC. */
    public readonly vpcId: pulumi.Output<string>;
    /** Ids of the subnets for agents, one in each zone, in the zones' order. */
    public readonly agentSubnetIds: pulumi.Output<string[]>;
    /** Id of the security group for agents. */
    public readonly securityGroupId: pulumi.Output<string>;
    /** Public addresses agents are seen under; none with egress "endpoints". */
    public readonly egressAddresses: pulumi.Output<string[]>;
    /** Log group of the connections. */
    public readonly flowLogGroupName: pulumi.Output<string>;
    /** Log group of what the firewall stopped; empty with egress "endpoints". */
    public readonly firewallLogGroupName: pulumi.Output<string>;

    constructor(
        name: string,
        args: AwsAgentNetworkArgs,
        opts: pulumi.ComponentResourceOptions = {},
    ) {
        super("gatehouse:index:AwsAgentNetwork", name, args, opts);
        refuse(this, `AwsAgentNetwork "${name}"`, networkProblems(args));
        warnOfStaleProfiles(`AwsAgentNetwork "${name}"`, profilesOf(args));
        const place = placeOf(this, name, args, opts);
        const { accountId, region, addressRange, availabilityZones: zones } = args;

        const vpc = createVpc(place, addressRange);
        const agents = zones.map((zone, i) =>
            createSubnet(place, vpc, "agents", zone, zoneRanges(addressRange, i).agents),
        );
        const groups = createGroups(place, vpc);
        const otherAccountIds = args.allowAccounts ?? [];
        const scope = { accountId, region, otherAccountIds };
        const s3 = createEndpoints(place, vpc, groups, agents, scope);
        createRules(place, groups, s3, hasFirewall(args));

        const logs = createLogs(place, args);
        createFlowLog(place, vpc, logs.flow, logs.flowName);
        const network = { addressRange, zones, names: hostNames(args) };
        const addresses = logs.firewall
            ? createWayOut(place, vpc, agents, network, logs.firewall)
            : [];
        if (args.guardAccount === true) {
            guardMachines(place);
        }
        if (args.blockPublicAccess === true) {
            blockPublicAccess(place, hasFirewall(args));
        }

        this.vpcId = vpc.id;
        this.agentSubnetIds = pulumi.all(agents.map(({ subnet }) => subnet.id));
        this.securityGroupId = groups.agents.id;
        this.egressAddresses = pulumi.all(addresses);
        this.flowLogGroupName = logs.flow.name;
        this.firewallLogGroupName = logs.firewall?.name ?? pulumi.output("");
        this.registerOutputs({
            vpcId: this.vpcId,
            agentSubnetIds: this.agentSubnetIds,
            securityGroupId: this.securityGroupId,
            egressAddresses: this.egressAddresses,
            flowLogGroupName: this.flowLogGroupName,
            firewallLogGroupName: this.firewallLogGroupName,
        });
    }
}

function placeOf(
    parent: AwsAgentNetwork,
    name: string,
    args: AwsAgentNetworkArgs,
    { dependsOn }: pulumi.ComponentResourceOptions,
): Placement {
    return {
        parent,
        name,
        prefix: args.networkName,
        accountId: args.accountId,
        region: args.region,
        tags: args.tags ?? {},
        protect: args.allowDestroy !== true,
        dependsOn,
    };
}

/** The log groups, under one key. */
function createLogs(place: Placement, args: AwsAgentNetworkArgs) {
    const flowName = `/gatehouse/${place.prefix}/connections`;
    const firewallName = `/gatehouse/${place.prefix}/firewall`;
    const keyArn = args.logKeyArn ?? createLogKey(place, [flowName, firewallName]).arn;
    const days = args.logRetentionDays ?? 365;
    return {
        flowName,
        flow: createLogGroup(place, "flow-logs", flowName, days, keyArn),
        firewall: hasFirewall(args)
            ? createLogGroup(place, "firewall-logs", firewallName, days, keyArn)
            : undefined,
    };
}
