import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Recording } from "../../support/mocks";
import { matches } from "./eventPattern";
import { breakGlassRole, call, callers, harmless, rootSignIn } from "./samples";
import { aws, buildAws, inputs, once } from "./support";

const standard = once(buildAws);
const withoutEmergency = once(() => buildAws({ breakGlassRoleArns: [] }));

type Event = Readonly<Record<string, unknown>>;

/** Alarms that a call in the home region raises, by the last part of the rule's name. */
function raised(recording: Recording, event: Event): string[] {
    return recording
        .all("EventRule")
        .filter(({ inputs: rule }) => rule.region === aws.region && rule.state === "ENABLED")
        .filter(({ inputs: rule }) => matches(JSON.parse(String(rule.eventPattern)), event))
        .map(({ inputs: rule }) => String(rule.name).replace("acme-audit-", ""));
}

/** Each call raises the one alarm, for every caller given. */
async function raises(
    alarm: string,
    calls: readonly (readonly [string, string])[],
    by: readonly (keyof typeof callers)[],
): Promise<void> {
    const { recording } = await withoutEmergency();
    for (const [source, name] of calls) {
        for (const caller of by) {
            const event = call(source, name, callers[caller]);
            const all = raised(recording, event).filter((one) => one !== "root-used");
            assert.deepEqual(all, [alarm], `${name} by ${caller}`);
        }
    }
}

const anybody = ["apply", "other", "user", "root"] as const;
const butApply = ["other", "user", "root"] as const;

describe("alarms of AuditTrail on AWS", () => {
    it("a role, user, key policy or secret policy changed outside the apply roles raises an alarm", () =>
        raises(
            "trust-changed",
            [
                ["iam", "UpdateAssumeRolePolicy"],
                ["iam", "CreateRole"],
                ["iam", "AttachRolePolicy"],
                ["iam", "PutRolePolicy"],
                ["iam", "DeleteRolePermissionsBoundary"],
                ["iam", "CreateUser"],
                ["iam", "CreateAccessKey"],
                ["kms", "PutKeyPolicy"],
                ["secretsmanager", "PutResourcePolicy"],
            ],
            butApply,
        ));

    it("an identity provider added, changed or removed raises an alarm, whoever did it", () =>
        raises(
            "identity-provider-changed",
            [
                ["iam", "CreateOpenIDConnectProvider"],
                ["iam", "AddClientIDToOpenIDConnectProvider"],
                ["iam", "UpdateOpenIDConnectProviderThumbprint"],
                ["iam", "DeleteOpenIDConnectProvider"],
            ],
            anybody,
        ));

    it("a disabled key, a scheduled deletion of a key and a deleted secret raise an alarm, whoever did it", async () => {
        await raises(
            "key-disabled",
            [
                ["kms", "DisableKey"],
                ["kms", "ScheduleKeyDeletion"],
            ],
            anybody,
        );
        await raises("secret-deleted", [["secretsmanager", "DeleteSecret"]], anybody);
    });

    it("a stopped or deleted trail, detector or flow log raises an alarm, whoever did it", () =>
        raises(
            "audit-stopped",
            [
                ["cloudtrail", "StopLogging"],
                ["cloudtrail", "DeleteTrail"],
                ["guardduty", "DeleteDetector"],
                ["ec2", "DeleteFlowLogs"],
            ],
            anybody,
        ));

    it("logging or an alarm changed outside the apply roles raises an alarm", () =>
        raises(
            "audit-changed",
            [
                ["cloudtrail", "UpdateTrail"],
                ["cloudtrail", "PutEventSelectors"],
                ["events", "DisableRule"],
                ["events", "RemoveTargets"],
                ["monitoring", "DeleteAlarms"],
                ["logs", "DeleteMetricFilter"],
                ["sns", "Unsubscribe"],
                ["s3", "DeleteBucketPolicy"],
            ],
            butApply,
        ));

    it("the root user signing in or changing something raises an alarm, as does a role for emergencies that is taken on", async () => {
        const { recording } = await standard();
        assert.deepEqual(raised(recording, rootSignIn), ["root-used"]);
        const start = call("ec2", "RunInstances", callers.root);
        assert.deepEqual(raised(recording, start), ["root-used"]);
        const assume = call("sts", "AssumeRole", callers.user, {
            requestParameters: { roleArn: breakGlassRole },
        });
        assert.deepEqual(raised(recording, assume), ["break-glass-used"]);
        const act = call("ec2", "RunInstances", callers.breakGlass);
        assert.deepEqual(raised(recording, act), ["break-glass-used"]);
    });

    it("a finding of GuardDuty from medium severity upwards raises an alarm", async () => {
        const { recording } = await standard();
        const finding = (severity: number) => ({
            source: "aws.guardduty",
            "detail-type": "GuardDuty Finding",
            detail: { severity, title: "Somebody digs for coins." },
        });
        assert.deepEqual(raised(recording, finding(4)), ["threat-found"]);
        assert.deepEqual(raised(recording, finding(8.9)), ["threat-found"]);
        assert.deepEqual(raised(recording, finding(3.9)), []);
    });

    for (const [what, event] of Object.entries(harmless)) {
        it(`stay silent when ${what}`, async () => {
            const { recording } = await standard();
            assert.deepEqual(raised(recording, event), []);
        });
    }

    it("know no exception when there is no apply role", async () => {
        const { recording } = await buildAws({ applyRoleArns: [] });
        const event = call("iam", "CreateRole", callers.apply);
        assert.deepEqual(raised(recording, event), ["trust-changed"]);
    });

    it("have patterns EventBridge takes: at most 2048 characters", async () => {
        // As many as there is room for, with quotes, commas and brackets.
        const roles = (room: number) => {
            const arn = (i: number) => `arn:aws:iam::123456789012:role/pipeline/deploy-${100 + i}`;
            const count = Math.floor((room - 1) / (arn(0).length + 3));
            return Array.from({ length: count }, (_, i) => arn(i));
        };
        const { recording } = await buildAws({
            applyRoleArns: roles(1200),
            breakGlassRoleArns: roles(600),
        });
        for (const { inputs: rule } of recording.all("EventRule")) {
            assert.ok(String(rule.eventPattern).length <= 2048, String(rule.name));
        }
    });

    it("all go to the topic, and say what, who, from where and when", async () => {
        const { recording } = await standard();
        const rules = recording.all("EventRule").filter((one) => one.inputs.region === aws.region);
        for (const { name } of rules) {
            const target = recording.named("EventTarget", `${name}-mail`).inputs;
            assert.match(String(target.arn), /^arn:aws:sns:.*acme-audit-alerts$/);
            const { inputTemplate, inputPaths } = target.inputTransformer as {
                inputTemplate: string;
                inputPaths: Record<string, string>;
            };
            const used = [...inputTemplate.matchAll(/<(\w+)>/g)].map(([, key]) => key);
            assert.deepEqual(used.toSorted(), Object.keys(inputPaths).toSorted());
        }
    });

    it("a connection of an agent that its network rejects raises an alarm", async () => {
        const { recording } = await standard();
        const filter = inputs(recording, "LogMetricFilter", "agent-denied-1");
        assert.equal(filter.logGroupName, "/acme/agents");
        assert.equal(filter.pattern, "REJECT");
        const { name, namespace, value } = filter.metricTransformation as Record<string, string>;
        assert.equal(value, "1");
        const alarm = recording.one("MetricAlarm").inputs;
        assert.deepEqual([alarm.metricName, alarm.namespace], [name, namespace]);
        assert.equal(alarm.statistic, "Sum");
        assert.equal(alarm.comparisonOperator, "GreaterThanThreshold");
        assert.equal(alarm.threshold, 0);
        assert.equal(alarm.treatMissingData, "notBreaching");
        assert.match(String((alarm.alarmActions as string[])[0]), /acme-audit-alerts$/);
        const none = await buildAws({ agentFlowLogGroups: [] });
        assert.deepEqual(none.recording.all("MetricAlarm"), []);
    });
});
