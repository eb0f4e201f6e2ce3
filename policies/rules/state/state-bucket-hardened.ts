import { conclude, type Appraisal, type Verdict } from "../../../model/finding";
import {
    read,
    readFlag,
    readList,
    readText,
    withDefault,
    type PropertyTree,
} from "../../../model/known";
import type { Resource } from "../../../model/resource";
import { policyReading } from "../../lib/bucketPolicy";
import { defineRule } from "../../lib/defineRule";
import { judgeDemands } from "../../lib/demands";

const blockType = "aws:s3:BucketPublicAccessBlock";
const policyType = "aws:s3:BucketPolicy";
/** Each may hold an ACL or a policy. */
const holderTypes = ["aws:s3:Bucket", "aws:s3:BucketAcl", policyType];

export const stateBucketHardened = defineRule({
    id: "state-bucket-hardened",
    code: "E11",
    title: "A bucket is closed to the public and speaks TLS only",
    attack: "State and logs hold what an attacker looks for. A bucket that anybody may read is found by scanners within hours; one that answers without TLS hands its objects to whoever listens on the way.",
    blindSpot:
        "Judges what is written: a bucket without a policy, or whose public access block is taken away, passes. Does not see who in the account may read it, nor buckets of aws-native.",
    severity: "high",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "set all four flags of the public access block, no public ACL, and a policy that denies requests without TLS and allows nobody in general (StateStore does it)",
        code: `{
    Effect: "Deny", Principal: "*", Action: "s3:*", Resource: [arn, \`\${arn}/*\`],
    Condition: { Bool: { "aws:SecureTransport": "false" } },
}`,
    },
    controls: ["owasp:cicd-sec-9", "mcsb:DP-3", "mcsb:NS-2"],
    tags: ["aws", "state", "network"],
    types: [...holderTypes, blockType],
    settings: {},
    examples: {
        denied: 'new BucketPublicAccessBlock("state", { bucket, blockPublicAcls: true });',
        allowed: `new BucketPublicAccessBlock("state", {
    bucket,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
});`,
    },
    judge(resource) {
        return resource.type === blockType ? judgeBlock(resource) : judgeHolder(resource);
    },
});

/** All four are false where nothing is said. source: typings of @pulumi/aws 7.48; date: 2026-11-21 */
const flags = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"];

function judgeBlock({ props }: Resource): Verdict {
    return judgeDemands(
        flags.map((property) => {
            const seen = readFlag(props, property);
            return { property, seen, met: withDefault(seen, false), wanted: "true" };
        }),
    );
}

/** A bucket may have both in itself; the resources beside it have one each. */
function judgeHolder(holder: Resource): Verdict {
    const acl = aclReading(holder);
    const policy = policyReading(read(holder.props, "policy"), "policy");
    return conclude([...acl.findings, ...policy.findings], [...acl.unknown, ...policy.unknown]);
}

function aclReading({ props }: Resource): Appraisal {
    const readings = [
        { property: "acl", seen: readText(props, "acl"), isPublic: /^(public-|authenticated-)/ },
        ...granteeUris(props).map((one) => ({
            ...one,
            isPublic: /\/(AllUsers|AuthenticatedUsers)$/,
        })),
    ];
    return {
        findings: readings.flatMap(({ property, seen, isPublic }) =>
            seen.state === "known" && isPublic.test(seen.value)
                ? [{ property, seen, wanted: "private" }]
                : [],
        ),
        unknown: readings
            .filter(({ seen }) => seen.state === "unknown")
            .map(({ property }) => property),
    };
}

/** The groups an ACL names, written in a bucket or in an ACL of its own. */
function granteeUris(props: PropertyTree) {
    return ["grants", "accessControlPolicy.grants"].flatMap((path) => {
        const grants = readList(props, path);
        const listed = grants.state === "known" ? grants.value : [grants];
        return listed.flatMap((grant, i) => {
            const property = `${path}[${i}]`;
            if (grant.state !== "known") return [{ property, seen: grant }];
            return ["uri", "grantee.uri"].map((uri) => ({
                property: `${property}.${uri}`,
                seen: readText(grant.value, uri),
            }));
        });
    });
}
