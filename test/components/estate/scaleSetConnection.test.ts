import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import { createScaleSetConnection } from "../../../components/estate/azureDevOps";
import { createAzurePools, createPoolGroups } from "../../../components/estate/azurePools";
import type { EstatePlatform } from "../../../components/estate/platform";
import type { EstateAgents } from "../../../components/index";
import { record, type Recording } from "../../support/mocks";
import { estate } from "./sampleEstate";

const azureAgents: EstateAgents = {
    egress: "nat",
    addresses: "10.65.0.0/22",
    pools: ["deploy", "build"].map((name) => ({
        name,
        tier: name === "deploy" ? "production" : "development",
        host: "azureDevOps",
        kind: "scaleSet",
        maximum: 4,
        image: "Canonical:ubuntu-24_04-lts:server:24.04.202611010",
        repositories: [],
        workflows: [],
    })),
};
const project = { organization: "acme", project: "Shop", authorEmails: ["*@acme.example"] };
const args = estate({ azureDevOps: project, azureAgents });
const { subscriptionId, location } = args.azure;
const group = `/subscriptions/${subscriptionId}/resourceGroups/rg-agents`;
const shared = {
    agentSubnetId: pulumi.output(
        `${group}/providers/Microsoft.Network/virtualNetworks/agents/subnets/agents`,
    ),
};

/** Two pools of scale sets that Azure DevOps runs, on what little of the platform they stand on. */
async function build(): Promise<Recording> {
    const { recording } = await record(() => {
        const owner = new pulumi.ComponentResource("test:index:Owner", "owner");
        const networks = { shared, managed: new Map() } as never;
        const identities = new ResourceGroup("identities", { resourceGroupName: "ids", location });
        const platform = { identities, agents: networks } as unknown as EstatePlatform;
        const groups = createPoolGroups(owner, "estate", args, azureAgents.pools);
        const devOps = {
            devOps: project,
            projectId: pulumi.output("2b7cdfe1-7e0f-4a5e-8f3c-6d1f0b9a8c7d"),
            jobs: pulumi.output("svc.jobs"),
            group: () => assert.fail("no group has to do with it"),
        };
        const on = { platform, groups, devOps };
        const connection = createScaleSetConnection(owner, "estate", args, on);
        createAzurePools(owner, "estate", {
            estate: args,
            agents: azureAgents,
            workspaceId: `${group}/providers/Microsoft.OperationalInsights/workspaces/log`,
            networks,
            groups,
            repositoryIds: new Map(),
            appKey: undefined,
            devOps,
            connection,
        });
    });
    return recording;
}

describe("the scale sets that Azure DevOps runs for an estate", () => {
    it("are taken over after the connection's identity is trusted and holds its roles", async () => {
        const recording = await build();
        const connection = "estate-connection-trust";
        const needed = [
            recording.named("FederatedIdentityCredential", `${connection}-credential/azure-devops`),
            ...["machines-deploy", "machines-build", "subnet"].map((role) =>
                recording.named("RoleAssignment", `${connection}-role/${role}`),
            ),
        ];
        const pools = recording.all("ElasticPool");
        assert.equal(pools.length, 2);
        for (const pool of pools) {
            for (const { type, name } of needed) {
                assert.ok(pool.dependencies.includes(`${type} ${name}`), `${pool.name}: ${name}`);
            }
        }
    });

    it("are all that uses the connection: no pipeline is let in, and none could be from its own branch", async () => {
        const recording = await build();
        assert.deepEqual(recording.all("PipelineAuthorization"), []);
        const { inputs } = recording.one("CheckBranchControl");
        assert.equal(inputs.allowedBranches, "refs/heads/main");
        assert.equal(inputs.verifyBranchProtection, true);
    });
});
