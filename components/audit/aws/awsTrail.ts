import type * as pulumi from "@pulumi/pulumi";

import type { AuditTrailAws } from "../auditTrailArgs";
import { createBucket } from "./bucket";
import { createDetection, createSecurityHub, defaultFeatures } from "./detection";
import { alertKeyPolicy, logKeyPolicy } from "./documents";
import { awsNames, type AwsFacts } from "./facts";
import { createKey } from "./keys";
import { createTopic } from "./notify";
import { createRejectAlarm } from "./rejects";
import { createRules } from "./rules";
import { createLogGroup, createTrail } from "./trail";

/** The one region in which IAM says what happened. source: IAM User Guide; date: 2026-11-21 */
const iamRegion = "us-east-1";

/** What of an AWS trail others use. */
export interface AwsTrail {
    trailArn: pulumi.Output<string>;
    topicArn: pulumi.Output<string>;
    logGroupName: pulumi.Output<string>;
    bucketName: pulumi.Output<string>;
}

/** The whole trail of an account; the arguments are checked. */
export function createAwsTrail(
    parent: pulumi.Resource,
    name: string,
    args: AuditTrailAws,
    facts: AwsFacts,
): AwsTrail {
    const names = awsNames(facts);
    const logKey = createKey(parent, `${name}-log-key`, facts, {
        alias: names.trail,
        description: "Encrypts the audit trail.",
        policy: logKeyPolicy(facts, names),
    });
    const { bucket, settings } = createBucket(parent, name, facts, names, {
        bucketName: args.bucketName,
        keyArn: logKey.arn,
        mode: args.allowGovernanceMode === true ? "GOVERNANCE" : "COMPLIANCE",
    });
    const logGroup = createLogGroup(parent, name, facts, names, logKey.arn);
    const trail = createTrail(parent, name, facts, names, {
        bucketName: bucket.bucket,
        keyArn: logKey.arn,
        logGroup,
        after: settings,
    });
    const topicArn = createAlarms(parent, name, args, facts);
    if (args.allowNoDetection !== true) {
        createDetection(parent, name, facts, names, args.guardDutyFeatures ?? defaultFeatures);
    }
    if (args.securityHub === true) {
        createSecurityHub(parent, name, facts);
    }
    return {
        trailArn: trail.arn,
        topicArn,
        logGroupName: logGroup.name,
        bucketName: bucket.bucket,
    };
}

/** The topic with its key, and all that tells it something. */
function createAlarms(
    parent: pulumi.Resource,
    name: string,
    args: AuditTrailAws,
    facts: AwsFacts,
): pulumi.Output<string> {
    const names = awsNames(facts);
    const alertKey = createKey(parent, `${name}-alert-key`, facts, {
        alias: names.topic,
        description: "Encrypts the alerts of the audit trail.",
        policy: alertKeyPolicy(facts),
    });
    const { topic, policy } = createTopic(parent, name, facts, names, alertKey.arn);
    createRules(parent, name, facts, names, {
        topicArn: topic.arn,
        regions: [...new Set([iamRegion, ...(args.watchedRegions ?? [])])],
        after: [policy],
    });
    if (facts.flowLogGroups.length > 0) {
        createRejectAlarm(parent, name, facts, names, topic.arn);
    }
    return topic.arn;
}
