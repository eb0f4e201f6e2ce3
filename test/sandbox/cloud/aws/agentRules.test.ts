import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { openBench, refusal, type Bench, type Props } from "../support";
import { arn, make, policy, trustService } from "./support";

describe("runners, builds and audit of the emulated AWS", () => {
    let bench: Bench;
    const made = (type: string, inputs: Props) => make(bench, type, inputs);
    const refused = (type: string, inputs: Props) => refusal(made(type, inputs));
    const failures = async (type: string, inputs: Props) =>
        (await bench.engine.check(`aws:${type}`, inputs)).failures.join("\n");
    beforeEach(async () => {
        bench = await openBench();
    });
    afterEach(() => bench.close());

    it("start a group only from a template that can be used", async () => {
        const group = "autoscaling/group:Group";
        const sizes = { minSize: 0, maxSize: 1, availabilityZones: ["eu-west-1a"] };
        assert.match(
            await refused(group, { ...sizes, launchTemplate: { id: "lt-0" } }),
            /does not exist/,
        );
        const template = await made("ec2/launchTemplate:LaunchTemplate", { name: "runner" });
        const use = { ...sizes, launchTemplate: { id: template.id } };
        assert.match(await refused(group, use), /must contain the parameter ImageId/);
        const bad = { ...use, maxSize: -1, desiredCapacity: 9, maxInstanceLifetime: 60 };
        assert.match(
            await failures(group, bad),
            /below minSize[^]*desiredCapacity[^]*86400 to 31536000/,
        );
    });

    it("count the versions of a launch template, and take user data as base64 of 16 KiB", async () => {
        const type = "ec2/launchTemplate:LaunchTemplate";
        const { id, inputs } = await made(type, { name: "runner", updateDefaultVersion: true });
        const next = await bench.engine.update(`aws:${type}`, id, {
            ...inputs,
            instanceType: "m7i.large",
        });
        assert.deepEqual([next.latestVersion, next.defaultVersion], [2, 2]);
        assert.match(await failures(type, { userData: "#!/bin/sh" }), /Invalid BASE64/);
        const long = Buffer.alloc(16_385).toString("base64");
        assert.match(await failures(type, { userData: long }), /longer than 16384 bytes/);
    });

    it("register a webhook only where CodeBuild can reach the host", async () => {
        await made("iam/role:Role", { name: "build", assumeRolePolicy: trustService("codebuild") });
        const project = {
            name: "runner",
            serviceRole: arn("iam", "role/build", ""),
            artifacts: { type: "NO_ARTIFACTS" },
            environment: {
                type: "LINUX_CONTAINER",
                computeType: "BUILD_GENERAL1_SMALL",
                image: "x",
            },
            source: { type: "GITHUB", location: "https://github.com/acme/web.git" },
        };
        assert.match(
            await refused("codebuild/project:Project", {
                ...project,
                serviceRole: arn("iam", "role/none", ""),
            }),
            /cannot be assumed/,
        );
        await made("codebuild/project:Project", project);
        const hook = { projectName: "runner" };
        assert.match(
            await refused("codebuild/webhook:Webhook", hook),
            /Could not find access token for server type GITHUB/,
        );
        const credential = {
            authType: "PERSONAL_ACCESS_TOKEN",
            serverType: "GITHUB",
            token: "hush",
        };
        await made("codebuild/sourceCredential:SourceCredential", credential);
        await made("codebuild/webhook:Webhook", hook);
        assert.match(await refused("codebuild/webhook:Webhook", hook), /Webhook already exists/);
    });

    it("trail into a bucket only when its policy lets CloudTrail in", async () => {
        await made("s3/bucket:Bucket", { bucket: "acme-trail" });
        const trail = { name: "all", s3BucketName: "acme-trail" };
        const type = "cloudtrail/trail:Trail";
        assert.match(await refused(type, trail), /InsufficientS3BucketPolicyException/);
        const own = { StringEquals: { "aws:SourceArn": arn("cloudtrail", "trail/all") } };
        const letIn = (Action: string, Resource: string) => ({
            Effect: "Allow",
            Principal: { Service: "cloudtrail.amazonaws.com" },
            Action,
            Resource,
            Condition: own,
        });
        await made("s3/bucketPolicy:BucketPolicy", {
            bucket: "acme-trail",
            policy: policy(
                letIn("s3:GetBucketAcl", "arn:aws:s3:::acme-trail"),
                letIn("s3:PutObject", "arn:aws:s3:::acme-trail/AWSLogs/*"),
            ),
        });
        assert.match(
            await refused(type, { ...trail, name: "other" }),
            /InsufficientS3BucketPolicy/,
        );
        await made(type, trail);
        const group = arn("logs", "log-group:x");
        assert.match(
            await failures(type, { ...trail, cloudWatchLogsGroupArn: group }),
            /must end with :\*/,
        );
    });

    it("have one detector, analyzer and recorder of an account and region, in their order", async () => {
        const detector = await made("guardduty/detector:Detector", {});
        assert.match(await refused("guardduty/detector:Detector", {}), /detector already exists/);
        const feature = { detectorId: detector.id, status: "ENABLED" };
        const type = "guardduty/detectorFeature:DetectorFeature";
        await made(type, { ...feature, name: "RUNTIME_MONITORING" });
        assert.match(
            await refused(type, { ...feature, name: "EKS_RUNTIME_MONITORING" }),
            /cannot be configured together/,
        );
        await made("accessanalyzer/analyzer:Analyzer", { analyzerName: "a" });
        assert.match(
            await refused("accessanalyzer/analyzer:Analyzer", { analyzerName: "b" }),
            /ServiceQuotaExceeded/,
        );
        await made("s3/bucket:Bucket", { bucket: "acme-config" });
        const channel = { name: "default", s3BucketName: "acme-config" };
        assert.match(
            await refused("cfg/deliveryChannel:DeliveryChannel", channel),
            /NoAvailableConfigurationRecorder/,
        );
    });

    it("keep an event rule with targets, and send only to what stands", async () => {
        await made("cloudwatch/eventRule:EventRule", { name: "trust", eventPattern: "{}" });
        const target = { rule: "trust", targetId: "t", arn: arn("sns", "alerts") };
        assert.match(await refused("cloudwatch/eventTarget:EventTarget", target), /does not exist/);
        await made("sns/topic:Topic", { name: "alerts" });
        await made("cloudwatch/eventTarget:EventTarget", target);
        const gone = refusal(bench.engine.delete("aws:cloudwatch/eventRule:EventRule", "trust"));
        assert.match(await gone, /it has targets/);
        assert.match(
            await failures("cloudwatch/logGroup:LogGroup", { retentionInDays: 42 }),
            /42 is not one of/,
        );
        assert.match(
            await failures("cloudwatch/eventRule:EventRule", { scheduleExpression: "hourly" }),
            /rate\(/,
        );
    });

    it("send events to a topic of the rule's own region, and to buses of any", async () => {
        const abroad = { region: "us-east-1" };
        await made("sns/topic:Topic", { name: "alerts" });
        await made("cloudwatch/eventRule:EventRule", {
            ...abroad,
            name: "trust",
            eventPattern: "{}",
        });
        const target = { ...abroad, rule: "trust", targetId: "t", arn: arn("sns", "alerts") };
        assert.match(
            await refused("cloudwatch/eventTarget:EventTarget", target),
            /must be in the region of the rule/,
        );
        const bus = { ...target, arn: arn("events", "event-bus/default") };
        await made("cloudwatch/eventTarget:EventTarget", bus);
    });

    it("want a list at every end of an event pattern", async () => {
        const rule = (pattern: object) =>
            failures("cloudwatch/eventRule:EventRule", { eventPattern: JSON.stringify(pattern) });
        assert.equal(
            await rule({ source: ["aws.iam"], detail: { eventName: ["CreateRole"] } }),
            "",
        );
        assert.match(await rule({ source: "aws.iam" }), /"source" must be an object or an array/);
        assert.match(await rule({ detail: { readOnly: false } }), /"readOnly" must be an object/);
        const eventPattern = JSON.stringify({ source: ["x".repeat(2048)] });
        assert.match(
            await refused("cloudwatch/eventRule:EventRule", { name: "long", eventPattern }),
            /LimitExceededException/,
        );
    });
});
