import type { LogGroup } from "@pulumi/aws/cloudwatch/logGroup";
import { FlowLog } from "@pulumi/aws/ec2/flowLog";
import type { Vpc } from "@pulumi/aws/ec2/vpc";
import { Role } from "@pulumi/aws/iam/role";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy";

import { logGroupArn } from "./logs";
import { common, type Placement } from "./placement";

/** Every connection of the network, taken or refused, one record a minute. */
export function createFlowLog(place: Placement, vpc: Vpc, logs: LogGroup, groupName: string) {
    const { parent, name } = place;
    const role = createRole(place, groupName);
    return new FlowLog(
        `${name}-flow-log`,
        {
            ...common(place, "flow-log"),
            vpcId: vpc.id,
            trafficType: "ALL",
            logDestinationType: "cloud-watch-logs",
            logDestination: logs.arn,
            iamRoleArn: role.arn,
            maxAggregationInterval: 60,
        },
        { parent },
    );
}

/** The flow logs service of this account and region, writing to this group and nothing else. */
function createRole(place: Placement, groupName: string): Role {
    const { parent, name, prefix, accountId, region, dependsOn } = place;
    const role = new Role(
        `${name}-flow-log-role`,
        {
            name: `${prefix}-flow-logs`,
            description: `Writes the flow logs of ${prefix}`,
            tags: place.tags,
            maxSessionDuration: 3600,
            assumeRolePolicy: JSON.stringify({
                Version: "2012-10-17",
                Statement: [
                    {
                        Effect: "Allow",
                        Principal: { Service: "vpc-flow-logs.amazonaws.com" },
                        Action: "sts:AssumeRole",
                        Condition: {
                            StringEquals: { "aws:SourceAccount": accountId },
                            ArnLike: {
                                "aws:SourceArn": `arn:aws:ec2:${region}:${accountId}:vpc-flow-log/*`,
                            },
                        },
                    },
                ],
            }),
        },
        { parent, dependsOn },
    );
    const group = logGroupArn(place, groupName);
    new RolePolicy(
        `${name}-flow-log-policy`,
        {
            name: "write-flow-logs",
            role: role.name,
            policy: JSON.stringify({
                Version: "2012-10-17",
                Statement: [
                    {
                        Effect: "Allow",
                        Action: [
                            "logs:CreateLogStream",
                            "logs:DescribeLogStreams",
                            "logs:PutLogEvents",
                        ],
                        Resource: [group, `${group}:*`],
                    },
                ],
            }),
        },
        { parent },
    );
    return role;
}
