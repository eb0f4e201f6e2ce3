import assert from "node:assert/strict";
import { Key } from "@pulumi/aws/kms/key";
import { AwsAgentNetwork, AwsRunnerPool, type AwsRunnerPoolArgs } from "../../components/index";
import { acme } from "./acme";
import { networkArgs } from "./awsNetworks";
import { guardedWeb } from "./guardedWeb";
import { record } from "./mocks";
import { ofType, standingIn, type Standing } from "./packets/standing";
import { complaints, openSandbox } from "./sandbox";

const account = "123456789012";
/** ARN of the key that is the private key of the App. */
export const appKeyArn = `arn:aws:kms:eu-west-1:${account}:key/11111111-2222-3333-4444-555555555555`;

/** Machines, as few arguments as can be. */
export const machines = {
    imageId: "ami-0123456789abcdef0",
    maximum: 2,
    appClientId: "Iv23liABCDEFGHIJKLMN",
    installationId: 4711,
    appKeyArn,
};

/** Arguments of a pool without a kind. */
export const poolArgs: AwsRunnerPoolArgs = {
    poolName: "builds",
    tier: "staging",
    accountId: account,
    region: "eu-west-1",
    vpcId: "vpc-0123456789abcdef0",
    subnetIds: ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"],
    securityGroupId: "sg-0123456789abcdef0",
    organization: "acme",
    repositories: [
        { name: "web", repoId: 201 },
        { name: "my.api", repoId: 202 },
    ],
};

/** What a pool of machines registers. */
export const buildMachines = (
    more: Partial<AwsRunnerPoolArgs> = {},
    of: Partial<NonNullable<AwsRunnerPoolArgs["instances"]>> = {},
) =>
    record(
        () => new AwsRunnerPool("p", { ...poolArgs, instances: { ...machines, ...of }, ...more }),
    );

/** What a pool of containers registers. */
export const buildContainers = (
    more: Partial<AwsRunnerPoolArgs> = {},
    of: Partial<NonNullable<AwsRunnerPoolArgs["codeBuild"]>> = {},
) =>
    record(
        () => new AwsRunnerPool("p", { ...poolArgs, codeBuild: { maximum: 3, ...of }, ...more }),
    );

let deployed: Promise<Record<"machines" | "containers" | "network", Standing[]>> | undefined;

/** A pool of each kind, deployed with its network into the emulated cloud under the pack; once. */
export async function deployPools() {
    deployed ??= deploy();
    return deployed;
}

async function deploy() {
    const sandbox = await openSandbox("aws-pools");
    try {
        const result = await sandbox.run("up", {}, { program: pools, config: acme });
        assert.ok(result.ok, complaints(result));
        const all = standingIn(result);
        const of = (name: string) => all.filter((one) => one.name.startsWith(`${name}-`));
        return { machines: of("machines"), containers: of("containers"), network: of("network") };
    } finally {
        await sandbox.close();
    }
}

function pools(): Promise<Record<string, unknown>> {
    const network = new AwsAgentNetwork("network", { ...networkArgs, networkName: "pools" });
    const web = guardedWeb();
    const key = new Key("app", {
        keyUsage: "SIGN_VERIFY",
        customerMasterKeySpec: "RSA_2048",
    });
    const shared = {
        ...poolArgs,
        vpcId: network.vpcId,
        subnetIds: network.agentSubnetIds,
        securityGroupId: network.securityGroupId,
        repositories: [{ name: "web", repoId: web.repositoryId }],
    };
    new AwsRunnerPool("machines", {
        ...shared,
        poolName: "releases",
        tier: "production",
        workflows: ["acme/web/.github/workflows/release.yml@refs/heads/main"],
        instances: { ...machines, appKeyArn: key.arn },
    });
    new AwsRunnerPool("containers", {
        ...shared,
        tier: "pullRequest",
        codeBuild: { maximum: 3 },
    });
    return Promise.resolve({});
}

/** The one resource of a type. */
export function only(resources: readonly Standing[], type: string): Record<string, unknown> {
    const found = ofType(resources, type);
    assert.equal(found.length, 1, `${found.length} of ${type}`);
    return found[0]?.values ?? {};
}
