import { trailType, trailView } from "../../../model/views/trail";
import { defineRule } from "../../lib/defineRule";
import { judgeDemands } from "../../lib/demands";

export const awsTrailComplete = defineRule({
    id: "aws-trail-complete",
    code: "L02",
    title: "A CloudTrail trail records every region, and its files are sealed and encrypted",
    attack: "An attacker works in the region nobody logs, stops the trail, or changes its files afterwards: without the digest files nobody can tell. What is not encrypted with a key of one's own can be read by anyone who reaches the bucket.",
    blindSpot: "Does not judge event selectors, nor who may stop the trail or read its bucket.",
    severity: "high",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "set enableLogging, isMultiRegionTrail, includeGlobalServiceEvents and enableLogFileValidation to true, and kmsKeyId to a key (AuditTrail does all of it)",
        code: `isMultiRegionTrail: true,
includeGlobalServiceEvents: true,
enableLogFileValidation: true,
kmsKeyId: key.arn`,
    },
    controls: ["owasp:cicd-sec-10", "mcsb:LT-3"],
    tags: ["aws", "audit"],
    types: [trailType],
    settings: {},
    examples: {
        denied: 'new Trail("audit", { s3BucketName: bucket.id });',
        allowed: `new Trail("audit", {
    s3BucketName: bucket.id,
    isMultiRegionTrail: true,
    enableLogFileValidation: true,
    kmsKeyId: key.arn,
});`,
    },
    judge(resource) {
        const { flags, encrypted } = trailView(resource);
        return judgeDemands([
            ...flags.map(({ path, value }) => ({
                property: path,
                seen: value,
                met: value,
                wanted: "true",
            })),
            { property: "kmsKeyId", seen: encrypted, met: encrypted, wanted: "a key of one's own" },
        ]);
    },
});
