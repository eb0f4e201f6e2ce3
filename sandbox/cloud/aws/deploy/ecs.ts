import type { Failure } from "../../check";
import { isObject, isUnknown, items, num, str, text, type Values } from "../../values";
import { awsType } from "../awsType";
import { awsError } from "../errors";
import { clusterFields, taskDefinitionFields } from "../fields/deploy";
import { serviceFields } from "../fields/ecsService";
import { serviceRole } from "../iam/names";
import { nameOf } from "../naming";
import { ec2Reference } from "../network/ec2";
import { refer } from "../references";
import { clusterToken, taskToken } from "./tokens";

const name = nameOf(/^[\w-]{1,255}$/, "1 to 255 letters, digits and - _");
const serviceToken = "aws:ecs/service:Service";

export const cluster = awsType({
    of: clusterFields,
    operation: "ECS: CreateCluster",
    puts: true,
    name,
    id: ({ region, accountId, name: own }) =>
        text`arn:aws:ecs:${region}:${accountId}:cluster/${own}`,
    arn: ({ id }) => id,
    names: ({ outputs }) => [str(outputs, "name")],
    outputs: ({ inputs }) => ({
        settings: inputs.settings ?? [{ name: "containerInsights", value: "disabled" }],
    }),
    held: {
        by: [serviceToken],
        operation: "ECS: DeleteCluster",
        http: 400,
        code: "ClusterContainsServicesException",
        says: "The Cluster cannot be deleted while Services are active.",
    },
});

/** Memory a Fargate task may have with so much CPU, in MiB. source: ECS Developer Guide; date: 2026-11-21 */
const fargate: Readonly<Record<string, readonly [least: number, most: number]>> = {
    "256": [512, 2048],
    "512": [1024, 4096],
    "1024": [2048, 8192],
    "2048": [4096, 16_384],
    "4096": [8192, 30_720],
    "8192": [16_384, 61_440],
    "16384": [32_768, 122_880],
};

function containersOf(inputs: Values): unknown[] {
    try {
        const read = JSON.parse(str(inputs, "containerDefinitions")) as unknown;
        return Array.isArray(read) ? read : [];
    } catch {
        return [];
    }
}

function checkTask(inputs: Values): Failure[] {
    const document = str(inputs, "containerDefinitions");
    const isFargate = items(inputs, "requiresCompatibilities").includes("FARGATE");
    const [cpu, memory] = [str(inputs, "cpu"), str(inputs, "memory")];
    const limits = fargate[cpu];
    const isFree = !isFargate || isUnknown(cpu) || isUnknown(memory);
    const fits = limits !== undefined && Number(memory) >= limits[0] && Number(memory) <= limits[1];
    return [
        ...(isUnknown(document) || containersOf(inputs).length > 0
            ? []
            : [
                  {
                      property: "containerDefinitions",
                      reason: "must be a JSON list of at least one container",
                  },
              ]),
        ...(isFargate && !isUnknown(inputs.networkMode) && inputs.networkMode !== "awsvpc"
            ? [{ property: "networkMode", reason: "must be awsvpc for FARGATE" }]
            : []),
        ...(isFree || fits
            ? []
            : [
                  {
                      property: "memory",
                      reason: `cpu "${cpu}" and memory "${memory}" are no size of FARGATE`,
                  },
              ]),
    ];
}

/** A family of revisions; a changed definition is a new revision. */
export const taskDefinition = awsType({
    of: taskDefinitionFields,
    operation: "ECS: RegisterTaskDefinition",
    defaults: { skipDestroy: false, trackLatest: false },
    references: [
        serviceRole(["executionRoleArn"], "ClientException"),
        serviceRole(["taskRoleArn"], "ClientException"),
    ],
    check: checkTask,
    id: ({ inputs }) => str(inputs, "family"),
    names: ({ inputs, outputs }) => [
        str(outputs, "arn"),
        text`${str(inputs, "family")}:${String(num(outputs, "revision") ?? 0)}`,
    ],
    outputs: ({ inputs, accountId, region, store, each, old }) => {
        const family = str(inputs, "family");
        const kept = num(old?.outputs, "revision");
        const revision =
            kept ?? each(() => store.next(`aws task ${accountId} ${region} ${family}`, 0, 1));
        const base = text`arn:aws:ecs:${region}:${accountId}:task-definition/${family}`;
        return {
            arn: text`${base}:${revision}`,
            arnWithoutRevision: base,
            enableFaultInjection: inputs.enableFaultInjection ?? false,
            networkMode: inputs.networkMode ?? "bridge",
            revision,
        };
    },
    claims: ({ outputs }) => [str(outputs, "arn")],
});

const toTask = (value: string) => (isUnknown(value) ? "" : value);

export const ecsService = awsType({
    of: serviceFields,
    operation: "ECS: CreateService",
    name,
    taken: {
        http: 400,
        code: "InvalidParameterException",
        says: "Creation of service was not idempotent.",
    },
    defaults: {
        deploymentMaximumPercent: 200,
        deploymentMinimumHealthyPercent: 100,
        enableEcsManagedTags: false,
        enableExecuteCommand: false,
        schedulingStrategy: "REPLICA",
        waitForSteadyState: false,
    },
    references: [
        refer(["cluster"], clusterToken, "ClusterNotFoundException", "Cluster not found."),
        refer(
            ["taskDefinition"],
            taskToken,
            "ClientException",
            "Unable to describe task definition %.",
            { name: toTask },
        ),
        ec2Reference("subnet", ["networkConfiguration", "subnets", "*"]),
        ec2Reference("securityGroup", ["networkConfiguration", "securityGroups", "*"]),
    ],
    check: (inputs): Failure[] => {
        const network = inputs.networkConfiguration;
        return [
            ...(inputs.launchType !== undefined && inputs.capacityProviderStrategies !== undefined
                ? [
                      {
                          property: "launchType",
                          reason: "only one of launchType, capacityProviderStrategies may be given",
                      },
                  ]
                : []),
            ...(inputs.launchType === "FARGATE" && network === undefined
                ? [
                      {
                          property: "networkConfiguration",
                          reason: "missing required property of FARGATE",
                      },
                  ]
                : []),
            ...(inputs.schedulingStrategy === "DAEMON" && num(inputs, "desiredCount") !== undefined
                ? [{ property: "desiredCount", reason: "must not be given with DAEMON" }]
                : []),
            ...(isObject(network) && network.assignPublicIp === true && inputs.launchType === "EC2"
                ? [
                      {
                          property: "networkConfiguration.assignPublicIp",
                          reason: "is only for FARGATE",
                      },
                  ]
                : []),
        ];
    },
    id: ({ region, accountId, inputs, name: own }) => {
        const given = str(inputs, "cluster") || "default";
        const of = isUnknown(given) ? given : (given.split("/").pop() ?? "");
        return text`arn:aws:ecs:${region}:${accountId}:service/${of}/${own}`;
    },
    arn: ({ id }) => id,
    outputs: ({ inputs }) => ({
        availabilityZoneRebalancing: inputs.availabilityZoneRebalancing ?? "ENABLED",
        cluster: inputs.cluster ?? "default",
        iamRole: inputs.iamRole ?? "",
        launchType:
            inputs.launchType ?? (inputs.capacityProviderStrategies === undefined ? "EC2" : ""),
        platformVersion:
            inputs.platformVersion ?? (inputs.launchType === "FARGATE" ? "LATEST" : ""),
        triggers: inputs.triggers ?? {},
    }),
    beforeWrite: ({ inputs }) => {
        const breaker = inputs.deploymentCircuitBreaker;
        const controller = str(inputs, "deploymentController", "type") || "ECS";
        if (breaker !== undefined && controller !== "ECS") {
            const message = `Deployment circuit breaker is not supported with deployment controller ${controller}`;
            throw awsError(400, "ECS: CreateService", "InvalidParameterException", message);
        }
    },
});
