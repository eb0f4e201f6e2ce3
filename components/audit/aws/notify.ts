import { Topic, TopicPolicy, TopicSubscription } from "@pulumi/aws/sns";
import type * as pulumi from "@pulumi/pulumi";

import { topicPolicy } from "./documents";
import type { AwsFacts, AwsNames } from "./facts";

/** The topic of the alerts, with a subscription for each contact, who has to confirm it. */
export function createTopic(
    parent: pulumi.Resource,
    name: string,
    facts: AwsFacts,
    names: AwsNames,
    keyArn: pulumi.Input<string>,
): { topic: Topic; policy: TopicPolicy } {
    const { region } = facts;
    const topic = new Topic(
        `${name}-alerts`,
        { region, name: names.topic, kmsMasterKeyId: keyArn, tags: facts.tags },
        { parent },
    );
    const policy = new TopicPolicy(
        `${name}-alerts-policy`,
        { region, arn: topic.arn, policy: topic.arn.apply((arn) => topicPolicy(facts, arn)) },
        { parent },
    );
    facts.emails.forEach((endpoint, i) => {
        new TopicSubscription(
            `${name}-alerts-email-${i + 1}`,
            { region, topic: topic.arn, protocol: "email", endpoint },
            { parent },
        );
    });
    return { topic, policy };
}
