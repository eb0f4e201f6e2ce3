import { LogMetricFilter, MetricAlarm } from "@pulumi/aws/cloudwatch";
import type * as pulumi from "@pulumi/pulumi";

import type { AwsFacts, AwsNames } from "./facts";

/** Seconds over which denials are counted. */
const period = 300;
const namespace = "Gatehouse/Audit";

/**
 * An alarm on connections that the networks of agents denied. It looks for the word alone, so every
 * format of flow log that holds the action as text will do.
 */
export function createRejectAlarm(
    parent: pulumi.Resource,
    name: string,
    facts: AwsFacts,
    names: AwsNames,
    topicArn: pulumi.Input<string>,
): void {
    const metric = names.rule("agent-denied");
    facts.flowLogGroups.forEach((logGroupName, i) => {
        new LogMetricFilter(
            `${name}-agent-denied-${i + 1}`,
            {
                region: facts.region,
                name: metric,
                logGroupName,
                pattern: "REJECT",
                metricTransformation: { name: metric, namespace, value: "1", defaultValue: "0" },
            },
            { parent },
        );
    });
    new MetricAlarm(
        `${name}-agent-denied`,
        {
            region: facts.region,
            name: metric,
            alarmDescription: "A build agent tried to reach what it may not.",
            namespace,
            metricName: metric,
            statistic: "Sum",
            period,
            evaluationPeriods: 1,
            comparisonOperator: "GreaterThanThreshold",
            threshold: 0,
            treatMissingData: "notBreaching",
            alarmActions: [topicArn],
            tags: facts.tags,
        },
        { parent },
    );
}
