import { SecurityGroup } from "@pulumi/aws/ec2/securityGroup";
import type { Vpc } from "@pulumi/aws/ec2/vpc";
import { VpcEndpoint } from "@pulumi/aws/ec2/vpcEndpoint";
import { SecurityGroupEgressRule } from "@pulumi/aws/vpc/securityGroupEgressRule";
import { SecurityGroupIngressRule } from "@pulumi/aws/vpc/securityGroupIngressRule";

import { endpointPolicy, type EndpointScope } from "./endpointPolicies";
import { interfaceServices } from "./endpointServices";
import { common, type Placement } from "./placement";
import type { RoutedSubnet } from "./subnets";

const https = { ipProtocol: "tcp", fromPort: 443, toPort: 443 };

/** The two security groups: who may speak, and who may be spoken to. */
export interface AgentGroups {
    /** Of agents: no way in. */
    agents: SecurityGroup;
    /** Of the interface endpoints: in from agents, nowhere out. */
    endpoints: SecurityGroup;
}

/** The groups, without the rules that need the endpoints. */
export function createGroups(place: Placement, vpc: Vpc): AgentGroups {
    const { parent, name, prefix } = place;
    const group = (what: string, description: string) =>
        new SecurityGroup(
            `${name}-${what}`,
            { ...common(place, what), name: `${prefix}-${what}`, description, vpcId: vpc.id },
            { parent },
        );
    return {
        agents: group("agents", "Agents: nothing in, 443 out to endpoints and named services"),
        endpoints: group("endpoints", "VPC endpoints: 443 in from agents, nothing out"),
    };
}

/** The endpoints; returns the gateway endpoint of S3. */
export function createEndpoints(
    place: Placement,
    vpc: Vpc,
    groups: AgentGroups,
    agents: RoutedSubnet[],
    scope: EndpointScope,
): VpcEndpoint {
    const { parent, name, region } = place;
    for (const service of interfaceServices) {
        new VpcEndpoint(
            `${name}-${service.replace(".", "-")}`,
            {
                ...common(place, service),
                vpcId: vpc.id,
                serviceName: `com.amazonaws.${region}.${service}`,
                vpcEndpointType: "Interface",
                subnetIds: agents.map(({ subnet }) => subnet.id),
                securityGroupIds: [groups.endpoints.id],
                privateDnsEnabled: true,
                policy: endpointPolicy(service, scope),
            },
            { parent },
        );
    }
    return new VpcEndpoint(
        `${name}-s3`,
        {
            ...common(place, "s3"),
            vpcId: vpc.id,
            serviceName: `com.amazonaws.${region}.s3`,
            vpcEndpointType: "Gateway",
            routeTableIds: agents.map(({ table }) => table.id),
            policy: endpointPolicy("s3", scope),
        },
        { parent },
    );
}

/**
 * The rules. Agents get none that lets anything in. Their way to the internet has no addresses in its
 * rule because the names behind it change theirs: what may pass, the firewall on the route decides.
 */
export function createRules(
    place: Placement,
    groups: AgentGroups,
    s3: VpcEndpoint,
    toInternet: boolean,
): void {
    const { parent, name, region } = place;
    const out = (
        what: string,
        description: string,
        to: Partial<ConstructorParameters<typeof SecurityGroupEgressRule>[1]>,
    ) =>
        new SecurityGroupEgressRule(
            `${name}-out-${what}`,
            {
                region,
                tags: place.tags,
                securityGroupId: groups.agents.id,
                description,
                ...https,
                ...to,
            },
            { parent },
        );
    out("endpoints", "VPC endpoints", { referencedSecurityGroupId: groups.endpoints.id });
    out("s3", "S3 through its gateway endpoint", { prefixListId: s3.prefixListId });
    if (toInternet) {
        out("internet", "Internet, by way of the firewall", { cidrIpv4: "0.0.0.0/0" });
    }
    new SecurityGroupIngressRule(
        `${name}-in-agents`,
        {
            region,
            tags: place.tags,
            securityGroupId: groups.endpoints.id,
            description: "Agents",
            ...https,
            referencedSecurityGroupId: groups.agents.id,
        },
        { parent },
    );
}
