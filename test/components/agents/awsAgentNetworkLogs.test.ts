import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import * as pulumi from "@pulumi/pulumi";
import { AwsAgentNetwork, type AwsAgentNetworkArgs } from "../../../components/index";
import { deployNetworks, networkArgs, type DeployedNetwork } from "../../support/awsNetworks";
import { record } from "../../support/mocks";
import { ofType } from "../../support/packets/standing";
import { securityGroups } from "../../support/packets/securityGroups";

const build = (more: Partial<AwsAgentNetworkArgs> = {}) =>
    record(() => new AwsAgentNetwork("n", { ...networkArgs, ...more }));

describe("what stands around the agents of AwsAgentNetwork", function () {
    this.timeout(120_000);
    let networks: DeployedNetwork[];

    before(async () => {
        const { firewall, endpoints } = await deployNetworks();
        networks = [firewall, endpoints];
    });

    /** The key of a log group, which must be one that rotates and that the logs service may use. */
    function assertEncrypted({ resources }: DeployedNetwork, groupName: unknown): string {
        const group = ofType(resources, "cloudwatch/logGroup:LogGroup").find(
            ({ id }) => id === groupName,
        );
        assert.ok(Number(group?.values.retentionInDays) >= 365);
        const key = ofType(resources, "kms/key:Key").find(
            ({ values }) => values.arn === group?.values.kmsKeyId,
        );
        assert.equal(key?.values.enableKeyRotation, true);
        const policy = String(key.values.policy);
        assert.ok(policy.includes(`:log-group:${String(groupName)}"`), policy);
        assert.ok(policy.includes("logs.eu-west-1.amazonaws.com"), policy);
        return key.id;
    }

    it("the security group that comes with the network lets nothing in and nothing out", () => {
        for (const { resources } of networks) {
            const [vpc] = ofType(resources, "ec2/vpc:Vpc");
            const found = securityGroups(resources).find(
                ({ id }) => id === vpc?.values.defaultSecurityGroupId,
            );
            assert.deepEqual([found?.in, found?.out], [[], []]);
        }
    });

    it("every connection is logged, taken or refused, for a year at least, under a customer key", () => {
        for (const network of networks) {
            const [flowLog] = ofType(network.resources, "ec2/flowLog:FlowLog");
            const [vpc] = ofType(network.resources, "ec2/vpc:Vpc");
            assert.equal(flowLog?.values.vpcId, vpc?.id);
            assert.equal(flowLog?.values.trafficType, "ALL");
            assertEncrypted(network, String(flowLog.values.logDestination).split(":").at(-1));
        }
    });

    it("what the firewall stops is logged under the same key", () => {
        const [network] = networks;
        assert.ok(network);
        const [logging] = ofType(
            network.resources,
            "networkfirewall/loggingConfiguration:LoggingConfiguration",
        );
        const configuration = logging?.values.loggingConfiguration as {
            logDestinationConfigs: { logType: string; logDestination: { logGroup: string } }[];
        };
        const [alerts] = configuration.logDestinationConfigs;
        assert.equal(alerts?.logType, "ALERT");
        const connections = "/gatehouse/open/connections";
        assert.equal(
            assertEncrypted(network, alerts.logDestination.logGroup),
            assertEncrypted(network, connections),
        );
        const [policy] = ofType(network.resources, "networkfirewall/firewallPolicy:FirewallPolicy");
        const { statefulDefaultActions } = policy?.values.firewallPolicy as {
            statefulDefaultActions: string[];
        };
        assert.deepEqual(statefulDefaultActions, [
            "aws:drop_established_app_layer",
            "aws:alert_established_app_layer",
        ]);
    });

    it("logs, their key and the firewall are protected unless allowDestroy is given", async () => {
        const protectedOnes = async (more: Partial<AwsAgentNetworkArgs>) => {
            const { recording } = await build(more);
            const [firewall] = recording.all("Firewall");
            const names = recording.resources.filter((one) => one.protect).map(({ name }) => name);
            return [names.toSorted(), firewall?.inputs.deleteProtection];
        };
        assert.deepEqual(await protectedOnes({}), [
            ["n-firewall", "n-firewall-logs", "n-flow-logs", "n-log-key"],
            true,
        ]);
        assert.deepEqual(await protectedOnes({ allowDestroy: true }), [[], false]);
    });

    it("lets the flow logs service write to that group only, for this account only", () => {
        for (const { resources } of networks) {
            const [role] = ofType(resources, "iam/role:Role");
            const trust = JSON.parse(String(role?.values.assumeRolePolicy)) as {
                Statement: { Principal: unknown; Condition: Record<string, unknown> }[];
            };
            assert.deepEqual(trust.Statement[0]?.Principal, {
                Service: "vpc-flow-logs.amazonaws.com",
            });
            assert.deepEqual(trust.Statement[0].Condition.StringEquals, {
                "aws:SourceAccount": "123456789012",
            });
            const [policy] = ofType(resources, "iam/rolePolicy:RolePolicy");
            const { Statement } = JSON.parse(String(policy?.values.policy)) as {
                Statement: { Resource: string[] }[];
            };
            const [group] = ofType(resources, "ec2/flowLog:FlowLog").map(
                ({ values }) => values.logDestination,
            );
            assert.deepEqual(Statement[0]?.Resource, [group, `${String(group)}:*`]);
        }
    });

    it("uses a key that is given, and makes none", async () => {
        const logKeyArn = pulumi.output("arn:aws:kms:eu-west-1:123456789012:key/k");
        const { recording } = await build({ logKeyArn, logRetentionDays: 731 });
        assert.equal(recording.all("Key").length, 0);
        for (const { inputs } of recording.all("LogGroup")) {
            assert.equal(inputs.kmsKeyId, "arn:aws:kms:eu-west-1:123456789012:key/k");
            assert.equal(inputs.retentionInDays, 731);
        }
    });

    it("leaves the account's settings alone unless told", async () => {
        const guards = [
            "EncryptionByDefault",
            "InstanceMetadataDefaults",
            "ImageBlockPublicAccess",
            "SnapshotBlockPublicAccess",
            "VpcBlockPublicAccessOptions",
        ];
        const standing = async (more: Partial<AwsAgentNetworkArgs>) => {
            const { recording } = await build(more);
            return guards.flatMap((type) => recording.all(type)).map(({ inputs }) => inputs);
        };
        assert.deepEqual(await standing({}), []);
        const region = "eu-west-1";
        assert.deepEqual(await standing({ guardAccount: true }), [
            { region, enabled: true },
            {
                region,
                httpEndpoint: "enabled",
                httpTokens: "required",
                httpPutResponseHopLimit: 1,
                instanceMetadataTags: "disabled",
            },
            { region, state: "block-new-sharing" },
            { region, state: "block-all-sharing" },
        ]);
        const block = { blockPublicAccess: true };
        assert.deepEqual(await standing(block), [
            { region, internetGatewayBlockMode: "block-ingress" },
        ]);
        assert.deepEqual(await standing({ ...block, egress: "endpoints" }), [
            { region, internetGatewayBlockMode: "block-bidirectional" },
        ]);
    });
});
