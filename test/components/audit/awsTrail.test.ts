import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { retentions } from "../../../components/audit/aws/trail";
import { known, type Recording } from "../../support/mocks";
import { account } from "./samples";
import { aws, buildAws, common, inputs, once, trailArn, verdict } from "./support";

const standard = once(buildAws);
const bucketArn = "arn:aws:s3:::acme-audit";

function bucketPolicy(recording: Recording): unknown {
    return recording.one("BucketPolicy").inputs.policy;
}

describe("AuditTrail on AWS", () => {
    it("every management event of every region is kept, encrypted with a key of its own, in files whose digests show any change", async () => {
        const { recording } = await standard();
        const trail = recording.one("Trail").inputs;
        assert.equal(trail.enableLogging, true);
        assert.equal(trail.isMultiRegionTrail, true);
        assert.equal(trail.includeGlobalServiceEvents, true);
        assert.equal(trail.enableLogFileValidation, true);
        assert.match(String(trail.kmsKeyId), /^arn:aws:kms:/);
        assert.deepEqual(trail.advancedEventSelectors, [
            {
                name: "Management events",
                fieldSelectors: [{ field: "eventCategory", equals: ["Management"] }],
            },
        ]);
        const key = inputs(recording, "Key", "log-key");
        assert.equal(key.enableKeyRotation, true);
        const may = (service: string, action: string, more = {}) =>
            verdict(key.policy, service, action, "*", more);
        const own = { "kms:EncryptionContext:aws:cloudtrail:arn": trailArn };
        assert.equal(may("cloudtrail", "kms:GenerateDataKey", own), "allowed");
        const other = trailArn.replace("acme", "other");
        assert.equal(
            may("cloudtrail", "kms:GenerateDataKey", { ...own, "aws:SourceArn": other }),
            "not mentioned",
        );
        const group = `arn:aws:logs:eu-west-1:${account}:log-group:/gatehouse/acme-audit`;
        const logs = (arn: string) =>
            may("logs.eu-west-1", "kms:Encrypt", { "kms:EncryptionContext:aws:logs:arn": arn });
        assert.equal(logs(group), "allowed");
        assert.equal(logs(`${group}-other`), "not mentioned");
        assert.equal(may("events", "kms:Decrypt"), "not mentioned");
    });

    it("no log file can be deleted or overwritten for `retentionDays`, by anybody", async () => {
        const { recording } = await standard();
        const bucket = recording.one("Bucket").inputs;
        assert.equal(bucket.objectLockEnabled, true);
        assert.equal(bucket.forceDestroy, false);
        assert.deepEqual(recording.one("BucketObjectLockConfiguration").inputs.rule, {
            defaultRetention: { mode: "COMPLIANCE", days: 365 },
        });
        assert.deepEqual(recording.one("BucketVersioning").inputs.versioningConfiguration, {
            status: "Enabled",
        });
    });

    it("lets holders of a permission delete log files with allowGovernanceMode", async () => {
        const { recording } = await buildAws({ allowGovernanceMode: true });
        assert.deepEqual(recording.one("BucketObjectLockConfiguration").inputs.rule, {
            defaultRetention: { mode: "GOVERNANCE", days: 365 },
        });
    });

    it("only this trail can write to the bucket, nobody reaches it without TLS, and nothing in it is public", async () => {
        const { recording } = await standard();
        const policy = bucketPolicy(recording);
        const file = `${bucketArn}/AWSLogs/${account}/CloudTrail/eu-west-1/x.json.gz`;
        const acl = { "s3:x-amz-acl": "bucket-owner-full-control" };
        const put = (service: string, resource: string, more = {}) =>
            verdict(policy, service, "s3:PutObject", resource, { ...acl, ...more });
        assert.equal(put("cloudtrail", file), "allowed");
        assert.equal(verdict(policy, "cloudtrail", "s3:GetBucketAcl", bucketArn), "allowed");
        assert.equal(
            put("cloudtrail", file, { "aws:SourceArn": trailArn.replace("acme", "other") }),
            "not mentioned",
        );
        assert.equal(put("cloudtrail", `${bucketArn}/AWSLogs/210987654321/x`), "not mentioned");
        assert.equal(put("config", file), "not mentioned");
        assert.equal(put("cloudtrail", file, { "aws:SecureTransport": "false" }), "denied");
        const closed = recording.one("BucketPublicAccessBlock").inputs;
        for (const name of ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls"]) {
            assert.equal(closed[name], true, name);
        }
        assert.equal(closed.restrictPublicBuckets, true);
        assert.deepEqual(recording.one("BucketOwnershipControls").inputs.rule, {
            objectOwnership: "BucketOwnerEnforced",
        });
    });

    it("makes the trail when the bucket, its policy and the log writer's role let it in", async () => {
        const { recording } = await standard();
        const { dependencies, inputs: trail } = recording.one("Trail");
        for (const name of ["bucket-policy", "bucket-lock", "log-writer-policy"]) {
            assert.ok(
                dependencies.some((one) => one.endsWith(` audit-${name}`)),
                name,
            );
        }
        assert.match(String(trail.cloudWatchLogsGroupArn), /:\*$/);
        const writer = inputs(recording, "RolePolicy", "log-writer-policy").policy;
        const group = `arn:aws:logs:eu-west-1:${account}:log-group:/gatehouse/acme-audit`;
        const stream = `${group}:log-stream:${account}_CloudTrail_eu-west-1_2`;
        assert.equal(verdict(writer, "", "logs:PutLogEvents", stream), "allowed");
        assert.equal(
            verdict(writer, "", "logs:PutLogEvents", `${group}:log-stream:x`),
            "not mentioned",
        );
        const trust = inputs(recording, "Role", "log-writer").assumeRolePolicy;
        assert.match(String(trust), /"aws:SourceArn":"arn:aws:cloudtrail:eu-west-1:/);
    });

    it("logs every use of the objects in the buckets that are named", async () => {
        const { recording } = await buildAws({ dataBucketArns: ["arn:aws:s3:::acme-state"] });
        const [, data] = recording.one("Trail").inputs.advancedEventSelectors as object[];
        assert.deepEqual(data, {
            name: "Objects of watched buckets",
            fieldSelectors: [
                { field: "eventCategory", equals: ["Data"] },
                { field: "resources.type", equals: ["AWS::S3::Object"] },
                { field: "resources.ARN", startsWiths: ["arn:aws:s3:::acme-state/"] },
            ],
        });
    });

    it("keeps the log group for the next time CloudWatch offers", async () => {
        for (const [wanted, offered] of [
            [365, 365],
            [366, 400],
            [730, 731],
        ] as const) {
            const { recording } = await buildAws({ trail: { retentionDays: wanted } });
            assert.equal(recording.one("LogGroup").inputs.retentionInDays, offered);
        }
        assert.ok(retentions.every((days, i) => i === 0 || days > (retentions[i - 1] ?? 0)));
    });

    it("watches with GuardDuty, its agent and an analyzer, unless allowNoDetection is given", async () => {
        const { recording } = await standard();
        assert.equal(recording.one("Detector").inputs.enable, true);
        const features = recording.all("DetectorFeature").map((one) => one.inputs);
        assert.deepEqual(
            features.map((feature) => [feature.name, feature.status]),
            [
                ["S3_DATA_EVENTS", "ENABLED"],
                ["RUNTIME_MONITORING", "ENABLED"],
            ],
        );
        assert.deepEqual(features[1]?.additionalConfigurations, [
            { name: "EC2_AGENT_MANAGEMENT", status: "ENABLED" },
        ]);
        assert.equal(recording.one("Analyzer").inputs.type, "ACCOUNT");
        const without = await buildAws({ allowNoDetection: true });
        assert.deepEqual(without.recording.all("Detector"), []);
        assert.deepEqual(without.recording.all("Analyzer"), []);
    });

    it("turns Security Hub on when asked to, and not otherwise", async () => {
        assert.deepEqual((await standard()).recording.all("Account"), []);
        const { recording } = await buildAws({ securityHub: true });
        assert.equal(recording.one("Account").inputs.enableDefaultStandards, true);
    });

    it("protects what holds logs, unless allowDestroy is given", async () => {
        const names = async (allowDestroy: boolean) =>
            (await buildAws({ trail: { allowDestroy } })).recording.resources
                .filter((one) => one.protect)
                .map(({ name }) => name.replace("audit-", ""));
        assert.deepEqual((await names(false)).toSorted(), [
            "alert-key",
            "bucket",
            "log-group",
            "log-key",
            "trail",
        ]);
        assert.deepEqual(await names(true), []);
    });

    it("says the region of everything that has one", async () => {
        const { recording } = await standard();
        for (const { type, name, inputs: given, custom } of recording.resources) {
            if (custom && !type.startsWith("aws:iam/") && !name.includes("forward-")) {
                assert.equal(given.region, aws.region, name);
            }
        }
    });

    it("gives out its names, and nothing of the other cloud", async () => {
        const { result } = await standard();
        assert.equal(await known(result.bucketName), "acme-audit");
        assert.equal(await known(result.logGroupName), "/gatehouse/acme-audit");
        assert.match(await known(result.trailArn), /:trail\/acme-audit$/);
        assert.match(await known(result.topicArn), /acme-audit-alerts$/);
        assert.equal(await known(result.workspaceId), "");
        assert.equal(await known(result.actionGroupId), "");
    });

    it("names everything by the organisation, however long it is", async () => {
        const organization = `${"a".repeat(18)}-${"B".repeat(20)}`;
        const { recording } = await buildAws({ trail: { ...common, organization } });
        for (const { inputs: rule } of recording.all("EventRule")) {
            assert.match(String(rule.name), /^[a-z0-9-]{1,64}$/);
        }
        assert.match(String(recording.one("Trail").inputs.name), /^[a-z0-9](-?[a-z0-9]){2,127}$/);
    });
});
