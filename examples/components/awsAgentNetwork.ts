// A network for build agents that release to two other accounts. They reach GitHub and the package
// registry of their own company, AWS through private endpoints, and nothing else.
import { AwsAgentNetwork } from "gatehouse";

const network = new AwsAgentNetwork("agents", {
    networkName: "acme-agents",
    accountId: "123456789012",
    region: "eu-west-1",
    availabilityZones: ["eu-west-1a", "eu-west-1b"],
    addressRange: "10.40.0.0/22",
    profiles: ["github", "githubActions"],
    allowNames: ["packages.acme.example"],
    // Where the agents deploy to: the endpoints refuse resources of any other account.
    allowAccounts: ["210987654321", "345678901234"],
    guardAccount: true,
    tags: { owner: "platform", environment: "platform" },
    // No way to the internet at all, for agents that only use AWS:
    // egress: "endpoints",
});

export const subnetIds = network.agentSubnetIds;
export const securityGroupId = network.securityGroupId;
/** For the allow-lists of others. */
export const egressAddresses = network.egressAddresses;
