import type { ResourceType } from "../../resourceType";
import { eventRule, eventTarget, metricAlarm } from "./events";
import { logGroup, logMetricFilter, logResourcePolicy, logSubscriptionFilter } from "./logs";
import { queue, queuePolicy, topic, topicPolicy, topicSubscription } from "./messages";

/** Emulated types of this folder. */
export const watchTypes: readonly ResourceType[] = [
    eventRule,
    eventTarget,
    metricAlarm,
    logGroup,
    logMetricFilter,
    logResourcePolicy,
    logSubscriptionFilter,
    queue,
    queuePolicy,
    topic,
    topicPolicy,
    topicSubscription,
];
