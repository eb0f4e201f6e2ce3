import { UNKNOWN, type PropertyTree } from "../../../../model/known";
import { awsDetectionOn } from "../../../../policies/rules/audit/aws-detection-on";
import { describeStackRule, type StackResource } from "../../../support/describeStackRule";

const trail: StackResource = { name: "one", type: "aws:cloudtrail/trail:Trail", props: {} };
const detector = (props: PropertyTree = {}): StackResource => ({
    name: "detector",
    type: "aws:guardduty/detector:Detector",
    props,
});
const analyzer = (type = "ACCOUNT"): StackResource => ({
    name: "analyzer",
    type: "aws:accessanalyzer/analyzer:Analyzer",
    props: { type },
});
const [detectorType, analyzerType] = ["aws:guardduty:Detector", "aws:accessanalyzer:Analyzer"];

describeStackRule(awsDetectionOn, {
    denied: [
        {
            name: "a trail without a detector",
            resources: [trail, analyzer()],
            findings: [detectorType],
            says: "leave allowNoDetection out",
        },
        { name: "a trail alone", resources: [trail], findings: [detectorType, analyzerType] },
        {
            name: "a detector that is turned off",
            resources: [trail, detector({ enable: false }), analyzer()],
            findings: [detectorType],
        },
        {
            name: "an analyzer that looks for unused access only",
            resources: [trail, detector(), analyzer("ACCOUNT_UNUSED_ACCESS")],
            findings: [analyzerType],
        },
    ],
    allowed: [
        { name: "both", resources: [trail, detector({ enable: true }), analyzer()] },
        {
            name: "both, for the whole organisation",
            resources: [trail, detector(), analyzer("ORGANIZATION")],
        },
        {
            name: "an account that its organisation watches",
            resources: [trail],
            config: { detectedByOrganization: true },
        },
        { name: "a stack without a trail", resources: [detector({ enable: false })] },
    ],
    undecidable: [
        {
            name: "a detector that may be off",
            resources: [trail, detector({ enable: UNKNOWN }), analyzer()],
            production: false,
        },
    ],
    tokens: ["aws:cloudtrail:Trail"],
});
