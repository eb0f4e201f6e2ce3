// Two pools in one network: machines that run the jobs of production releases, and containers of AWS
// CodeBuild for builds. Each takes one job and is gone; neither may deploy anything itself, a release
// signs in as its own federated role.
import { Key } from "@pulumi/aws/kms/key";
import { Team } from "@pulumi/github/team";
import { AwsAgentNetwork, AwsRunnerPool, GitHubRepositoryGuard } from "gatehouse";

const place = { accountId: "123456789012", region: "eu-west-1" };

const network = new AwsAgentNetwork("agents", {
    ...place,
    networkName: "acme-agents",
    availabilityZones: ["eu-west-1a", "eu-west-1b"],
    addressRange: "10.40.0.0/22",
});
const team = (slug: string) => ({ slug, id: new Team(slug, { name: slug, privacy: "closed" }).id });
const web = new GitHubRepositoryGuard("web", {
    organization: "acme",
    repository: "web",
    team: team("web-developers"),
    codeOwners: team("platform"),
    checks: [{ context: "build", integrationId: 15368 }],
});

// The GitHub App that registers runners: its private key is imported here and can only sign.
const appKey = new Key("runner-app", {
    description: "GitHub App that registers runners",
    keyUsage: "SIGN_VERIFY",
    customerMasterKeySpec: "RSA_2048",
});

const shared = {
    ...place,
    vpcId: network.vpcId,
    subnetIds: network.agentSubnetIds,
    securityGroupId: network.securityGroupId,
    organization: "acme",
    repositories: [{ name: "web", repoId: web.repositoryId }],
};

const releases = new AwsRunnerPool("releases", {
    ...shared,
    poolName: "releases",
    tier: "production",
    workflows: ["acme/web/.github/workflows/release.yml@refs/heads/main"],
    instances: {
        imageId: "ami-0123456789abcdef0",
        maximum: 2,
        appClientId: "Iv23liABCDEFGHIJKLMN",
        installationId: 4711,
        appKeyArn: appKey.arn,
    },
});

const builds = new AwsRunnerPool("builds", {
    ...shared,
    poolName: "builds",
    tier: "development",
    codeBuild: { maximum: 10 },
});

export const runsOn = [releases.runsOn, builds.runsOn];
