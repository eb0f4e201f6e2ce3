import * as pulumi from "@pulumi/pulumi";

import { awsShaped, type AwsShape } from "../shared/awsShapes";
import { shaped, type Shape } from "../shared/shapes";
import {
    distinct,
    ignoringCase,
    judged,
    oneOf,
    problem,
    text,
    whole,
    type Problem,
} from "../shared/validate";
import type { AuditTrailArgs, AuditTrailAws, AuditTrailAzure } from "./auditTrailArgs";
import { guardDutyFeatures } from "./aws/detection";
import { defenderPlans } from "./azure/defenderPlans";

/** Shortest and longest time a workspace keeps its tables at hand, of what we allow. */
const retention = { least: 90, most: 730 } as const;

/** Who asks, and where the problems found go. */
export interface Judging {
    owner: pulumi.Resource;
    what: string;
    problems: Problem[];
}

/** Says what is wrong with a value that stands at a path in the arguments. */
export type Judge = (path: string, value: unknown) => Problem[];

/** {@link Judge} for a shape of Azure or the mail. */
export const ofShape =
    (name: Shape): Judge =>
    (path, value) =>
        shaped(path, value, name);
/** {@link Judge} for a shape of AWS. */
export const ofAws =
    (name: AwsShape): Judge =>
    (path, value) =>
        awsShaped(path, value, name);

/** A list whose members may not be known yet, each judged as soon as it is. */
export function judgedList(
    { owner, what, problems }: Judging,
    path: string,
    values: readonly pulumi.Input<string>[],
    judge: Judge,
): pulumi.Output<string[]> {
    const each = values.map((value, i) =>
        judged(owner, what, value, (known) => judge(`${path}[${i}]`, known), problems),
    );
    return pulumi.all(each);
}

/** What is wrong with the arguments, but for what {@link judgedList} looks at. */
export function trailProblems(args: AuditTrailArgs): Problem[] {
    const { emails, azure, aws } = args;
    const both = [azure, aws].filter((one) => one !== undefined).length;
    return [
        ...shaped("organization", args.organization, "owner"),
        ...(emails.length === 0 ? [problem("emails", emails, "at least one address")] : []),
        ...emails.flatMap((email, i) => shaped(`emails[${i}]`, email, "email")),
        ...distinct(emails, (i) => `emails[${i}]`, "an address", ignoringCase),
        ...(both === 1 ? [] : [problem("azure, aws", both, "exactly one of the two")]),
        ...(args.retentionDays === undefined
            ? []
            : whole("retentionDays", args.retentionDays, retention.least, retention.most)),
        ...(azure === undefined ? [] : azureProblems(azure)),
        ...(aws === undefined ? [] : awsProblems(aws)),
    ];
}

function azureProblems(azure: AuditTrailAzure): Problem[] {
    const {
        webhooks = [],
        defenderPlans: plans = [],
        archiveAccountName,
        agentRanges = [],
    } = azure;
    const octet = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    const range = new RegExp(`^${octet}(\\.${octet}){3}/([89]|[12]\\d|3[0-2])$`);
    return [
        ...shaped("azure.subscriptionId", azure.subscriptionId, "guid"),
        ...(archiveAccountName === undefined
            ? []
            : shaped("azure.archiveAccountName", archiveAccountName, "storageAccount")),
        ...agentRanges.flatMap((one, i) =>
            text(`azure.agentRanges[${i}]`, one, range, "an IPv4 range of /8 to /32"),
        ),
        ...plans.flatMap((plan, i) =>
            oneOf(`azure.defenderPlans[${i}]`, plan, Object.keys(defenderPlans)),
        ),
        ...distinct(plans, (i) => `azure.defenderPlans[${i}]`, "a plan"),
        ...webhooks.flatMap(({ serviceUri }, i) =>
            text(`azure.webhooks[${i}].serviceUri`, serviceUri, /^https:\/\/\S+$/, "https://…"),
        ),
        ...distinct(
            webhooks.map(({ name }) => name),
            (i) => `azure.webhooks[${i}].name`,
            "a name",
            ignoringCase,
        ),
    ];
}

function awsProblems(aws: AuditTrailAws): Problem[] {
    const { watchedRegions = [], guardDutyFeatures: features = [] } = aws;
    return [
        ...awsShaped("aws.accountId", aws.accountId, "account"),
        ...awsShaped("aws.region", aws.region, "region"),
        ...awsShaped("aws.bucketName", aws.bucketName, "bucket"),
        ...watchedRegions.flatMap((region, i) =>
            awsShaped(`aws.watchedRegions[${i}]`, region, "region"),
        ),
        ...features.flatMap((feature, i) =>
            oneOf(`aws.guardDutyFeatures[${i}]`, feature, Object.keys(guardDutyFeatures)),
        ),
        ...distinct(features, (i) => `aws.guardDutyFeatures[${i}]`, "a feature"),
    ];
}
