import type { Sample } from "../everything";
import { account, arn, deployArn, policy } from "./support";

/** Logs, messages and audit. */
export const auditSamples: readonly Sample[] = [
    {
        type: "aws:cloudwatch/logMetricFilter:LogMetricFilter",
        inputs: {
            name: "denied",
            logGroupName: "/acme/runners",
            pattern: "DENY",
            metricTransformation: { name: "denied", namespace: "acme", value: "1" },
        },
        id: "denied",
        update: { pattern: "REJECT" },
        replace: { name: "other" },
    },
    {
        type: "aws:cloudwatch/logResourcePolicy:LogResourcePolicy",
        inputs: {
            policyName: "events",
            policyDocument: policy({
                Effect: "Allow",
                Principal: { Service: "events.amazonaws.com" },
                Action: "logs:PutLogEvents",
                Resource: "*",
            }),
        },
        id: "events",
        later: ["revisionId"],
        replace: { policyName: "other" },
    },
    {
        type: "aws:sns/topic:Topic",
        inputs: { name: "alerts", kmsMasterKeyId: "alias/aws/sns" },
        id: arn("sns", "alerts"),
        update: { displayName: "x" },
        replace: { name: "other" },
    },
    {
        type: "aws:sns/topicPolicy:TopicPolicy",
        inputs: {
            arn: arn("sns", "alerts"),
            policy: policy({
                Effect: "Allow",
                Principal: { Service: "events.amazonaws.com" },
                Action: "sns:Publish",
                Resource: "*",
            }),
        },
        id: arn("sns", "alerts"),
        replace: { arn: "other" },
    },
    {
        type: "aws:sqs/queue:Queue",
        inputs: { name: "jobs" },
        id: "https://sqs.eu-west-1.amazonaws.com/123456789012/jobs",
        update: { delaySeconds: 5 },
        replace: { name: "other" },
    },
    {
        type: "aws:sqs/queuePolicy:QueuePolicy",
        inputs: {
            queueUrl: "https://sqs.eu-west-1.amazonaws.com/123456789012/jobs",
            policy: policy({
                Effect: "Allow",
                Principal: { Service: "sns.amazonaws.com" },
                Action: "sqs:SendMessage",
                Resource: "*",
            }),
        },
        id: "https://sqs.eu-west-1.amazonaws.com/123456789012/jobs",
        replace: { queueUrl: "other" },
    },
    {
        type: "aws:sns/topicSubscription:TopicSubscription",
        inputs: { topic: arn("sns", "alerts"), protocol: "sqs", endpoint: arn("sqs", "jobs") },
        id: /^arn:aws:sns:eu-west-1:\d{12}:alerts:[0-9a-f-]{36}$/,
        later: ["arn"],
        update: { rawMessageDelivery: true },
        replace: { protocol: "email" },
    },
    {
        type: "aws:cloudwatch/metricAlarm:MetricAlarm",
        inputs: {
            name: "denied",
            comparisonOperator: "GreaterThanThreshold",
            evaluationPeriods: 1,
            metricName: "denied",
            namespace: "acme",
            period: 60,
            statistic: "Sum",
            threshold: 0,
            alarmActions: [arn("sns", "alerts")],
        },
        id: "denied",
        update: { threshold: 1 },
        replace: { name: "other" },
    },
    {
        type: "aws:cloudwatch/eventRule:EventRule",
        inputs: { name: "trust", eventPattern: JSON.stringify({ source: ["aws.iam"] }) },
        id: "trust",
        update: { description: "x" },
        replace: { name: "other" },
    },
    {
        type: "aws:cloudwatch/eventTarget:EventTarget",
        inputs: { rule: "trust", targetId: "topic", arn: arn("sns", "alerts") },
        id: "trust-topic",
        update: { inputPath: "$.detail" },
        replace: { targetId: "other" },
    },
    {
        type: "aws:guardduty/detector:Detector",
        inputs: { enable: true, findingPublishingFrequency: "FIFTEEN_MINUTES" },
        id: /^[0-9a-f]{32}$/,
        later: ["arn"],
        update: { enable: false },
    },
    {
        type: "aws:guardduty/detectorFeature:DetectorFeature",
        inputs: {
            detectorId: "{aws:guardduty/detector:Detector}",
            name: "RUNTIME_MONITORING",
            status: "ENABLED",
            additionalConfigurations: [{ name: "EC2_AGENT_MANAGEMENT", status: "ENABLED" }],
        },
        id: "{aws:guardduty/detector:Detector}/RUNTIME_MONITORING",
        update: { status: "DISABLED" },
        replace: { detectorId: "other" },
    },
    {
        type: "aws:accessanalyzer/analyzer:Analyzer",
        inputs: { analyzerName: "account" },
        id: "account",
        update: { tags: { a: "b" } },
        replace: { type: "ACCOUNT_UNUSED_ACCESS" },
    },
    {
        type: "aws:securityhub/account:Account",
        inputs: { enableDefaultStandards: false },
        id: account,
        update: { autoEnableControls: false },
        replace: { enableDefaultStandards: true },
    },
    {
        type: "aws:securityhub/standardsSubscription:StandardsSubscription",
        inputs: {
            standardsArn:
                "arn:aws:securityhub:eu-west-1::standards/aws-foundational-security-best-practices/v/1.0.0",
        },
        id: arn("securityhub", "subscription/aws-foundational-security-best-practices/v/1.0.0"),
        replace: {
            standardsArn: "arn:aws:securityhub:::ruleset/cis-aws-foundations-benchmark/v/1.2.0",
        },
    },
    {
        type: "aws:inspector2/enabler:Enabler",
        inputs: { accountIds: ["123456789012"], resourceTypes: ["EC2", "ECR"] },
        id: "123456789012:EC2:ECR",
        replace: { accountIds: ["210987654321"] },
    },
    {
        type: "aws:cfg/recorder:Recorder",
        inputs: { name: "default", roleArn: deployArn },
        id: "default",
        update: { recordingGroup: { allSupported: true } },
        replace: { name: "other" },
    },
    {
        type: "aws:cfg/deliveryChannel:DeliveryChannel",
        inputs: { name: "default", s3BucketName: "acme-state" },
        id: "default",
        update: { s3KeyPrefix: "config" },
        replace: { name: "other" },
    },
    {
        type: "aws:cfg/recorderStatus:RecorderStatus",
        inputs: { name: "default", isEnabled: true },
        id: "default",
        update: { isEnabled: false },
        replace: { name: "other" },
    },
    {
        type: "aws:cfg/rule:Rule",
        inputs: {
            name: "encrypted",
            source: { owner: "AWS", sourceIdentifier: "ENCRYPTED_VOLUMES" },
        },
        id: "encrypted",
        update: { description: "x" },
        replace: { name: "other" },
    },
    {
        type: "aws:cloudtrail/trail:Trail",
        inputs: {
            name: "all",
            s3BucketName: "acme-state",
            isMultiRegionTrail: true,
            enableLogFileValidation: true,
        },
        id: arn("cloudtrail", "trail/all"),
        update: { enableLogging: false },
        replace: { name: "other" },
    },
];
