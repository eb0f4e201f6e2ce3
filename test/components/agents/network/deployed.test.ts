import assert from "node:assert/strict";
import path from "node:path";
import { Workspace } from "@pulumi/azure-native/operationalinsights";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import { StorageAccount } from "@pulumi/azure-native/storage";
import { describe, it } from "mocha";
import { egressProfiles } from "../../../../components/agents/egress/egressProfiles";
import { AgentNetwork, type AgentNetworkArgs } from "../../../../components/index";
import { openCloudStore } from "../../../../sandbox/cloud";
import { guardedSubnets, opening } from "../../../support/packets/guardedSubnets";
import { complaints, openSandbox } from "../../../support/sandbox";
import { firewallAddress, firewallArgs, natArgs } from "./sampleNetwork";

/** The network with what it leans on; the id of the agents' subnet and the firewall's address go out. */
function program(args: AgentNetworkArgs): Record<string, unknown> {
    const { resourceGroupName, location } = args;
    const group = new ResourceGroup("group", { resourceGroupName, location });
    const place = { resourceGroupName: group.name, location };
    const workspace = new Workspace("log", { ...place, workspaceName: "log-agents" });
    const storage = new StorageAccount("flows", {
        ...place,
        accountName: "stflows",
        kind: "StorageV2",
        sku: { name: "Standard_LRS" },
    });
    const network = new AgentNetwork("net", {
        ...args,
        ...place,
        workspaceId: workspace.id,
        flowLogStorageId: storage.id,
        allowDestroy: true,
    });
    return {
        subnetId: network.agentSubnetId,
        egressAddress: network.egressAddress,
        firewallPrivateAddress: network.firewallPrivateAddress,
    };
}

const everything = egressProfiles.map(({ name }) => name);
const variants: [string, AgentNetworkArgs][] = [
    ["a NAT gateway and a delegated subnet", { ...natArgs, delegateToManagedPool: true }],
    ["a firewall and every profile", { ...firewallArgs, profiles: everything }],
];

describe("AgentNetwork, deployed into the emulated cloud with", function () {
    this.timeout(120_000);

    for (const [what, args] of variants) {
        it(`${what}: stands, lets nobody in, does not change by itself, and goes`, async () => {
            const sandbox = await openSandbox(`agent-network-${args.egress}`);
            const options = {
                program: () => Promise.resolve(program(args)),
                policyPacks: [],
                config: {},
            };
            try {
                const made = await sandbox.run("up", {}, options);
                assert.ok(made.ok, complaints(made));
                assert.match(String(made.outputs.egressAddress), /^203\.0\.113\.\d+$/);
                if (args.egress === "firewall") {
                    assert.equal(made.outputs.firewallPrivateAddress, firewallAddress);
                }
                const standing = openCloudStore(path.join(sandbox.dir, "cloud")).list();
                const agents = guardedSubnets(standing).find((one) =>
                    one.name.endsWith("snet-agents"),
                );
                assert.ok(agents?.rules);
                assert.equal(
                    opening(agents, "Inbound", () => false),
                    undefined,
                );
                const again = await sandbox.run("preview", {}, options);
                assert.deepEqual(
                    again.steps.filter(({ op }) => op !== "same"),
                    [],
                );
                const gone = await sandbox.run("destroy", {}, options);
                assert.ok(gone.ok, complaints(gone));
            } finally {
                await sandbox.close();
            }
        });
    }
});
