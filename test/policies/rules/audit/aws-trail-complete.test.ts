import { UNKNOWN, type PropertyTree } from "../../../../model/known";
import { awsTrailComplete } from "../../../../policies/rules/audit/aws-trail-complete";
import { describeRule } from "../../../support/describeRule";

const type = "aws:cloudtrail/trail:Trail";
const complete: PropertyTree = {
    isMultiRegionTrail: true,
    enableLogFileValidation: true,
    kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/1",
};
const trail = (changes: PropertyTree) => ({ type, props: { ...complete, ...changes } });

describeRule(awsTrailComplete, {
    denied: [
        {
            name: "a trail of one region",
            ...trail({ isMultiRegionTrail: false }),
            findings: ["isMultiRegionTrail"],
        },
        {
            name: "a trail as the provider's defaults leave it",
            type,
            props: { s3BucketName: "logs" },
            findings: ["enableLogFileValidation", "isMultiRegionTrail", "kmsKeyId"],
        },
        {
            name: "a trail that stands still and has no key",
            ...trail({ enableLogging: false, includeGlobalServiceEvents: false, kmsKeyId: "" }),
            findings: ["enableLogging", "includeGlobalServiceEvents", "kmsKeyId"],
        },
    ],
    allowed: [{ name: "a complete trail", ...trail({}) }],
    undecidable: [
        { name: "an unknown key", ...trail({ kmsKeyId: UNKNOWN }) },
        { name: "an unknown flag", ...trail({ enableLogFileValidation: UNKNOWN }) },
    ],
    tokens: ["aws:cloudtrail:Trail"],
});
