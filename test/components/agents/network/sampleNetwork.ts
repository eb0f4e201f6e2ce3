import { AgentNetwork, type AgentNetworkArgs } from "../../../../components/index";
import { record, type Recording } from "../../../support/mocks";
import type { Rule } from "../../../support/packets/securityGroup";
import { sampleTags, type World } from "../../../support/packets/world";

const group = "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg/providers";

/** Agents of Azure DevOps behind a NAT gateway. */
export const natArgs: AgentNetworkArgs = {
    networkName: "acme-agents",
    resourceGroupName: "rg",
    location: "uksouth",
    addressSpace: "10.80.0.0/22",
    agentRange: "10.80.0.0/24",
    endpointRange: "10.80.2.0/27",
    egress: "nat",
    profiles: ["azureDevOps", "github", "entra", "azureResourceManager", "azureMonitor"],
    workspaceId: `${group}/Microsoft.OperationalInsights/workspaces/log`,
    flowLogStorageId: `${group}/Microsoft.Storage/storageAccounts/st`,
};

/** Runners of GitHub Actions behind a firewall; the mocks give it the address 10.80.1.4. */
export const firewallArgs: AgentNetworkArgs = {
    ...natArgs,
    firewallRange: "10.80.1.0/26",
    egress: "firewall",
    profiles: ["github", "githubActions", "entra", "keyVault", "aws", "ubuntu"],
    awsRegions: ["eu-west-2"],
};

export const firewallAddress = "10.80.1.4";

/** What a network with these arguments registers. */
export function build(
    args: AgentNetworkArgs,
    more: Partial<AgentNetworkArgs> = {},
): Promise<{ recording: Recording; result: AgentNetwork }> {
    return record(() => new AgentNetwork("net", { ...args, ...more }));
}

/** The rules of one subnet, found the way a packet finds them: through the subnet's security group. */
export function rulesOf(recording: Recording, subnetName: string): Rule[] {
    const subnet = recording.all("Subnet").find(({ inputs }) => inputs.subnetName === subnetName);
    const guard = (subnet?.inputs.networkSecurityGroup as { id: string } | undefined)?.id ?? "";
    const found = recording
        .all("NetworkSecurityGroup")
        .find(({ name }) => guard.endsWith(`/${name}`));
    if (found === undefined) {
        throw new Error(`no security group guards ${subnetName}`);
    }
    return found.inputs.securityRules as Rule[];
}

/** How service tags resolve in the network; its routes count to the tag VirtualNetwork. */
export function worldOf(recording: Recording): World {
    const [space] = recording.all("VirtualNetwork").map(({ inputs }) => inputs.addressSpace);
    const routes = recording.all("RouteTable").flatMap(({ inputs }) => inputs.routes);
    return {
        near: (space as { addressPrefixes: string[] }).addressPrefixes,
        routed: (routes as { addressPrefix: string }[]).map((route) => route.addressPrefix),
        tags: sampleTags,
    };
}
