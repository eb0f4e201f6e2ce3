import { UNKNOWN, type PropertyTree, type PropertyValue } from "../../../../model/known";
import { trailFilesImmutable } from "../../../../policies/rules/audit/trail-files-immutable";
import { describeStackRule, type StackResource } from "../../../support/describeStackRule";

const trail = (more: Partial<StackResource> = {}): StackResource => ({
    name: "trail",
    type: "aws:cloudtrail/trail:Trail",
    props: { s3BucketName: UNKNOWN },
    propertyDependencies: { s3BucketName: ["logs"] },
    ...more,
});
const logs = (inputs: PropertyTree = {}): StackResource => ({
    name: "logs",
    type: "aws:s3/bucket:Bucket",
    props: { bucket: UNKNOWN },
    inputs: { bucket: "acme-logs", ...inputs },
});
const retention = (mode: PropertyValue, more: Partial<StackResource> = {}): StackResource => ({
    name: "one",
    type: "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
    props: { rule: { defaultRetention: { mode, days: 365 } } },
    propertyDependencies: { bucket: ["logs"] },
    ...more,
});
const path = "rule.defaultRetention.mode";
const stackTags = { "gatehouse:tier": "production" };

describeStackRule(trailFilesImmutable, {
    denied: [
        {
            name: "files that a permission can delete",
            resources: [trail(), logs(), retention("GOVERNANCE")],
            stackTags,
            findings: [path],
            says: "leave allowGovernanceMode out",
        },
        {
            name: "files of a bucket that is named, not referred to",
            resources: [
                trail({ inputs: { s3BucketName: "acme-logs" }, propertyDependencies: {} }),
                logs(),
                retention("GOVERNANCE"),
            ],
            stackTags,
            findings: [path],
        },
        {
            name: "a bucket without a lock of its own",
            resources: [
                trail({ propertyDependencies: { s3BucketName: ["one"] } }),
                { ...logs(), name: "one" },
                retention("COMPLIANCE", { name: "other", propertyDependencies: {} }),
            ],
            stackTags,
            findings: ["aws:s3:BucketObjectLockConfiguration"],
        },
        {
            name: "a lock written on the bucket, in governance mode",
            resources: [
                trail({ propertyDependencies: { s3BucketName: ["one"] } }),
                {
                    ...logs({
                        objectLockConfiguration: {
                            rule: { defaultRetention: { mode: "GOVERNANCE" } },
                        },
                    }),
                    name: "one",
                },
            ],
            stackTags,
            findings: ["objectLockConfiguration.rule.defaultRetention.mode"],
        },
        {
            name: "files in a stack that the user does not call throwaway",
            resources: [trail(), logs(), retention("GOVERNANCE")],
            config: { throwawayPattern: "^scratch$" },
            findings: [path],
        },
    ],
    allowed: [
        {
            name: "files that nobody can delete",
            resources: [trail(), logs(), retention("COMPLIANCE")],
            stackTags,
        },
        {
            name: "governance mode in a stack that may be torn down",
            resources: [trail(), logs(), retention("GOVERNANCE")],
        },
        {
            name: "governance mode for a bucket of something else",
            resources: [trail({ propertyDependencies: {} }), logs(), retention("GOVERNANCE")],
            stackTags,
        },
    ],
    undecidable: [
        {
            name: "an unknown mode",
            resources: [trail(), logs(), retention(UNKNOWN)],
            stackTags,
            production: true,
        },
    ],
    tokens: ["aws:s3/bucketObjectLockConfigurationV2:BucketObjectLockConfigurationV2"],
});
