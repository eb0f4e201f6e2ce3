import type { Failure } from "../../check";
import { guid } from "../../identifiers";
import { get, isObject, isUnknown, items, num, str, text, type Values } from "../../values";
import type { Write } from "../../resourceType";
import { awsType } from "../awsType";
import { awsError } from "../errors";
import { lifecycleHookFields } from "../fields/autoscaling";
import { groupFields } from "../fields/autoscalingGroup";
import { serviceRole } from "../iam/names";
import { exactlyOne, nameOf } from "../naming";
import { ec2, ec2Reference } from "../network/ec2";
import { refer, referred } from "../references";

export const groupToken = "aws:autoscaling/group:Group";

const template = (...at: string[]) => [
    refer(
        [...at, "id"],
        ec2.launchTemplate,
        "ValidationError",
        "You must use a valid fully-formed launch template. The specified launch template, with template ID %, does not exist.",
    ),
    refer(
        [...at, "name"],
        ec2.launchTemplate,
        "ValidationError",
        "You must use a valid fully-formed launch template. The launch template name % does not exist.",
    ),
];
const inMixed = ["mixedInstancesPolicy", "launchTemplate", "launchTemplateSpecification"];
const mixed = [
    refer(
        [...inMixed, "launchTemplateId"],
        ec2.launchTemplate,
        "ValidationError",
        "The specified launch template, with template ID %, does not exist.",
    ),
    refer(
        [...inMixed, "launchTemplateName"],
        ec2.launchTemplate,
        "ValidationError",
        "The launch template name % does not exist.",
    ),
];

/** source: Amazon EC2 Auto Scaling User Guide, "maximum instance lifetime"; date: 2026-11-21 */
const lifetime = { least: 86_400, most: 31_536_000 } as const;

function checkGroup(inputs: Values): Failure[] {
    const [least, most, wanted] = [
        num(inputs, "minSize"),
        num(inputs, "maxSize"),
        num(inputs, "desiredCapacity"),
    ];
    const life = num(inputs, "maxInstanceLifetime");
    const isBelow = least !== undefined && most !== undefined && least > most;
    const isOutside =
        wanted !== undefined &&
        ((least !== undefined && wanted < least) || (most !== undefined && wanted > most));
    return [
        ...exactlyOne(inputs, ["launchTemplate", "launchConfiguration", "mixedInstancesPolicy"]),
        ...(isBelow ? [{ property: "maxSize", reason: `${most} is below minSize` }] : []),
        ...(isOutside
            ? [
                  {
                      property: "desiredCapacity",
                      reason: `${wanted} must be between minSize and maxSize`,
                  },
              ]
            : []),
        ...(life === undefined || life === 0 || (life >= lifetime.least && life <= lifetime.most)
            ? []
            : [
                  {
                      property: "maxInstanceLifetime",
                      reason: `${life} must be 0 or ${lifetime.least} to ${lifetime.most}`,
                  },
              ]),
        ...(inputs.vpcZoneIdentifiers === undefined && inputs.availabilityZones === undefined
            ? [
                  {
                      property: "vpcZoneIdentifiers",
                      reason: "missing required property: or availabilityZones",
                  },
              ]
            : []),
        ...(isObject(inputs.launchTemplate)
            ? exactlyOne(inputs.launchTemplate, ["id", "name"]).map((one) => ({
                  ...one,
                  property: `launchTemplate.${one.property}`,
              }))
            : []),
    ];
}

/** Auto Scaling tries the template: image, kind of instance and groups must be there. */
function requireUsable(write: Write): void {
    const found = referred(write, [...template("launchTemplate"), ...mixed])[0]?.target;
    const refuse = (message: string) =>
        awsError(
            400,
            "Auto Scaling: CreateAutoScalingGroup",
            "ValidationError",
            `You must use a valid fully-formed launch template. ${message}`,
        );
    if (found === undefined) {
        return;
    }
    const isMixed = write.inputs.mixedInstancesPolicy !== undefined;
    if (str(found.inputs, "imageId") === "") {
        throw refuse("The request must contain the parameter ImageId");
    }
    if (
        str(found.inputs, "instanceType") === "" &&
        found.inputs.instanceRequirements === undefined &&
        !isMixed
    ) {
        throw refuse("The request must contain the parameter InstanceType");
    }
    if (
        items(found.inputs, "networkInterfaces").length > 0 &&
        items(found.inputs, "vpcSecurityGroupIds").length > 0
    ) {
        throw refuse(
            "Network interfaces and an instance-level security groups may not be specified on the same request",
        );
    }
}

const defaults: Values = {
    capacityRebalance: false,
    context: "",
    defaultCooldown: 300,
    defaultInstanceWarmup: 0,
    desiredCapacityType: "",
    enabledMetrics: [],
    forceDelete: false,
    forceDeleteWarmPool: false,
    healthCheckGracePeriod: 300,
    healthCheckType: "EC2",
    ignoreFailedScalingActivities: false,
    launchConfiguration: "",
    loadBalancers: [],
    maxInstanceLifetime: 0,
    metricsGranularity: "1Minute",
    placementGroup: "",
    protectFromScaleIn: false,
    suspendedProcesses: [],
    targetGroupArns: [],
    terminationPolicies: [],
    trafficSources: [],
    waitForCapacityTimeout: "10m",
};

export const autoscalingGroup = awsType({
    of: groupFields,
    operation: "Auto Scaling: CreateAutoScalingGroup",
    name: nameOf(/^[^\n\r:]{1,255}$/, "1 to 255 characters, no colon", { prefix: "namePrefix" }),
    taken: {
        http: 400,
        code: "AlreadyExists",
        says: "AutoScalingGroup by this name already exists - A group with the name % already exists",
    },
    references: [
        ...template("launchTemplate"),
        ...mixed,
        ec2Reference("subnet", ["vpcZoneIdentifiers", "*"]),
    ],
    defaults,
    check: checkGroup,
    id: ({ name }) => name,
    arn: ({ region, accountId, name }) =>
        text`arn:aws:autoscaling:${region}:${accountId}:autoScalingGroup:${isUnknown(name) ? name : guid("group", accountId, region, name)}:autoScalingGroupName/${name}`,
    outputs: (shaping) => {
        const { inputs, accountId, preview } = shaping;
        const subnets = preview
            ? []
            : referred(shaping, [ec2Reference("subnet", ["vpcZoneIdentifiers", "*"])]);
        const zones = subnets.map(({ target }) => str(target.outputs, "availabilityZone"));
        return {
            availabilityZones:
                inputs.availabilityZones ??
                (preview ? shaping.each(() => "") : [...new Set(zones)]),
            desiredCapacity: inputs.desiredCapacity ?? get(inputs, "minSize") ?? 0,
            predictedCapacity: 0,
            serviceLinkedRoleArn:
                inputs.serviceLinkedRoleArn ??
                `arn:aws:iam::${accountId}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`,
            vpcZoneIdentifiers: inputs.vpcZoneIdentifiers ?? [],
            warmPoolSize: 0,
        };
    },
    beforeWrite: requireUsable,
});

export const lifecycleHook = awsType({
    of: lifecycleHookFields,
    operation: "Auto Scaling: PutLifecycleHook",
    puts: true,
    within: "autoscalingGroupName",
    name: nameOf(/^[\w\-/]{1,255}$/, "1 to 255 letters, digits and _ - /"),
    references: [
        refer(
            ["autoscalingGroupName"],
            groupToken,
            "ValidationError",
            "AutoScalingGroup name not found: %",
            { owner: true },
        ),
        serviceRole(["roleArn"], "ValidationError"),
    ],
    defaults: { heartbeatTimeout: 3600 },
    id: ({ name }) => name,
    outputs: ({ inputs }) => ({ defaultResult: inputs.defaultResult ?? "ABANDON" }),
});
