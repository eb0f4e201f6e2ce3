import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { evaluate } from "../../../sandbox/cloud/aws/policy/evaluate";
import { readPolicy } from "../../../sandbox/cloud/aws/policy/read";
import { matches } from "./eventPattern";
import { account, breakGlassRole, call, callers, rootSignIn } from "./samples";
import { buildAws, inputs, once } from "./support";

const standard = once(buildAws);
const homeBus = `arn:aws:events:eu-west-1:${account}:event-bus/default`;

describe("events of other regions", () => {
    it("what IAM says in us-east-1 reaches the contacts from any home region", async () => {
        const { recording } = await standard();
        const rule = inputs(recording, "EventRule", "forward-us-east-1");
        assert.equal(rule.region, "us-east-1");
        const pattern: unknown = JSON.parse(String(rule.eventPattern));
        const home = JSON.parse(
            String(inputs(recording, "EventRule", "trust-changed").eventPattern),
        ) as unknown;
        const event = call("iam", "UpdateAssumeRolePolicy", callers.other);
        assert.ok(matches(pattern, event) && matches(home, event));
        const target = inputs(recording, "EventTarget", "forward-us-east-1-home");
        assert.equal(target.region, "us-east-1");
        assert.equal(target.arn, homeBus);
        const role = recording.named("Role", "audit-forwarder").inputs;
        assert.match(String(role.assumeRolePolicy), /"Service":"events.amazonaws.com"/);
        const policy = inputs(recording, "RolePolicy", "forwarder-policy").policy;
        const may = (resource: string) =>
            evaluate(readPolicy(String(policy)), {
                action: "events:PutEvents",
                resource,
                context: new Map(),
            });
        assert.equal(may(homeBus), "allowed");
        assert.equal(may(homeBus.replace(account, "210987654321")), "not mentioned");
    });

    it("are handed on when an alarm could ask for them, and not otherwise", async () => {
        const { recording } = await standard();
        const rule = inputs(recording, "EventRule", "forward-us-east-1");
        const pattern: unknown = JSON.parse(String(rule.eventPattern));
        const assume = call("sts", "AssumeRole", callers.user, {
            requestParameters: { roleArn: breakGlassRole },
        });
        for (const event of [
            rootSignIn,
            assume,
            call("ec2", "RunInstances", callers.breakGlass),
            call("iam", "CreateOpenIDConnectProvider", callers.user),
            call("kms", "ScheduleKeyDeletion", callers.other),
            call("secretsmanager", "DeleteSecret", callers.other),
        ]) {
            assert.ok(matches(pattern, event), JSON.stringify(event));
        }
        for (const event of [
            call("iam", "GetRole", callers.other),
            call("kms", "Decrypt", callers.other),
            call("sts", "AssumeRole", callers.user, { requestParameters: { roleArn: "other" } }),
            call("ec2", "RunInstances", callers.other),
        ]) {
            assert.ok(!matches(pattern, event), JSON.stringify(event));
        }
    });

    it("come from every region that is named, and from us-east-1 in any case", async () => {
        const regions = async (more = {}) =>
            (await buildAws(more)).recording
                .all("EventRule")
                .filter(({ name }) => name.includes("forward"))
                .map(({ inputs: rule }) => rule.region);
        assert.deepEqual(await regions(), ["us-east-1"]);
        assert.deepEqual(await regions({ watchedRegions: ["eu-west-2", "eu-west-1"] }), [
            "us-east-1",
            "eu-west-2",
        ]);
        assert.deepEqual(await regions({ region: "us-east-1" }), []);
    });
});
