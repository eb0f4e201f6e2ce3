import { fixed, flag, list, map, number, object, oneOf, required, text } from "../../shape";
import type { TypeFields } from "../awsType";
import { document } from "../documents";

export const logGroupFields: TypeFields = {
    token: "aws:cloudwatch/logGroup:LogGroup",
    tagged: true,
    fields: {
        deletionProtectionEnabled: flag,
        kmsKeyId: text,
        logGroupClass: fixed(oneOf("STANDARD", "INFREQUENT_ACCESS", "DELIVERY")),
        name: fixed(text),
        namePrefix: fixed(text),
        retentionInDays: number,
        skipDestroy: flag,
    },
};

export const logMetricFilterFields: TypeFields = {
    token: "aws:cloudwatch/logMetricFilter:LogMetricFilter",
    fields: {
        applyOnTransformedLogs: flag,
        logGroupName: required(fixed(text)),
        metricTransformation: required(
            object({
                defaultValue: text,
                dimensions: map(text),
                name: required(text),
                namespace: required(text),
                unit: text,
                value: required(text),
            }),
        ),
        name: fixed(text),
        pattern: required(text),
    },
};

export const logResourcePolicyFields: TypeFields = {
    token: "aws:cloudwatch/logResourcePolicy:LogResourcePolicy",
    fields: {
        policyDocument: required(document),
        policyName: fixed(text),
        resourceArn: fixed(text),
    },
};

export const metricAlarmFields: TypeFields = {
    token: "aws:cloudwatch/metricAlarm:MetricAlarm",
    tagged: true,
    fields: {
        actionsEnabled: flag,
        alarmActions: list(text),
        alarmDescription: text,
        comparisonOperator: oneOf(
            "GreaterThanOrEqualToThreshold",
            "GreaterThanThreshold",
            "LessThanThreshold",
            "LessThanOrEqualToThreshold",
            "LessThanLowerOrGreaterThanUpperThreshold",
            "LessThanLowerThreshold",
            "GreaterThanUpperThreshold",
        ),
        datapointsToAlarm: number,
        dimensions: map(text),
        evaluateLowSampleCountPercentiles: oneOf("evaluate", "ignore"),
        evaluationCriteria: object({
            promqlCriteria: required(
                object({ pendingPeriod: number, query: required(text), recoveryPeriod: number }),
            ),
        }),
        evaluationInterval: number,
        evaluationPeriods: number,
        extendedStatistic: text,
        insufficientDataActions: list(text),
        metricName: text,
        metricQueries: list(
            object({
                accountId: text,
                expression: text,
                id: required(text),
                label: text,
                metric: object({
                    dimensions: map(text),
                    metricName: required(text),
                    namespace: text,
                    period: required(number),
                    stat: required(text),
                    unit: text,
                }),
                period: number,
                returnData: flag,
            }),
        ),
        name: fixed(text),
        namespace: text,
        okActions: list(text),
        period: number,
        statistic: oneOf("SampleCount", "Average", "Sum", "Minimum", "Maximum"),
        threshold: number,
        thresholdMetricId: text,
        treatMissingData: oneOf("breaching", "notBreaching", "ignore", "missing"),
        unit: text,
        warmUpConfiguration: object({
            onlyStartEvaluatingAfterWarmUpPeriodEnds: flag,
            warmUpPeriodDurationInMinutes: required(number),
        }),
    },
};

export const eventRuleFields: TypeFields = {
    token: "aws:cloudwatch/eventRule:EventRule",
    tagged: true,
    fields: {
        description: text,
        eventBusName: fixed(text),
        eventPattern: text,
        forceDestroy: flag,
        isEnabled: flag,
        name: fixed(text),
        namePrefix: fixed(text),
        roleArn: text,
        scheduleExpression: text,
        state: oneOf("ENABLED", "DISABLED", "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"),
    },
};

export const eventTargetFields: TypeFields = {
    token: "aws:cloudwatch/eventTarget:EventTarget",
    fields: {
        appsyncTarget: object({ graphqlOperation: text }),
        arn: required(text),
        batchTarget: object({
            arraySize: number,
            jobAttempts: number,
            jobDefinition: required(text),
            jobName: required(text),
        }),
        deadLetterConfig: object({ arn: text }),
        ecsTarget: object({
            capacityProviderStrategies: list(
                object({ base: number, capacityProvider: required(text), weight: number }),
            ),
            enableEcsManagedTags: flag,
            enableExecuteCommand: flag,
            group: text,
            launchType: text,
            networkConfiguration: object({
                assignPublicIp: flag,
                securityGroups: list(text),
                subnets: required(list(text)),
            }),
            orderedPlacementStrategies: list(object({ field: text, type: required(text) })),
            placementConstraints: list(object({ expression: text, type: required(text) })),
            platformVersion: text,
            propagateTags: text,
            tags: map(text),
            taskCount: number,
            taskDefinitionArn: required(text),
        }),
        eventBusName: fixed(text),
        forceDestroy: flag,
        httpTarget: object({
            headerParameters: map(text),
            pathParameterValues: list(text),
            queryStringParameters: map(text),
        }),
        input: text,
        inputPath: text,
        inputTransformer: object({ inputPaths: map(text), inputTemplate: required(text) }),
        kinesisTarget: object({ partitionKeyPath: text }),
        redshiftTarget: object({
            database: required(text),
            dbUser: text,
            secretsManagerArn: text,
            sql: text,
            statementName: text,
            withEvent: flag,
        }),
        retryPolicy: object({ maximumEventAgeInSeconds: number, maximumRetryAttempts: number }),
        roleArn: text,
        rule: required(fixed(text)),
        runCommandTargets: list(object({ key: required(text), values: required(list(text)) })),
        sagemakerPipelineTarget: object({
            pipelineParameterLists: list(object({ name: required(text), value: required(text) })),
        }),
        sqsTarget: object({ messageGroupId: text }),
        targetId: fixed(text),
    },
};

export const logSubscriptionFilterFields: TypeFields = {
    token: "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter",
    fields: {
        applyOnTransformedLogs: flag,
        destinationArn: required(fixed(text)),
        distribution: oneOf("Random", "ByLogStream"),
        emitSystemFields: list(text),
        filterPattern: required(text),
        logGroup: required(fixed(text)),
        name: fixed(text),
        roleArn: text,
    },
};
