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
/** Statement of a policy for everybody, under a condition. */
const under = (condition: PropertyTree) => policy(tlsOnly, readers("*", { Condition: condition }));
const openUnder = (condition: PropertyTree) => ({
    ...under(condition),
    findings: ["policy.Statement[1]"],
});
const allUsers = "http://acs.amazonaws.com/groups/global/AllUsers";
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
        {
            name: "a denial of plain requests for one prefix",
            ...policy({ ...tlsOnly, Resource: "arn:aws:s3:::acme-state/logs/*" }),
            findings: ["policy"],
        },
        {
            name: "a denial of plain requests from one account",
            ...policy({
                ...tlsOnly,
                Condition: {
                    Bool: { "aws:SecureTransport": "false" },
                    StringEquals: { "aws:PrincipalAccount": "123456789012" },
                },
            }),
            findings: ["policy"],
        },
        {
            name: "everybody who comes with TLS",
            ...openUnder({ Bool: { "aws:SecureTransport": "true" } }),
        },
        {
            name: "everybody who names some page",
            ...openUnder({ StringLike: { "aws:Referer": "*" } }),
        },
        {
            name: "everybody in any organisation",
            ...openUnder({ StringLike: { "aws:PrincipalOrgID": "*" } }),
        },
        {
            name: "everybody, or an organisation's own",
            ...openUnder({ StringEqualsIfExists: { "aws:PrincipalOrgID": "o-acme" } }),
        },
        {
            name: "everybody but an account",
            ...openUnder({ StringNotEquals: { "aws:PrincipalAccount": "123456789012" } }),
        },
        {
            name: "a role of that name in any account",
            ...openUnder({ ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/plan" } }),
        },
        {
            name: "every address among narrow ones",
            ...openUnder({ IpAddress: { "aws:SourceIp": ["203.0.113.0/24", "0.0.0.0/0"] } }),
        },
        {
            name: "everybody but whom it names",
            ...policy(tlsOnly, {
                Effect: "Allow",
                NotPrincipal: role,
                Action: "s3:*",
                Resource: "*",
            }),
            findings: ["policy.Statement[1]"],
        },
        {
            name: "a grant to everybody",
            type: "aws:s3/bucketAcl:BucketAcl",
            props: {
                accessControlPolicy: {
                    grants: [{ permission: "READ", grantee: { type: "Group", uri: allUsers } }],
                },
            },
            findings: ["accessControlPolicy.grants[0].grantee.uri"],
        },
        {
            name: "a public ACL under its second name",
            type: "aws:s3/bucketAclV2:BucketAclV2",
            props: { acl: "public-read" },
            findings: ["acl"],
        },
        {
            name: "a grant to whoever has an account, and a policy for everybody, on the bucket",
            type: "aws:s3/bucketV2:BucketV2",
            props: {
                grants: [
                    { id: "owner", permissions: ["FULL_CONTROL"] },
                    { uri: allUsers.replace("AllUsers", "AuthenticatedUsers") },
                ],
                policy: JSON.stringify({ Statement: [readers("*")] }),
            },
            findings: ["grants[1].uri", "policy.Statement[0]", "policy"],
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
            name: "a policy for whoever comes through an endpoint",
            ...under({ StringEquals: { "aws:SourceVpce": ["vpce-1", "vpce-2"] } }),
        },
        {
            name: "a policy for addresses, with TLS",
            ...under({
                IpAddress: { "aws:SourceIp": ["203.0.113.0/24", "2001:db8::/32"] },
                Bool: { "aws:SecureTransport": "true" },
            }),
        },
        {
            name: "a policy for an organisation's unit",
            ...under({ "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-acme/r-1/*" } }),
        },
        {
            name: "a denial of plain requests to a bucket and its objects",
            ...policy({
                ...tlsOnly,
                Resource: ["arn:aws:s3:::acme-state", "arn:aws:s3:::acme-state/*"],
            }),
        },
        {
            name: "a grant for the delivery of logs",
            type: "aws:s3/bucket:Bucket",
            props: { grants: [{ uri: "http://acs.amazonaws.com/groups/s3/LogDelivery" }] },
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
        { name: "an unknown grant", type: "aws:s3/bucket:Bucket", props: { grants: UNKNOWN } },
        { name: "an unknown principal", ...policy(tlsOnly, readers(UNKNOWN)) },
        {
            name: "an unknown effect",
            ...policy(tlsOnly, readers("*", { Effect: UNKNOWN })),
        },
        {
            name: "an unknown condition",
            ...policy(tlsOnly, readers("*", { Condition: UNKNOWN })),
        },
        {
            name: "an unknown organisation",
            ...under({ StringEquals: { "aws:PrincipalOrgID": UNKNOWN } }),
        },
        {
            name: "a denial of plain requests to what is unknown",
            ...policy({ ...tlsOnly, Resource: UNKNOWN }),
        },
        { name: "an unknown statement", ...policy(UNKNOWN) },
        {
            name: "an unknown policy",
            type: "aws:s3/bucketPolicy:BucketPolicy",
            props: { policy: UNKNOWN },
        },
    ],
    tokens: ["aws:s3:BucketPublicAccessBlock"],
});
