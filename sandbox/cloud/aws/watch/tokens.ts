/** Types of logging, alarms and messages that others refer to. */
export const logGroupToken = "aws:cloudwatch/logGroup:LogGroup";
export const eventRuleToken = "aws:cloudwatch/eventRule:EventRule";
export const topicToken = "aws:sns/topic:Topic";
export const queueToken = "aws:sqs/queue:Queue";
