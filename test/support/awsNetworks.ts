import assert from "node:assert/strict";
import { AwsAgentNetwork, type AwsAgentNetworkArgs } from "../../components/index";
import { ofType, standingIn, textOf, texts, type Standing } from "./packets/standing";
import { securityGroups, type SecurityGroup, type World } from "./packets/securityGroups";
import { complaints, openSandbox } from "./sandbox";

/** Arguments of a network, without way out and range. */
export const networkArgs: AwsAgentNetworkArgs = {
    networkName: "agents",
    accountId: "123456789012",
    region: "eu-west-1",
    availabilityZones: ["eu-west-1a", "eu-west-1b"],
    addressRange: "10.40.0.0/22",
    allowAccounts: ["210987654321"],
};

/** One deployed network with all that stands in it. */
export interface DeployedNetwork {
    resources: Standing[];
    agents: SecurityGroup;
    endpoints: SecurityGroup;
    /** Subnets of agents. */
    subnets: Standing[];
    world: World;
    /** Addresses of the interface endpoints, made up, one in each zone. */
    endpointAddresses: string[];
    /** The range S3 answers in. */
    s3Range: string;
}

const s3Range = "52.218.0.0/17";

/** By their way out. */
export interface DeployedNetworks {
    firewall: DeployedNetwork;
    endpoints: DeployedNetwork;
}

/** Two networks, one of each way out, deployed into the emulated cloud under the pack; once. */
export async function deployNetworks(): Promise<DeployedNetworks> {
    deployed ??= deploy();
    return deployed;
}

let deployed: Promise<DeployedNetworks> | undefined;

async function deploy(): Promise<DeployedNetworks> {
    const sandbox = await openSandbox("aws-networks");
    try {
        const program = () => {
            new AwsAgentNetwork("open", {
                ...networkArgs,
                networkName: "open",
                allowNames: ["packages.acme.example", "*.cdn.acme.example"],
            });
            new AwsAgentNetwork("closed", {
                ...networkArgs,
                networkName: "closed",
                addressRange: "10.44.0.0/20",
                egress: "endpoints",
                guardAccount: true,
                blockPublicAccess: true,
            });
            return Promise.resolve({});
        };
        const result = await sandbox.run("up", {}, { program, config: {} });
        assert.ok(result.ok, complaints(result));
        const all = standingIn(result);
        return { firewall: networkOf(all, "open"), endpoints: networkOf(all, "closed") };
    } finally {
        await sandbox.close();
    }
}

/** The resources of one component are those whose name begins with its own. */
function networkOf(all: readonly Standing[], name: string): DeployedNetwork {
    const resources = all.filter((one) => one.name.startsWith(`${name}-`));
    const groups = securityGroups(resources);
    const group = (what: string) => {
        const found = groups.find((one) => one.name === `${name}-${what}`);
        return found ?? assert.fail(`no group ${what}`);
    };
    const subnets = ofType(resources, "ec2/subnet:Subnet").filter((one) =>
        one.name.startsWith(`${name}-agents-`),
    );
    const [agents, endpoints] = [group("agents"), group("endpoints")];
    const endpointAddresses = subnets.map((one) => addressIn(one, 10));
    const agentAddresses = subnets.map((one) => addressIn(one, 20));
    const s3 = ofType(resources, "ec2/vpcEndpoint:VpcEndpoint").find(
        ({ values }) => texts(values.routeTableIds).length > 0,
    );
    const prefixList = textOf(s3?.values.prefixListId);
    const world: World = {
        groupsAt: (address) =>
            endpointAddresses.includes(address)
                ? [endpoints.id]
                : agentAddresses.includes(address)
                  ? [agents.id]
                  : [],
        rangesOf: (list) => (list === prefixList ? [s3Range] : []),
    };
    return { resources, agents, endpoints, subnets, world, endpointAddresses, s3Range };
}

/** The nth address of a subnet. */
export function addressIn(subnet: Standing, n: number): string {
    const [first = "", last = ""] = textOf(subnet.values.cidrBlock).split(/\.(?=\d+\/)/);
    return `${first}.${Number(last.split("/")[0]) + n}`;
}
