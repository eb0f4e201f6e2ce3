import { Alias, Key } from "@pulumi/aws/kms";
import {
    Bucket,
    BucketLifecycleConfiguration,
    BucketObjectLockConfiguration,
    BucketOwnershipControls,
    BucketPolicy,
    BucketPublicAccessBlock,
    BucketServerSideEncryptionConfiguration,
    BucketVersioning,
} from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";

import { bucketPolicy, secretsKeyPolicy, storageKeyPolicy, type StoreRoles } from "./awsPolicies";
import { urls, type StatePlace } from "./commands";
import type { StateStoreArgs, StateStoreAws } from "./stateStoreArgs";

/** Days after which the parts of an upload that never ended are removed. */
const uploadDays = 7;

/** The bucket with all that keeps it closed, and its two keys. */
export function createAwsStore(
    parent: pulumi.Resource,
    name: string,
    args: StateStoreArgs,
    store: Required<StateStoreAws>,
    keepDays: number,
): StatePlace {
    const roles = pulumi
        .all([
            pulumi.all(store.administratorArns),
            pulumi.all(store.writerArns),
            pulumi.all(store.plannerArns),
            pulumi.all(store.readerArns),
        ])
        .apply(([administrators, writers, planners, readers]): StoreRoles => ({
            administrators,
            writers,
            planners,
            readers,
        }));
    const keyOf = (purpose: "storage" | "secrets", policy: pulumi.Output<string>) =>
        createKey(parent, name, args, store, purpose, policy);
    const storage = keyOf(
        "storage",
        roles.apply((who) => storageKeyPolicy(store, who)),
    );
    const secrets = keyOf(
        "secrets",
        roles.apply((who) => secretsKeyPolicy(who)),
    );
    const bucket = createBucket(parent, name, args, store);
    const policy = roles.apply((who) => bucketPolicy(store, who));
    const settings = createSettings(parent, name, store, bucket, { policy, key: storage.key });
    createRetention(parent, name, store, bucket, keepDays);
    return {
        // Of a setting too, so that nobody logs in to a bucket that is not closed yet.
        backendUrl: pulumi
            .all([bucket.bucket, settings.id])
            .apply(([made]) => urls.awsBackend(made, store.region)),
        secretsProvider: secrets.alias.name.apply((made) => urls.awsSecrets(made, store.region)),
    };
}

function createKey(
    parent: pulumi.Resource,
    name: string,
    args: StateStoreArgs,
    store: Required<StateStoreAws>,
    purpose: "storage" | "secrets",
    policy: pulumi.Output<string>,
): { key: Key; alias: Alias } {
    const key = new Key(
        `${name}-${purpose}-key`,
        {
            description: `Pulumi state in ${store.bucketName}: ${purpose}. Managed by Gatehouse.`,
            region: store.region,
            enableKeyRotation: true,
            deletionWindowInDays: 30,
            policy,
            tags: args.tags,
        },
        { parent, protect: args.allowDestroy !== true },
    );
    const alias = new Alias(
        `${name}-${purpose}-alias`,
        {
            name: `alias/${store.bucketName}-${purpose}`,
            region: store.region,
            targetKeyId: key.keyId,
        },
        { parent },
    );
    return { key, alias };
}

function createBucket(
    parent: pulumi.Resource,
    name: string,
    args: StateStoreArgs,
    store: Required<StateStoreAws>,
): Bucket {
    return new Bucket(
        `${name}-bucket`,
        {
            bucket: store.bucketName,
            region: store.region,
            objectLockEnabled: true,
            forceDestroy: false,
            tags: args.tags,
        },
        { parent, protect: args.allowDestroy !== true },
    );
}

/** Returns the last of the settings. */
function createSettings(
    parent: pulumi.Resource,
    name: string,
    { region }: Required<StateStoreAws>,
    bucket: Bucket,
    on: { policy: pulumi.Output<string>; key: Key },
): BucketPolicy {
    const of = { bucket: bucket.bucket, region };
    const closed = new BucketPublicAccessBlock(
        `${name}-private`,
        {
            ...of,
            blockPublicAcls: true,
            blockPublicPolicy: true,
            ignorePublicAcls: true,
            restrictPublicBuckets: true,
        },
        { parent },
    );
    const owned = new BucketOwnershipControls(
        `${name}-ownership`,
        { ...of, rule: { objectOwnership: "BucketOwnerEnforced" } },
        { parent },
    );
    const encrypted = new BucketServerSideEncryptionConfiguration(
        `${name}-encryption`,
        {
            ...of,
            rules: [
                {
                    applyServerSideEncryptionByDefault: {
                        sseAlgorithm: "aws:kms",
                        kmsMasterKeyId: on.key.arn,
                    },
                    bucketKeyEnabled: true,
                },
            ],
        },
        { parent },
    );
    return new BucketPolicy(
        `${name}-policy`,
        { ...of, policy: on.policy },
        { parent, dependsOn: [closed, owned, encrypted] },
    );
}

/** Versions that stay, and an end to the old ones: every step of an update writes the state anew. */
function createRetention(
    parent: pulumi.Resource,
    name: string,
    { region }: Required<StateStoreAws>,
    bucket: Bucket,
    keepDays: number,
): void {
    const of = { bucket: bucket.bucket, region };
    const versioning = new BucketVersioning(
        `${name}-versioning`,
        { ...of, versioningConfiguration: { status: "Enabled" } },
        { parent },
    );
    const options = { parent, dependsOn: versioning };
    new BucketObjectLockConfiguration(
        `${name}-retention`,
        { ...of, rule: { defaultRetention: { mode: "GOVERNANCE", days: keepDays } } },
        options,
    );
    new BucketLifecycleConfiguration(
        `${name}-old-versions`,
        {
            ...of,
            rules: [
                {
                    id: "old-versions",
                    status: "Enabled",
                    filter: { prefix: "" },
                    noncurrentVersionExpiration: { noncurrentDays: keepDays },
                    // What is left of a lock when its versions are gone.
                    expiration: { expiredObjectDeleteMarker: true },
                    abortIncompleteMultipartUpload: { daysAfterInitiation: uploadDays },
                },
            ],
        },
        options,
    );
}
