import assert from "node:assert/strict";
import { mock } from "node:test";
import { describe, it } from "mocha";
import * as pulumi from "@pulumi/pulumi";
import { AzureAgentPool } from "../../../../components/agents/azureAgentPool";
import { servicePrincipals } from "../../../../sandbox/cloud/azure/servicePrincipals";
import type { RunResult } from "../../../../sandbox/engine/api";
import { acme } from "../../../support/acme";
import { complaints, openSandbox, type Sandbox } from "../../../support/sandbox";
import { devOpsGround, gitHubGround, layGround } from "./ground";
import { github, machines } from "./samples";

type Program = () => AzureAgentPool;

function scaleSet(): AzureAgentPool {
    const ground = layGround();
    const { project, connection } = devOpsGround();
    return new AzureAgentPool("pool", {
        ...ground.common,
        poolName: "web",
        tier: "staging",
        subnetId: ground.subnet("agents", 1).id,
        scaleSet: {
            machines,
            projectId: project.projectId,
            serviceEndpointId: connection.id,
            maximum: 4,
        },
    });
}

function gitHubRunners(): AzureAgentPool {
    const ground = layGround();
    const { vault, repository } = gitHubGround(ground);
    return new AzureAgentPool("pool", {
        ...ground.common,
        poolName: "web",
        tier: "production",
        subnetId: ground.subnet("agents", 1).id,
        ephemeral: {
            machines,
            instances: 3,
            github: {
                ...github,
                repositoryIds: [repository.repositoryId],
                appKeyId: pulumi.interpolate`${vault.vaultId}/keys/github-app`,
            },
        },
    });
}

function devOpsAgents(): AzureAgentPool {
    const ground = layGround();
    const { project } = devOpsGround();
    const azureDevOps = { organization: "acme", projectIds: [project.projectId] };
    return new AzureAgentPool("pool", {
        ...ground.common,
        poolName: "web",
        tier: "development",
        subnetId: ground.subnet("agents", 1).id,
        ephemeral: { machines, instances: 2, azureDevOps },
    });
}

function managed(): AzureAgentPool {
    const ground = layGround();
    return new AzureAgentPool("pool", {
        ...ground.common,
        poolName: "web",
        tier: "pullRequest",
        subnetId: ground.subnet("agents", 1, true).id,
        managed: {
            organization: "acme",
            projects: ["Shop"],
            maximum: 4,
            size: "Standard_D4ads_v5",
            image: "ubuntu-24.04",
            infrastructurePrincipalId: servicePrincipals.DevOpsInfrastructure,
        },
    });
}

const day = 24 * 60 * 60 * 1000;

describe("an AzureAgentPool on the emulated clouds, under the pack", function () {
    this.timeout(120_000);

    /** Deploys a program, shows that a month later nothing is left to do, and takes it down. */
    async function deployed(name: string, pool: Program): Promise<RunResult> {
        const sandbox = await openSandbox(`pool-${name}`);
        const program = () => {
            const { scaleSetId, poolId } = pool();
            return Promise.resolve({ scaleSetId, poolId });
        };
        const run = (kind: Parameters<Sandbox["run"]>[0]) =>
            sandbox.run(kind, {}, { program, config: acme });
        try {
            const made = await run("up");
            assert.ok(made.ok, complaints(made));
            assert.deepEqual(
                made.violations.filter(({ enforcement }) => enforcement === "mandatory"),
                [],
            );
            const now = Date.now();
            mock.method(Date, "now", () => now + 30 * day);
            const again = await run("preview");
            assert.ok(again.ok, complaints(again));
            const changes = again.steps.filter(({ op }) => op !== "same" && op !== "read");
            assert.deepEqual(changes, []);
            return made;
        } finally {
            mock.restoreAll();
            await sandbox.close();
        }
    }

    it("stands as a scale set that Azure DevOps recycles", async () => {
        const { outputs } = await deployed("scale-set", scaleSet);
        assert.match(String(outputs.scaleSetId), /virtualMachineScaleSets\/vmss-web--staging$/);
        assert.match(String(outputs.poolId), /^\d+$/);
    });

    it("stands as runners that register themselves with GitHub", async () => {
        await deployed("github", gitHubRunners);
    });

    it("stands as agents that register themselves with Azure DevOps", async () => {
        await deployed("devops", devOpsAgents);
    });

    it("stands as a Managed DevOps Pool", async () => {
        const { outputs } = await deployed("managed", managed);
        assert.match(String(outputs.poolId), /Microsoft\.DevOpsInfrastructure\/pools\/mdp-web--/);
        assert.equal(outputs.scaleSetId, "");
    });
});
