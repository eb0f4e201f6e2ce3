import { EventRule, EventTarget } from "@pulumi/aws/cloudwatch";
import { Role, RolePolicy } from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";

import { eventAlarms, type EventAlarm } from "./alarms";
import { busArn, forwarderPolicy, trustOf } from "./documents";
import type { AwsFacts, AwsNames } from "./facts";
import { worthForwarding, type EventPattern, type PatternFacts } from "./patterns";

/**
 * All calls but those that only list, get or describe: one session in the console makes hundreds of
 * these. Taking on a role and signing in are not among them.
 *
 * source: Amazon EventBridge User Guide, "Receiving read-only management events"; date: 2026-11-21
 */
const state = "ENABLED";

/** What a mail says; a field that an event lacks stays empty. */
const mail = {
    inputPaths: {
        what: "$.detail.eventName",
        who: "$.detail.userIdentity.arn",
        from: "$.detail.sourceIPAddress",
        where: "$.detail.awsRegion",
        when: "$.time",
        id: "$.id",
        title: "$.detail.title",
    },
    template: (description: string) =>
        JSON.stringify(
            `${description} <title> <what> by <who> from <from> in <where> at <when>, event <id>.`,
        ),
};

/** A rule for each alarm in the home region, and one in each further region that hands events on. */
export function createRules(
    parent: pulumi.Resource,
    name: string,
    facts: AwsFacts,
    names: AwsNames,
    given: { topicArn: pulumi.Input<string>; regions: readonly string[]; after: pulumi.Resource[] },
): void {
    const known: pulumi.Output<PatternFacts> = pulumi
        .all([facts.apply, facts.breakGlass])
        .apply(([apply, breakGlass]) => ({ apply, breakGlass }));
    const alarms = Object.values(eventAlarms).filter(
        (alarm) => alarm !== eventAlarms.breakGlassUsed || facts.hasBreakGlass,
    );
    for (const alarm of alarms) {
        createRule(parent, name, facts, names, alarm, known, given);
    }
    const further = given.regions.filter((region) => region !== facts.region);
    if (further.length > 0) {
        const { role, policy } = createForwarder(parent, name, facts, names);
        for (const region of further) {
            forward(parent, name, facts, names, { region, known, role, after: [policy] });
        }
    }
}

function patternText(
    known: pulumi.Output<PatternFacts>,
    pattern: (facts: PatternFacts) => EventPattern,
): pulumi.Output<string> {
    return known.apply((facts) => JSON.stringify(pattern(facts)));
}

function createRule(
    parent: pulumi.Resource,
    name: string,
    facts: AwsFacts,
    names: AwsNames,
    alarm: EventAlarm,
    known: pulumi.Output<PatternFacts>,
    given: { topicArn: pulumi.Input<string>; after: pulumi.Resource[] },
): void {
    const { region, tags } = facts;
    const rule = new EventRule(
        `${name}-${alarm.name}`,
        {
            region,
            name: names.rule(alarm.name),
            description: alarm.description,
            eventPattern: patternText(known, alarm.pattern),
            state,
            tags,
        },
        { parent },
    );
    new EventTarget(
        `${name}-${alarm.name}-mail`,
        {
            region,
            rule: rule.name,
            targetId: "contacts",
            arn: given.topicArn,
            inputTransformer: {
                inputPaths: mail.inputPaths,
                inputTemplate: mail.template(alarm.description),
            },
        },
        { parent, dependsOn: given.after },
    );
}

function createForwarder(
    parent: pulumi.Resource,
    name: string,
    facts: AwsFacts,
    names: AwsNames,
): { role: Role; policy: RolePolicy } {
    const role = new Role(
        `${name}-forwarder`,
        {
            name: names.forwarder,
            description: "Lets EventBridge hand events of other regions on to the home region.",
            assumeRolePolicy: trustOf("events.amazonaws.com", {
                "aws:SourceAccount": facts.accountId,
            }),
            tags: facts.tags,
        },
        { parent },
    );
    const policy = new RolePolicy(
        `${name}-forwarder-policy`,
        { role: role.name, name: "hand-on", policy: forwarderPolicy(facts) },
        { parent },
    );
    return { role, policy };
}

function forward(
    parent: pulumi.Resource,
    name: string,
    facts: AwsFacts,
    names: AwsNames,
    from: {
        region: string;
        known: pulumi.Output<PatternFacts>;
        role: Role;
        after: pulumi.Resource[];
    },
): void {
    const { region } = from;
    const rule = new EventRule(
        `${name}-forward-${region}`,
        {
            region,
            name: names.rule("forward"),
            description: `Hands events the audit trail looks for on to ${facts.region}.`,
            eventPattern: patternText(from.known, worthForwarding),
            state,
            tags: facts.tags,
        },
        { parent },
    );
    new EventTarget(
        `${name}-forward-${region}-home`,
        {
            region,
            rule: rule.name,
            targetId: "home",
            arn: busArn(facts.accountId, facts.region),
            roleArn: from.role.arn,
        },
        { parent, dependsOn: from.after },
    );
}
