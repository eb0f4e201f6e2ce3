import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { AzureAgentPool } from "../../../../components/agents/azureAgentPool";
import type { AzureAgentPoolArgs } from "../../../../components/agents/azureAgentPoolArgs";
import { refusal } from "../../../support/mocks";
import { github, machines, pools, project, subscription } from "./samples";

function refused(args: AzureAgentPoolArgs): Promise<string> {
    return refusal(() => new AzureAgentPool("pool", args));
}

/** The arguments an error names. */
function named(message: string): string[] {
    const lines = message.split("\n").slice(1);
    return lines.map((line) => line.trim().split(": got")[0] ?? "");
}

describe("the arguments of AzureAgentPool", () => {
    it("are refused all at once", async () => {
        const message = await refused({
            ...pools.github,
            poolName: "Web--1",
            tier: "prod",
            subnetId: "agents",
            ephemeral: {
                machines: { size: "D4", image: { version: "latest" }, zones: ["4"] },
                instances: 0,
                patchFrom: "tomorrow",
                github: {
                    ...github,
                    organization: "acme/web",
                    repositoryIds: [],
                    workflows: ["acme/web/.github/workflows/*.yml@main"],
                    appClientId: "?",
                    installationId: -1,
                    appKeyId: "key",
                    appKeyUri: "key",
                },
            },
        });
        assert.match(message, /^AzureAgentPool "pool": 16 arguments are not acceptable\n/);
        assert.deepEqual(
            named(message).toSorted(),
            [
                "ephemeral.github.appClientId",
                "ephemeral.github.appKeyId",
                "ephemeral.github.appKeyUri",
                "ephemeral.github.installationId",
                "ephemeral.github.organization",
                "ephemeral.github.repositoryIds",
                "ephemeral.github.workflows[0]",
                "ephemeral.instances",
                "ephemeral.machines.image",
                "ephemeral.machines.image.version",
                "ephemeral.machines.size",
                "ephemeral.machines.zones[0]",
                "ephemeral.patchFrom",
                "poolName",
                "subnetId",
                "tier",
            ].toSorted(),
        );
    });

    it("name exactly one kind and, where it matters, one host", async () => {
        const { managed } = pools.managed;
        for (const args of [
            { ...pools.scaleSet, scaleSet: undefined },
            { ...pools.scaleSet, managed },
        ]) {
            assert.deepEqual(named(await refused(args)), ["scaleSet, ephemeral, managed"]);
        }
        const { azureDevOps } = pools.azureDevOps.ephemeral;
        for (const hosts of [{}, { github, azureDevOps }]) {
            const ephemeral = { machines, instances: 1, ...hosts };
            const message = await refused({ ...pools.github, ephemeral });
            assert.deepEqual(named(message), ["ephemeral"]);
        }
    });

    it("name workflows for production, and only by a full ref or a commit", async () => {
        const withWorkflows = (tier: string, workflows: string[]): AzureAgentPoolArgs => ({
            ...pools.github,
            tier,
            ephemeral: { machines, instances: 1, github: { ...github, workflows } },
        });
        const message = await refused(withWorkflows("production", []));
        assert.deepEqual(named(message), ["ephemeral.github.workflows"]);
        const file = "acme/web/.github/workflows/deploy.yml";
        for (const ref of ["", "@main", "@refs/pull/1/merge", "@refs/heads/*"]) {
            assert.match(
                await refused(withWorkflows("staging", [`${file}${ref}`])),
                /ephemeral\.github\.workflows\[0\]/,
                ref,
            );
        }
    });

    it("name an image in one way", async () => {
        const version = `${subscription}/resourceGroups/rg/providers/Microsoft.Compute/galleries/g/images/i/versions/1.0.0`;
        for (const image of [
            {},
            { publisher: "Canonical" },
            { ...machines.image, galleryVersionId: version },
        ]) {
            const scaleSet = { ...pools.scaleSet.scaleSet, machines: { ...machines, image } };
            const message = await refused({ ...pools.scaleSet, scaleSet });
            assert.deepEqual(named(message), ["scaleSet.machines.image"]);
        }
        const unpinned = { galleryVersionId: version.replace(/\/versions\/.*/, "") };
        const scaleSet = { ...pools.scaleSet.scaleSet, machines: { ...machines, image: unpinned } };
        assert.match(await refused({ ...pools.scaleSet, scaleSet }), /galleryVersionId: got/);
    });

    it("keep within what the services take", async () => {
        const scaleSet = { ...pools.scaleSet.scaleSet, idle: 5, maximum: 4 };
        assert.deepEqual(named(await refused({ ...pools.scaleSet, scaleSet })), ["scaleSet.idle"]);
        const managed = { ...pools.managed.managed, projects: [], maximum: 10_001, image: "?" };
        assert.deepEqual(named(await refused({ ...pools.managed, managed })), [
            "managed.projects",
            "managed.maximum",
            "managed.image",
        ]);
        const azureDevOps = { organization: "-acme", projectIds: [project, project, "web"] };
        const ephemeral = { machines, instances: 1, azureDevOps };
        assert.deepEqual(named(await refused({ ...pools.azureDevOps, ephemeral })), [
            "ephemeral.azureDevOps.organization",
            "ephemeral.azureDevOps.projectIds[2]",
            "ephemeral.azureDevOps.projectIds[1]",
        ]);
    });
});
