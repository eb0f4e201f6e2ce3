import { fixed, flag, list, map, number, object, oneOf, required, text } from "../../shape";
import type { TypeFields } from "../awsType";

export const trailFields: TypeFields = {
    token: "aws:cloudtrail/trail:Trail",
    tagged: true,
    fields: {
        advancedEventSelectors: list(
            object({
                fieldSelectors: required(
                    list(
                        object({
                            endsWiths: list(text),
                            equals: list(text),
                            field: required(text),
                            notEndsWiths: list(text),
                            notEquals: list(text),
                            notStartsWiths: list(text),
                            startsWiths: list(text),
                        }),
                    ),
                ),
                name: text,
            }),
        ),
        cloudWatchLogsGroupArn: text,
        cloudWatchLogsRoleArn: text,
        enableLogFileValidation: flag,
        enableLogging: flag,
        eventSelectors: list(
            object({
                dataResources: list(object({ type: required(text), values: required(list(text)) })),
                excludeManagementEventSources: list(text),
                includeManagementEvents: flag,
                readWriteType: oneOf("All", "ReadOnly", "WriteOnly"),
            }),
        ),
        includeGlobalServiceEvents: flag,
        insightSelectors: list(
            object({ insightType: required(oneOf("ApiCallRateInsight", "ApiErrorRateInsight")) }),
        ),
        isMultiRegionTrail: flag,
        isOrganizationTrail: flag,
        kmsKeyId: text,
        name: fixed(text),
        s3BucketName: required(text),
        s3KeyPrefix: text,
        snsTopicName: text,
    },
};

export const detectorFields: TypeFields = {
    token: "aws:guardduty/detector:Detector",
    tagged: true,
    fields: {
        datasources: object({
            kubernetes: object({ auditLogs: required(object({ enable: required(flag) })) }),
            malwareProtection: object({
                scanEc2InstanceWithFindings: required(
                    object({ ebsVolumes: required(object({ enable: required(flag) })) }),
                ),
            }),
            s3Logs: object({ enable: required(flag) }),
        }),
        enable: flag,
        findingPublishingFrequency: oneOf("FIFTEEN_MINUTES", "ONE_HOUR", "SIX_HOURS"),
    },
};

export const detectorFeatureFields: TypeFields = {
    token: "aws:guardduty/detectorFeature:DetectorFeature",
    fields: {
        additionalConfigurations: list(
            object({
                name: required(
                    oneOf(
                        "EKS_ADDON_MANAGEMENT",
                        "ECS_FARGATE_AGENT_MANAGEMENT",
                        "EC2_AGENT_MANAGEMENT",
                    ),
                ),
                status: required(oneOf("ENABLED", "DISABLED")),
            }),
        ),
        detectorId: required(fixed(text)),
        name: fixed(
            oneOf(
                "S3_DATA_EVENTS",
                "EKS_AUDIT_LOGS",
                "EBS_MALWARE_PROTECTION",
                "RDS_LOGIN_EVENTS",
                "EKS_RUNTIME_MONITORING",
                "LAMBDA_NETWORK_LOGS",
                "RUNTIME_MONITORING",
            ),
        ),
        status: required(oneOf("ENABLED", "DISABLED")),
    },
};

export const analyzerFields: TypeFields = {
    token: "aws:accessanalyzer/analyzer:Analyzer",
    tagged: true,
    fields: {
        analyzerName: required(fixed(text)),
        configuration: object({
            internalAccess: object({
                analysisRule: object({
                    inclusions: list(
                        object({
                            accountIds: list(text),
                            resourceArns: list(text),
                            resourceTypes: list(text),
                        }),
                    ),
                }),
            }),
            unusedAccess: object({
                analysisRule: object({
                    exclusions: list(
                        object({ accountIds: list(text), resourceTags: list(map(text)) }),
                    ),
                }),
                unusedAccessAge: number,
            }),
        }),
        type: fixed(
            oneOf(
                "ACCOUNT",
                "ORGANIZATION",
                "ACCOUNT_UNUSED_ACCESS",
                "ORGANIZATION_UNUSED_ACCESS",
                "ACCOUNT_INTERNAL_ACCESS",
                "ORGANIZATION_INTERNAL_ACCESS",
            ),
        ),
    },
};

export const accountFields: TypeFields = {
    token: "aws:securityhub/account:Account",
    fields: {
        autoEnableControls: flag,
        controlFindingGenerator: oneOf("STANDARD_CONTROL", "SECURITY_CONTROL"),
        enableDefaultStandards: fixed(flag),
    },
};

export const standardsSubscriptionFields: TypeFields = {
    token: "aws:securityhub/standardsSubscription:StandardsSubscription",
    fields: { standardsArn: required(fixed(text)) },
};

export const enablerFields: TypeFields = {
    token: "aws:inspector2/enabler:Enabler",
    fields: {
        accountIds: required(fixed(list(text, { min: 1, max: 100 }))),
        resourceTypes: required(
            list(oneOf("EC2", "ECR", "LAMBDA", "LAMBDA_CODE", "CODE_REPOSITORY"), {
                min: 1,
                max: 5,
            }),
        ),
    },
};

export const recorderFields: TypeFields = {
    token: "aws:cfg/recorder:Recorder",
    fields: {
        name: fixed(text),
        recordingGroup: object({
            allSupported: flag,
            exclusionByResourceTypes: list(object({ resourceTypes: list(text) })),
            includeGlobalResourceTypes: flag,
            recordingStrategies: list(
                object({
                    useOnly: oneOf(
                        "ALL_SUPPORTED_RESOURCE_TYPES",
                        "EXCLUSION_BY_RESOURCE_TYPES",
                        "INCLUSION_BY_RESOURCE_TYPES",
                    ),
                }),
            ),
            resourceTypes: list(text),
        }),
        recordingMode: object({
            recordingFrequency: oneOf("CONTINUOUS", "DAILY"),
            recordingModeOverride: object({
                description: text,
                recordingFrequency: required(text),
                resourceTypes: required(list(text)),
            }),
        }),
        roleArn: required(text),
    },
};

export const deliveryChannelFields: TypeFields = {
    token: "aws:cfg/deliveryChannel:DeliveryChannel",
    fields: {
        name: fixed(text),
        s3BucketName: required(text),
        s3KeyPrefix: text,
        s3KmsKeyArn: text,
        snapshotDeliveryProperties: object({
            deliveryFrequency: oneOf(
                "One_Hour",
                "Three_Hours",
                "Six_Hours",
                "Twelve_Hours",
                "TwentyFour_Hours",
            ),
        }),
        snsTopicArn: text,
    },
};

export const recorderStatusFields: TypeFields = {
    token: "aws:cfg/recorderStatus:RecorderStatus",
    fields: { isEnabled: required(flag), name: fixed(text) },
};
