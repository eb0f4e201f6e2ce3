import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { openCloudStore } from "../../../../sandbox/cloud/index";
import { openBench, refusal, secret, type Bench, type Props } from "../support";
import { account, make, policy } from "./support";

describe("buckets, keys and secrets of the emulated AWS", () => {
    let bench: Bench;
    const made = (type: string, inputs: Props) => make(bench, type, inputs);
    const refused = (type: string, inputs: Props) => refusal(made(type, inputs));
    const failures = async (type: string, inputs: Props) =>
        (await bench.engine.check(`aws:${type}`, inputs)).failures.join("\n");
    const bucketType = "s3/bucket:Bucket";
    const of = { bucket: "acme" };
    beforeEach(async () => {
        bench = await openBench();
    });
    afterEach(() => bench.close());

    it("give a bucket's name once in all of AWS", async () => {
        await made(bucketType, of);
        assert.match(await refused(bucketType, of), /BucketAlreadyOwnedByYou/);
        await bench.engine.configure("aws", {
            region: "us-east-1",
            allowedAccountIds: '["210987654321"]',
        });
        assert.match(await refused(bucketType, of), /409, BucketAlreadyExists/);
        for (const bucket of ["A", "ab", "a..b", "10.0.0.1", "xn--acme", "acme-s3alias"]) {
            assert.notEqual(await failures(bucketType, { bucket }), "", bucket);
        }
    });

    it("never let go of versions in a bucket with object lock", async () => {
        await made(bucketType, { ...of, objectLockEnabled: true });
        const suspended = { ...of, versioningConfiguration: { status: "Suspended" } };
        const type = "s3/bucketVersioning:BucketVersioning";
        assert.match(
            await refused(type, suspended),
            /InvalidBucketState: An Object Lock configuration is present/,
        );
        await made(bucketType, { bucket: "plain" });
        const lock = "s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration";
        assert.match(await refused(lock, { bucket: "plain" }), /Versioning must be 'Enabled'/);
        const both = {
            ...of,
            rule: { defaultRetention: { mode: "COMPLIANCE", days: 1, years: 1 } },
        };
        assert.match(await failures(lock, both), /exactly one of days, years/);
    });

    it("refuse a public policy of a bucket that blocks them, and foreign resources", async () => {
        await made(bucketType, of);
        await made("s3/bucketPublicAccessBlock:BucketPublicAccessBlock", {
            ...of,
            blockPublicPolicy: true,
        });
        const open = {
            Effect: "Allow",
            Principal: "*",
            Action: "s3:GetObject",
            Resource: "arn:aws:s3:::acme/*",
        };
        const type = "s3/bucketPolicy:BucketPolicy";
        assert.match(
            await refused(type, { ...of, policy: policy(open) }),
            /403, AccessDenied.*BlockPublicPolicy/,
        );
        const foreign = { ...open, Resource: "arn:aws:s3:::other/*" };
        assert.match(
            await refused(type, { ...of, policy: policy(foreign) }),
            /Policy has invalid resource/,
        );
    });

    it("take the settings of a bucket along with it", async () => {
        await made(bucketType, of);
        const block = await made("s3/bucketPublicAccessBlock:BucketPublicAccessBlock", of);
        await bench.engine.delete(`aws:${bucketType}`, "acme");
        const read = bench.engine.read(
            "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
            block.id,
        );
        assert.equal((await read).id, "");
    });

    it("keep a key's policy in the hands of its account, and its use to its kind", async () => {
        const type = "kms/key:Key";
        const foreign = {
            Effect: "Allow",
            Principal: { AWS: "arn:aws:iam::210987654321:root" },
            Action: "kms:*",
            Resource: "*",
        };
        assert.match(
            await refused(type, { policy: policy(foreign) }),
            /will not allow you to update the key policy/,
        );
        assert.match(
            await failures(type, { customerMasterKeySpec: "ECC_NIST_P384" }),
            /not compatible with key spec/,
        );
        const signing = {
            customerMasterKeySpec: "ECC_NIST_P384",
            keyUsage: "SIGN_VERIFY",
            enableKeyRotation: true,
        };
        assert.match(await refused(type, signing), /UnsupportedOperationException/);
        assert.match(await failures(type, { deletionWindowInDays: 5 }), /7 to 30/);
    });

    it("wait for the material of a key that somebody brings", async () => {
        const type = "kms/externalKey:ExternalKey";
        const brought = { keySpec: "RSA_2048", keyUsage: "SIGN_VERIFY" };
        const { id, outputs } = await made(type, brought);
        assert.deepEqual([outputs.keyState, outputs.enabled], ["PendingImport", false]);
        assert.match(await failures(type, { ...brought, enabled: true }), /only be disabled/);
        assert.match(await failures(type, { keySpec: "ECC_NIST_P256" }), /not compatible/);
        const alias = { name: "alias/brought", targetKeyId: id };
        assert.ok((await made("kms/alias:Alias", alias)).outputs.targetKeyArn);
        const here = await made(type, { keyMaterialBase64: "AAAA" });
        assert.deepEqual([here.outputs.keyState, here.outputs.enabled], ["Enabled", true]);
        assert.equal(here.outputs.keyMaterialBase64, undefined);
    });

    it("give an alias to one key, and let nothing use a key that is not there", async () => {
        const key = await made("kms/key:Key", {});
        const alias = { name: "alias/state", targetKeyId: key.id };
        const { outputs } = await made("kms/alias:Alias", alias);
        assert.equal(outputs.targetKeyArn, key.outputs.arn);
        assert.match(await refused("kms/alias:Alias", alias), /AlreadyExistsException/);
        assert.match(
            await failures("kms/alias:Alias", { name: "alias/aws/x", targetKeyId: key.id }),
            /not alias\/aws/,
        );
        await made("secretsmanager/secret:Secret", { name: "a", kmsKeyId: "alias/state" });
        assert.match(
            await refused("secretsmanager/secret:Secret", { name: "b", kmsKeyId: "alias/none" }),
            /Invalid keyId alias\/none/,
        );
        await bench.engine.delete("aws:kms/key:Key", key.id);
        const [waiting] = openCloudStore(bench.dir).list("aws:kms:KeyPendingDeletion");
        assert.equal(waiting?.outputs.deletionWindowInDays, 30);
    });

    it("keep the name of a deleted secret until its window is over", async () => {
        const type = "secretsmanager/secret:Secret";
        const first = await made(type, { name: "token" });
        assert.match(await refused(type, { name: "token" }), /ResourceExistsException/);
        await bench.engine.delete(`aws:${type}`, first.id);
        assert.match(await refused(type, { name: "token" }), /already scheduled for deletion/);
        const second = await made(type, { name: "other", recoveryWindowInDays: 0 });
        await bench.engine.delete(`aws:${type}`, second.id);
        const third = await made(type, { name: "other" });
        assert.notEqual(third.id, second.id);
        assert.match(await failures(type, { name: "x", recoveryWindowInDays: 3 }), /0 or 7 to 30/);
    });

    it("never show a secret's value, not even one inside a document", async () => {
        const { inputs } = await bench.engine.check(
            "aws:secretsmanager/secretVersion:SecretVersion",
            { secretId: "x", secretString: "hush" },
        );
        assert.deepEqual(inputs.secretString, secret("hush"));
        const document = {
            Version: "2012-10-17",
            Statement: [
                { Effect: "Allow", Principal: { AWS: secret(account) }, Action: "sts:AssumeRole" },
            ],
        };
        const role = await bench.engine.check("aws:iam/role:Role", {
            name: "r",
            assumeRolePolicy: document,
        });
        assert.deepEqual(
            Object.keys(role.inputs.assumeRolePolicy as Props).length,
            2,
            "the whole document is marked",
        );
        const open = {
            secretArn: "x",
            blockPublicPolicy: true,
            policy: policy({ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }),
        };
        await made("secretsmanager/secret:Secret", { name: "x" });
        assert.match(
            await refused("secretsmanager/secretPolicy:SecretPolicy", open),
            /PublicPolicyException/,
        );
    });
});
