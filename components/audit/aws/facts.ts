import type * as pulumi from "@pulumi/pulumi";

import { awsArn, awsName, type AwsNameKind } from "../../shared/awsNaming";

/** What the parts of an AWS trail share; all of it checked. */
export interface AwsFacts {
    organization: string;
    emails: readonly string[];
    accountId: string;
    /** Home region. */
    region: string;
    /** ARNs of roles that deploy. */
    apply: pulumi.Input<string[]>;
    /** ARNs of roles for emergencies. */
    breakGlass: pulumi.Input<string[]>;
    hasBreakGlass: boolean;
    /** Buckets whose objects are watched. */
    dataBucketArns: readonly pulumi.Input<string>[];
    /** Log groups of the flow logs of agents' networks. */
    flowLogGroups: readonly pulumi.Input<string>[];
    retentionDays: number;
    tags: Record<string, pulumi.Input<string>> | undefined;
    protect: boolean;
}

/** Names of the things in a trail, and so their ARNs before they exist: policies need these. */
export interface AwsNames {
    /** Of the trail, and of the analyzer beside it. */
    trail: string;
    trailArn: string;
    logGroup: string;
    logGroupArn: string;
    topic: string;
    logWriter: string;
    forwarder: string;
    /** Of the rule of an alarm. */
    rule: (alarm: string) => string;
}

/** The exact names of the things in a trail. */
export function awsNames({ organization, accountId, region }: AwsFacts): AwsNames {
    // One part each: CloudTrail refuses two hyphens in a row.
    const named = (kind: AwsNameKind, rest: string) => awsName(kind, `${organization}-${rest}`);
    const trail = named("trail", "audit");
    const logGroup = `/gatehouse/${named("logGroup", "audit")}`;
    const place = { accountId, region };
    return {
        trail,
        trailArn: awsArn("cloudtrail", place, `trail/${trail}`),
        logGroup,
        logGroupArn: awsArn("logs", place, `log-group:${logGroup}`),
        topic: named("topic", "audit-alerts"),
        logWriter: named("role", "audit-log-writer"),
        forwarder: named("role", "audit-forwarder"),
        rule: (alarm) => named("eventRule", `audit-${alarm}`),
    };
}
