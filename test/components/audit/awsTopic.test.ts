import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { account } from "./samples";
import { buildAws, common, inputs, once, verdict } from "./support";

const standard = once(buildAws);
const publish = "sns:Publish";

describe("the topic of AuditTrail on AWS", () => {
    it("reaches every contact", async () => {
        const { recording } = await standard();
        const subscriptions = recording.all("TopicSubscription").map((one) => one.inputs);
        assert.deepEqual(
            subscriptions.map(({ protocol, endpoint }) => [protocol, endpoint]),
            common.emails.map((email) => ["email", email]),
        );
    });

    it("is told by EventBridge and by alarms of this account, never without TLS", async () => {
        const { recording } = await standard();
        const { policy, arn } = recording.one("TopicPolicy").inputs;
        const may = (service: string, more: Record<string, string> = {}) =>
            verdict(policy, service, publish, String(arn), {
                "aws:SourceAccount": account,
                ...more,
            });
        assert.equal(may("events"), "allowed");
        assert.equal(may("cloudwatch"), "allowed");
        assert.equal(may("cloudwatch", { "aws:SourceAccount": "210987654321" }), "not mentioned");
        assert.equal(may("s3"), "not mentioned");
        assert.equal(may("events", { "aws:SecureTransport": "false" }), "denied");
    });

    it("is encrypted with a key that whoever tells it may use, and that opens no log", async () => {
        const { recording } = await standard();
        const key = inputs(recording, "Key", "alert-key");
        assert.equal(key.enableKeyRotation, true);
        const made = recording.named("Key", "audit-alert-key");
        const topic = recording.one("Topic");
        assert.ok(topic.dependencies.includes(`${made.type} ${made.name}`));
        assert.match(String(topic.inputs.kmsMasterKeyId), /^arn:aws:kms:/);
        const may = (service: string, action: string, source = account) =>
            verdict(key.policy, service, action, "*", { "aws:SourceAccount": source });
        for (const action of ["kms:GenerateDataKey", "kms:Decrypt"]) {
            assert.equal(may("events", action), "allowed");
            assert.equal(may("cloudwatch", action), "allowed");
            assert.equal(may("cloudwatch", action, "210987654321"), "not mentioned");
        }
        assert.equal(may("cloudtrail", "kms:Decrypt"), "not mentioned");
        const logs = recording.one("LogGroup").dependencies;
        assert.ok(!logs.some((one) => one.endsWith(" audit-alert-key")), logs.join());
    });
});
