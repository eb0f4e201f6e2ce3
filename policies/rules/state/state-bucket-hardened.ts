import { conclude, type Finding, type Verdict } from "../../../model/finding";
import {
    absent,
    is,
    known,
    map,
    read,
    readFlag,
    readText,
    withDefault,
} from "../../../model/known";
import { readStatements, type PolicyStatement } from "../../../model/policyDocument";
import type { Resource } from "../../../model/resource";
import { defineRule } from "../../lib/defineRule";
import { judgeDemands } from "../../lib/demands";

const blockType = "aws:s3:BucketPublicAccessBlock";
const policyType = "aws:s3:BucketPolicy";
const aclTypes = ["aws:s3:Bucket", "aws:s3:BucketAcl"];

export const stateBucketHardened = defineRule({
    id: "state-bucket-hardened",
    code: "E11",
    title: "A bucket is closed to the public and speaks TLS only",
    attack: "State and logs hold what an attacker looks for. A bucket that anybody may read is found by scanners within hours; one that answers without TLS hands its objects to whoever listens on the way.",
    blindSpot:
        "Judges what is written: a bucket without a policy, or whose public access block is taken away, passes. Does not see who in the account may read it.",
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
    types: [...aclTypes, policyType, blockType],
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
        if (resource.type === blockType) return judgeBlock(resource);
        return resource.type === policyType ? judgePolicy(resource) : judgeAcl(resource);
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

function judgeAcl({ props }: Resource): Verdict {
    const seen = readText(props, "acl");
    const met = map(withDefault(seen, "private"), (acl) => !/^(public-|authenticated-)/.test(acl));
    return judgeDemands([{ property: "acl", seen, met, wanted: "private" }]);
}

function judgePolicy({ props }: Resource): Verdict {
    const path = "policy";
    const { statements, unknown } = readStatements(read(props, path), path);
    const open = statements.filter(({ effect }) => is(effect, "allow")).filter(isForAll);
    const findings: Finding[] = open.map((one) => ({
        property: one.path,
        seen: known("everybody"),
        wanted: "named principals, or a condition on who asks",
    }));
    const plain: Finding = {
        id: "no TLS",
        property: path,
        seen: absent,
        wanted: "a denial of every request with aws:SecureTransport false",
    };
    const isSafe = statements.some(deniesPlain);
    return conclude([...findings, ...(isSafe || unknown.length > 0 ? [] : [plain])], unknown);
}

/** Whether a statement is for everybody, whoever and wherever they are. */
function isForAll({ principals, conditions }: PolicyStatement): boolean {
    return principals.some((one) => is(one, "*")) && conditions.length === 0;
}

function deniesPlain({ effect, principals, actions, conditions }: PolicyStatement): boolean {
    return (
        is(effect, "deny") &&
        principals.some((one) => is(one, "*")) &&
        actions.some((one) => is(one, "s3:*") || is(one, "*")) &&
        conditions.some(
            ([operator, key, value]) =>
                operator.startsWith("bool") && key === "aws:securetransport" && is(value, "false"),
        )
    );
}
