import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { describe, it } from "mocha";
import { egressProfiles } from "../../../../components/agents/egress/egressProfiles";
import { AgentNetwork, type AgentNetworkArgs } from "../../../../components/index";
import { record, refusal } from "../../../support/mocks";
import { firewallArgs, natArgs } from "./sampleNetwork";

/** The paths that are refused, in order. */
async function refused(args: AgentNetworkArgs, more: Partial<AgentNetworkArgs>): Promise<string[]> {
    const message = await refusal(() => new AgentNetwork("net", { ...args, ...more }));
    const [first, ...lines] = message.split("\n");
    assert.match(first ?? "", /^AgentNetwork "net": \d+ arguments? (is|are) not acceptable$/);
    return lines.map((line) => line.trim().split(": got")[0] ?? "");
}

describe("the arguments of AgentNetwork", () => {
    it("are refused all at once", async () => {
        const paths = await refused(natArgs, {
            networkName: "Acme Agents",
            location: "UK South",
            egress: "proxy",
            addressSpace: "10.80.0.1/22",
            agentRange: "10.80.0.0/29",
            profiles: ["github", "gitlab", "github"],
        });
        assert.deepEqual(paths, [
            "networkName",
            "egress",
            "addressSpace",
            "agentRange",
            "profiles[2]",
            "profiles[1]",
            "location",
        ]);
    });

    it("place subnets inside a private network, apart and large enough", async () => {
        const cases: [Partial<AgentNetworkArgs>, string[]][] = [
            [{ agentRange: "10.81.0.0/24" }, ["agentRange"]],
            [{ endpointRange: "10.80.0.128/27" }, ["endpointRange"]],
            [{ agentRange: "10.80.2.0/24" }, ["endpointRange"]],
            [{ endpointRange: "10.80.2.0/29" }, ["endpointRange"]],
            [{ endpointRange: "10.80.2.0" }, ["endpointRange"]],
            [{ endpointRange: "10.80.2.8/28" }, ["endpointRange"]],
            [{ addressSpace: "fd00::/48" }, ["addressSpace"]],
            [{ addressSpace: "10.80.0.0/25" }, ["addressSpace", "agentRange", "endpointRange"]],
            [
                {
                    addressSpace: "8.8.0.0/16",
                    agentRange: "8.8.0.0/24",
                    endpointRange: "8.8.1.0/24",
                },
                ["addressSpace"],
            ],
        ];
        for (const [more, paths] of cases) {
            assert.deepEqual(await refused(natArgs, more), paths, JSON.stringify(more));
        }
    });

    it("give a firewall a range of its own, and none where there is no firewall", async () => {
        const { firewallRange, ...without } = firewallArgs;
        assert.deepEqual(await refused(without, {}), ["firewallRange"]);
        for (const range of ["10.80.1.0/27", "10.80.0.64/26", "10.99.0.0/26"]) {
            assert.deepEqual(await refused(firewallArgs, { firewallRange: range }), [
                "firewallRange",
            ]);
        }
        assert.deepEqual(await refused(natArgs, { firewallRange: firewallRange ?? "" }), [
            "firewallRange",
        ]);
    });

    it("name services, and with a NAT gateway only such as have published addresses", async () => {
        assert.deepEqual(await refused(natArgs, { profiles: [] }), ["profiles"]);
        const profiles = ["github", "githubActions", "keyVault", "ubuntu"];
        assert.deepEqual(await refused(natArgs, { profiles }), ["profiles[1]", "profiles[3]"]);
        const message = await refusal(
            () => new AgentNetwork("net", { ...natArgs, profiles: ["githubActions"] }),
        );
        assert.match(message, /a service with published addresses, or egress "firewall"/);
    });

    it("name AWS regions exactly when AWS is a service to reach", async () => {
        const aws = ["aws"];
        assert.deepEqual(await refused(firewallArgs, { profiles: aws, awsRegions: [] }), [
            "awsRegions",
        ]);
        assert.deepEqual(await refused(firewallArgs, { profiles: aws, awsRegions: ["*"] }), [
            "awsRegions[0]",
        ]);
        assert.deepEqual(await refused(firewallArgs, { profiles: ["github"] }), ["awsRegions"]);
    });

    it("take options only where they can be kept", async () => {
        assert.deepEqual(await refused(natArgs, { allowPlainHttp: true }), ["allowPlainHttp"]);
        assert.deepEqual(await refused(natArgs, { zones: ["1", "2"] }), ["zones"]);
        assert.deepEqual(await refused(firewallArgs, { zones: ["4"] }), ["zones[0]"]);
    });

    it("may name a region that is not known yet", async () => {
        const location = pulumi.output(Promise.resolve("ukwest"));
        const { recording } = await record(() => new AgentNetwork("net", { ...natArgs, location }));
        assert.equal(recording.one("VirtualNetwork").inputs.location, "ukwest");
        assert.equal(recording.one("FlowLog").inputs.networkWatcherName, "NetworkWatcher_ukwest");
    });

    it("tell in their documentation which services there are", () => {
        const file = path.join(
            __dirname,
            "../../../../components/agents/network/agentNetworkArgs.ts",
        );
        const text = fs.readFileSync(file, "utf8");
        const comment = text.slice(
            text.indexOf("Services agents may reach"),
            text.indexOf("profiles: string[]"),
        );
        const names = [...comment.matchAll(/"([A-Za-z]+)"/g)].map(([, name]) => name);
        assert.deepEqual(
            [...new Set(names)].toSorted(),
            egressProfiles.map(({ name }) => name).toSorted(),
        );
    });
});
