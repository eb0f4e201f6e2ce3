import { UNKNOWN, type PropertyTree, type PropertyValue } from "../../../../model/known";
import { stateBucketHardened } from "../../../../policies/rules/state/state-bucket-hardened";
import { describeRule } from "../../../support/describeRule";

const blockType = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
const flags = {
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
};
const block = (changes: PropertyTree) => ({ type: blockType, props: { ...flags, ...changes } });
const tlsOnly: PropertyTree = {
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: "*",
    Condition: { Bool: { "aws:SecureTransport": "false" } },
};
const readers = (principal: PropertyValue, more: PropertyTree = {}): PropertyTree => ({
    Effect: "Allow",
    Principal: principal,
    Action: "s3:GetObject",
    Resource: "*",
    ...more,
});
const policy = (...Statement: PropertyValue[]) => ({
    type: "aws:s3/bucketPolicy:BucketPolicy",
    props: { policy: { Statement } },
});
const role = { AWS: "arn:aws:iam::123456789012:role/plan" };
const acl = (value: PropertyValue): { type: string; props: PropertyTree } => ({
    type: "aws:s3/bucketAcl:BucketAcl",
    props: { acl: value },
});

describeRule(stateBucketHardened, {
    denied: [
        {
            name: "a block with a gap",
            ...block({ restrictPublicBuckets: false }),
            findings: ["restrictPublicBuckets"],
        },
        {
            name: "a block that says nothing",
            type: blockType,
            props: {},
            findings: Object.keys(flags),
        },
        { name: "a public ACL", ...acl("public-read"), findings: ["acl"] },
        {
            name: "an ACL for whoever has an account",
            ...acl("authenticated-read"),
            findings: ["acl"],
        },
        {
            name: "a public ACL on the bucket",
            type: "aws:s3/bucket:Bucket",
            props: { acl: "public-read-write" },
            findings: ["acl"],
        },
        {
            name: "a policy for everybody",
            ...policy(tlsOnly, readers("*")),
            findings: ["policy.Statement[1]"],
        },
        {
            name: "a policy for every account",
            ...policy(tlsOnly, readers({ AWS: ["*"] })),
            findings: ["policy.Statement[1]"],
        },
        {
            name: "a policy that lets plain requests in",
            ...policy(readers(role)),
            findings: ["policy"],
        },
        {
            name: "a denial of plain requests for reading only",
            ...policy({ ...tlsOnly, Action: "s3:GetObject" }),
            findings: ["policy"],
        },
    ],
    allowed: [
        { name: "a whole block", ...block({}) },
        { name: "a private ACL", ...acl("private") },
        { name: "no ACL", type: "aws:s3/bucket:Bucket", props: { bucket: "acme-state" } },
        { name: "a policy for a role", ...policy(tlsOnly, readers(role)) },
        {
            name: "a policy for whoever a condition names",
            ...policy(
                readers("*", { Condition: { StringEquals: { "aws:PrincipalOrgID": "o-acme" } } }),
                tlsOnly,
            ),
        },
        {
            name: "a policy as a text",
            type: "aws:s3/bucketPolicy:BucketPolicy",
            props: { policy: JSON.stringify({ Statement: tlsOnly }) },
        },
    ],
    undecidable: [
        { name: "an unknown flag", ...block({ blockPublicAcls: UNKNOWN }) },
        { name: "an unknown ACL", ...acl(UNKNOWN) },
        { name: "an unknown statement", ...policy(UNKNOWN) },
        {
            name: "an unknown policy",
            type: "aws:s3/bucketPolicy:BucketPolicy",
            props: { policy: UNKNOWN },
        },
    ],
    tokens: ["aws:s3:BucketPublicAccessBlock"],
});
