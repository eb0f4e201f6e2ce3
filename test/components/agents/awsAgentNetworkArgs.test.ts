import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { AwsAgentNetwork, type AwsAgentNetworkArgs } from "../../../components/index";
import { zoneRanges } from "../../../components/agents/aws/addresses";
import { networkArgs } from "../../support/awsNetworks";
import { known, record, refusal } from "../../support/mocks";
import { holds } from "../../support/packets/securityGroups";

const build = (more: Partial<AwsAgentNetworkArgs> = {}) =>
    record(() => new AwsAgentNetwork("n", { ...networkArgs, ...more }));
const refused = async (more: Partial<AwsAgentNetworkArgs>) => {
    const message = await refusal(() => new AwsAgentNetwork("n", { ...networkArgs, ...more }));
    return message.split("\n").slice(1);
};

describe("the arguments of AwsAgentNetwork", () => {
    it("are refused all at once", async () => {
        const message = await refusal(
            () =>
                new AwsAgentNetwork("n", {
                    networkName: "Agents",
                    accountId: "12345",
                    region: "europe",
                    availabilityZones: ["eu-west-1a", "eu-west-1a", "us-east-1"],
                    addressRange: "10.40.0.1/22",
                    egress: "open",
                    profiles: ["gitlab"],
                    allowNames: ["*"],
                    allowAccounts: ["*"],
                    logRetentionDays: 30,
                }),
        );
        const lines = message.split("\n");
        assert.match(lines[0] ?? "", /^AwsAgentNetwork "n": \d+ arguments are not acceptable$/);
        assert.deepEqual(
            [...new Set(lines.slice(1).map((line) => line.trim().split(":")[0]))],
            [
                "networkName",
                "accountId",
                "region",
                "availabilityZones",
                "availabilityZones[0]",
                "availabilityZones[1]",
                "availabilityZones[2]",
                "addressRange",
                "egress",
                "profiles[0]",
                "allowNames[0]",
                "allowAccounts[0]",
                "logRetentionDays",
            ],
        );
    });

    it("take zones of the region only, and two", async () => {
        const zones = (...availabilityZones: string[]) => refused({ availabilityZones });
        assert.match((await zones("eu-west-1a")).join(), /availabilityZones: .* two zones/);
        assert.match((await zones("eu-west-1a", "eu-west-2a")).join(), /a zone of "eu-west-1"/);
    });

    it("take host names only, no addresses and no wildcard in the middle", async () => {
        for (const name of ["1.2.3.4", "a.*.example", "*.", "*.example..com", "Example.com", "x"]) {
            assert.match((await refused({ allowNames: [name] })).join(), /a host name/, name);
        }
    });

    it('take no names with egress "endpoints", where nothing could use them', async () => {
        const [line] = await refused({ egress: "endpoints", allowNames: ["example.com"] });
        assert.match(line ?? "", /egress: got "endpoints", allowed: "firewall", to let out/);
    });

    it("take at least one name for a firewall, and no more than it has room for", async () => {
        assert.match((await refused({ profiles: [] })).join(), /1 to 500 names in all/);
        const allowNames = Array.from({ length: 500 }, (_, i) => `h${i}.example.com`);
        assert.match((await refused({ allowNames })).join(), /1 to 500 names in all/);
    });

    it("cut any range into subnets that lie inside it and do not overlap", () => {
        const network = fc.tuple(fc.integer({ min: 16, max: 24 }), fc.nat(255), fc.nat(255));
        fc.assert(
            fc.property(network, ([length, second, third]) => {
                const base = (second * 256 + third) & ~(2 ** (24 - length) - 1);
                const range = `10.${base >> 8}.${base & 255}.0/${length}`;
                const parts = [zoneRanges(range, 0), zoneRanges(range, 1)].flatMap(
                    ({ agents, firewall, nat }) => [agents, firewall, nat],
                );
                assert.equal(parts.length, 6);
                const first = (part: string) => part.split("/")[0] ?? "";
                for (const part of parts) {
                    assert.ok(holds(range, first(part)), `${part} in ${range}`);
                    assert.ok(Number(part.split("/")[1]) <= 28, part);
                    const inIt = parts.filter((other) => holds(part, first(other)));
                    assert.deepEqual(inIt, [part]);
                }
            }),
        );
    });

    it("reach every resource with tags, and give out what a pool needs", async () => {
        const { recording, result } = await build({ tags: { owner: "platform" } });
        const taggable = recording.resources.filter(({ inputs }) => inputs.tags !== undefined);
        assert.ok(taggable.length > 30, String(taggable.length));
        for (const { name, inputs } of taggable) {
            assert.equal((inputs.tags as Record<string, unknown>).owner, "platform", name);
        }
        assert.equal((await known(result.agentSubnetIds)).length, 2);
        assert.match(await known(result.vpcId), /^\d+$/);
        assert.match(await known(result.securityGroupId), /^\d+$/);
        assert.equal(await known(result.flowLogGroupName), "/gatehouse/agents/connections");
        assert.equal(await known(result.firewallLogGroupName), "/gatehouse/agents/firewall");
    });

    it("may leave out the way out, and then there are no addresses", async () => {
        const { result } = await build({ egress: "endpoints" });
        assert.deepEqual(await known(result.egressAddresses), []);
        assert.equal(await known(result.firewallLogGroupName), "");
    });
});
