import type * as pulumi from "@pulumi/pulumi";

import { judged, problem } from "../shared/validate";
import type { AuditTrailAws, AuditTrailAzure } from "./auditTrailArgs";
import type { AwsFacts } from "./aws/facts";
import type { AzureFacts } from "./azure/facts";
import { judgedList, ofAws, ofShape, type Judge, type Judging } from "./checkTrail";

/** What a trail has in either cloud. */
export type CommonFacts = Pick<
    AzureFacts,
    "organization" | "emails" | "retentionDays" | "tags" | "protect"
>;

function judgedOne(
    { owner, what, problems }: Judging,
    path: string,
    value: pulumi.Input<string>,
    judge: Judge,
): pulumi.Input<string> {
    return judged(owner, what, value, (known) => judge(path, known), problems);
}

/** The arguments of Azure with every value that is not known yet judged as soon as it is. */
export function judgedAzure(
    judging: Judging,
    azure: AuditTrailAzure,
    common: CommonFacts,
): AzureFacts {
    const { breakGlassPrincipalIds = [], agentSubnetIds = [], webhooks = [] } = azure;
    const guid = ofShape("guid");
    const one = (name: string, value: pulumi.Input<string>, judge: Judge) =>
        judgedOne(judging, `azure.${name}`, value, judge);
    const list = (name: string, values: pulumi.Input<string>[], judge: Judge) =>
        judgedList(judging, `azure.${name}`, values, judge);
    return {
        ...common,
        subscriptionId: azure.subscriptionId,
        resourceGroupName: one(
            "resourceGroupName",
            azure.resourceGroupName,
            ofShape("resourceGroup"),
        ),
        location: one("location", azure.location, ofShape("location")),
        apply: list("applyPrincipalIds", azure.applyPrincipalIds, guid),
        breakGlass: list("breakGlassPrincipalIds", breakGlassPrincipalIds, guid),
        hasBreakGlass: breakGlassPrincipalIds.length > 0,
        agentSubnetIds: list("agentSubnetIds", agentSubnetIds, ofShape("subnetId")),
        hasAgentSubnets: agentSubnetIds.length > 0,
        webhooks: webhooks.map((webhook, i) => ({
            ...webhook,
            objectId: one(`webhooks[${i}].objectId`, webhook.objectId, guid),
            tenantId: one(`webhooks[${i}].tenantId`, webhook.tenantId, guid),
        })),
    };
}

/**
 * Characters that a list of ARNs may take, so that each pattern it stands in (that of emergencies
 * twice) has no more than the 2048 EventBridge takes.
 *
 * source: Amazon EventBridge User Guide, "Amazon EventBridge quotas"; date: 2026-11-21
 */
const rooms = { apply: 1200, breakGlass: 600 } as const;

/** A list of role ARNs, at once where all are known; each is judged, and whether all have room. */
function judgedRoles(
    judging: Judging,
    path: string,
    values: pulumi.Input<string>[],
    room: number,
): pulumi.Input<string[]> {
    const { owner, what, problems } = judging;
    const plain = values.filter((value) => typeof value === "string");
    const each = judgedList(judging, path, values, ofAws("roleArn"));
    const judge = (arns: string[]) =>
        JSON.stringify(arns).length <= room
            ? []
            : [
                  problem(
                      path,
                      `${arns.length} ARNs`,
                      `ARNs of ${room} characters in all, with quotes`,
                  ),
              ];
    const all = plain.length === values.length ? plain : each;
    return judged<string[]>(owner, what, all, judge, problems);
}

/** The same for AWS. */
export function judgedAws(judging: Judging, aws: AuditTrailAws, common: CommonFacts): AwsFacts {
    const { breakGlassRoleArns = [], dataBucketArns = [], agentFlowLogGroups = [] } = aws;
    const roles = (name: string, values: pulumi.Input<string>[], room: number) =>
        judgedRoles(judging, `aws.${name}`, values, room);
    return {
        ...common,
        accountId: aws.accountId,
        region: aws.region,
        apply: roles("applyRoleArns", aws.applyRoleArns, rooms.apply),
        breakGlass: roles("breakGlassRoleArns", breakGlassRoleArns, rooms.breakGlass),
        hasBreakGlass: breakGlassRoleArns.length > 0,
        dataBucketArns: dataBucketArns.map((arn, i) =>
            judgedOne(judging, `aws.dataBucketArns[${i}]`, arn, ofAws("bucketArn")),
        ),
        flowLogGroups: agentFlowLogGroups.map((group, i) =>
            judgedOne(judging, `aws.agentFlowLogGroups[${i}]`, group, ofAws("logGroup")),
        ),
    };
}
