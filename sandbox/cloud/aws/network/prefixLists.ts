import type { Failure } from "../../check";
import { isUnknown, items, num, str, text } from "../../values";
import { awsType } from "../awsType";
import { awsError } from "../errors";
import {
    flowLogFields,
    managedPrefixListEntryFields,
    managedPrefixListFields,
} from "../fields/ec2More";
import { roleReference } from "../iam/names";
import { exactlyOne, nameOf } from "../naming";
import { belongingsOf, refer, referred } from "../references";
import { bucketReference } from "../s3/references";
import { logGroupToken } from "../watch/tokens";
import { checkRange, ec2Reference, ec2Type, ec2 } from "./ec2";

const entryToken = "aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry";

export const managedPrefixList = ec2Type("pl-", "prefix-list", {
    of: managedPrefixListFields,
    operation: "EC2: CreateManagedPrefixList",
    name: nameOf(
        /^(?!com\.amazonaws)[^]{1,255}$/,
        "1 to 255 characters, not beginning with com.amazonaws",
    ),
    check: (inputs) => {
        const most = num(inputs, "maxEntries");
        const ranges = items(inputs, "entries").map((_, i) => str(inputs, "entries", i, "cidr"));
        return ranges.flatMap((range, i): Failure[] => [
            ...checkRange(range, `entries[${i}].cidr`),
            ...(range !== "" && !isUnknown(range) && ranges.indexOf(range) < i
                ? [{ property: `entries[${i}].cidr`, reason: `"${range}" is used twice` }]
                : []),
            ...(most !== undefined && i >= most
                ? [{ property: `entries[${i}]`, reason: `is above maxEntries, ${most}` }]
                : []),
        ]);
    },
    outputs: ({ inputs, accountId, old, preview }) => ({
        entries: inputs.entries ?? [],
        ownerId: accountId,
        version:
            old === undefined || preview
                ? (num(old?.outputs, "version") ?? 1)
                : (num(old.outputs, "version") ?? 0) + 1,
    }),
    held: {
        by: [ec2.ingressRule, ec2.egressRule, ec2.securityGroup, "aws:ec2/route:Route"],
        operation: "EC2: DeleteManagedPrefixList",
        http: 400,
        code: "DependencyViolation",
        says: "The prefix list % is in use.",
    },
});

const ofList = ec2Reference("prefixList", ["prefixListId"], { owner: true });

export const managedPrefixListEntry = awsType({
    of: managedPrefixListEntryFields,
    operation: "EC2: ModifyManagedPrefixList",
    references: [ofList],
    check: (inputs) => checkRange(str(inputs, "cidr"), "cidr"),
    id: ({ inputs }) => text`${str(inputs, "prefixListId")},${str(inputs, "cidr")}`,
    beforeCreate: (write) => {
        const list = referred(write, [ofList])[0]?.target;
        const beside = write.store
            .under(list === undefined ? "" : belongingsOf(list))
            .filter(({ type }) => type === entryToken).length;
        const most = num(list?.inputs, "maxEntries") ?? 0;
        if (items(list?.inputs, "entries").length + beside >= most) {
            const message = `You have reached the maximum number of entries (${most}) for the prefix list`;
            throw awsError(
                400,
                "EC2: ModifyManagedPrefixList",
                "PrefixListMaxEntriesExceeded",
                message,
            );
        }
    },
});

const subjects = [
    "eniId",
    "regionalNatGatewayId",
    "subnetId",
    "transitGatewayAttachmentId",
    "transitGatewayId",
    "vpcId",
];

export const flowLog = ec2Type("fl-", "vpc-flow-log", {
    of: flowLogFields,
    operation: "EC2: CreateFlowLogs",
    references: [
        ec2Reference("vpc", ["vpcId"], { owner: true }),
        ec2Reference("subnet", ["subnetId"], { owner: true }),
        roleReference("iamRoleArn"),
        refer(
            ["logDestination"],
            logGroupToken,
            "InvalidParameter",
            "LogDestination: % does not exist",
            {
                name: (value) => (value.includes(":log-group:") ? value.replace(/:\*$/, "") : ""),
            },
        ),
        {
            ...bucketReference(["logDestination"], "InvalidParameter"),
            name: (value) =>
                value.startsWith("arn:aws:s3:::") ? (value.slice(13).split("/")[0] ?? "") : "",
        },
    ],
    defaults: {
        logDestinationType: "cloud-watch-logs",
        logFormat:
            "${version} ${account-id} ${interface-id} ${srcaddr} ${dstaddr} ${srcport} ${dstport} ${protocol} ${packets} ${bytes} ${start} ${end} ${action} ${log-status}",
        maxAggregationInterval: 600,
    },
    check: (inputs) => {
        const isToLogs =
            (str(inputs, "logDestinationType") || "cloud-watch-logs") === "cloud-watch-logs";
        const interval = num(inputs, "maxAggregationInterval");
        return [
            ...exactlyOne(inputs, subjects),
            ...(isToLogs && inputs.iamRoleArn === undefined
                ? [
                      {
                          property: "iamRoleArn",
                          reason: "missing required property of flow logs to CloudWatch",
                      },
                  ]
                : []),
            ...(interval === undefined || interval === 60 || interval === 600
                ? []
                : [
                      {
                          property: "maxAggregationInterval",
                          reason: `${interval} must be 60 or 600`,
                      },
                  ]),
        ];
    },
    outputs: ({ inputs }) => ({ logDestination: inputs.logDestination ?? "" }),
});
