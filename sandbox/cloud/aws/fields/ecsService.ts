import { fixed, flag, list, map, number, object, oneOf, required, text } from "../../shape";
import type { TypeFields } from "../awsType";

export const serviceFields: TypeFields = {
    token: "aws:ecs/service:Service",
    tagged: true,
    fields: {
        alarms: object({
            alarmNames: required(list(text)),
            enable: required(flag),
            rollback: required(flag),
        }),
        availabilityZoneRebalancing: oneOf("ENABLED", "DISABLED"),
        capacityProviderStrategies: list(
            object({ base: number, capacityProvider: required(text), weight: number }),
        ),
        cluster: fixed(text),
        deploymentCircuitBreaker: object({ enable: required(flag), rollback: required(flag) }),
        deploymentConfiguration: object({
            bakeTimeInMinutes: text,
            canaryConfiguration: object({ canaryBakeTimeInMinutes: text, canaryPercent: number }),
            lifecycleHooks: list(
                object({
                    hookDetails: text,
                    hookTargetArn: text,
                    lifecycleStages: required(list(text)),
                    roleArn: text,
                    targetType: text,
                    timeoutConfiguration: object({ action: text, timeoutInMinutes: text }),
                }),
            ),
            linearConfiguration: object({ stepBakeTimeInMinutes: text, stepPercent: number }),
            strategy: oneOf("ROLLING", "BLUE_GREEN", "LINEAR", "CANARY"),
        }),
        deploymentController: object({ type: oneOf("CODE_DEPLOY", "ECS", "EXTERNAL") }),
        deploymentMaximumPercent: number,
        deploymentMinimumHealthyPercent: number,
        desiredCount: number,
        enableEcsManagedTags: flag,
        enableExecuteCommand: flag,
        forceDelete: flag,
        forceNewDeployment: flag,
        healthCheckGracePeriodSeconds: number,
        iamRole: fixed(text),
        launchType: fixed(oneOf("EC2", "FARGATE", "EXTERNAL")),
        loadBalancers: list(
            object({
                advancedConfiguration: object({
                    alternateTargetGroupArn: required(text),
                    productionListenerRule: required(text),
                    roleArn: required(text),
                    testListenerRule: text,
                }),
                containerName: required(text),
                containerPort: required(number),
                elbName: text,
                targetGroupArn: text,
            }),
        ),
        name: fixed(text),
        networkConfiguration: object({
            assignPublicIp: flag,
            securityGroups: list(text),
            subnets: required(list(text)),
        }),
        orderedPlacementStrategies: list(object({ field: text, type: required(text) })),
        placementConstraints: list(object({ expression: text, type: required(text) })),
        platformVersion: text,
        propagateTags: oneOf("SERVICE", "TASK_DEFINITION", "NONE"),
        schedulingStrategy: fixed(oneOf("REPLICA", "DAEMON")),
        serviceConnectConfiguration: object({
            accessLogConfiguration: object({
                format: required(text),
                includeQueryParameters: text,
            }),
            enabled: required(flag),
            logConfiguration: object({
                logDriver: required(text),
                options: map(text),
                secretOptions: list(object({ name: required(text), valueFrom: required(text) })),
            }),
            namespace: text,
            services: list(
                object({
                    clientAlias: list(
                        object({
                            dnsName: text,
                            port: required(number),
                            testTrafficRules: list(
                                object({
                                    header: object({
                                        name: required(text),
                                        value: required(object({ exact: required(text) })),
                                    }),
                                }),
                            ),
                        }),
                    ),
                    discoveryName: text,
                    ingressPortOverride: number,
                    portName: required(text),
                    timeout: object({
                        idleTimeoutSeconds: number,
                        perRequestTimeoutSeconds: number,
                    }),
                    tls: object({
                        issuerCertAuthority: required(
                            object({ awsPcaAuthorityArn: required(text) }),
                        ),
                        kmsKey: text,
                        roleArn: text,
                    }),
                }),
            ),
        }),
        serviceRegistries: object({
            containerName: text,
            containerPort: number,
            port: number,
            registryArn: required(text),
        }),
        sigintRollback: flag,
        taskDefinition: text,
        triggers: map(text),
        volumeConfiguration: object({
            managedEbsVolume: required(
                object({
                    encrypted: flag,
                    fileSystemType: text,
                    iops: number,
                    kmsKeyId: text,
                    roleArn: required(text),
                    sizeInGb: number,
                    snapshotId: text,
                    tagSpecifications: list(
                        object({
                            propagateTags: text,
                            resourceType: required(text),
                            tags: map(text),
                        }),
                    ),
                    throughput: number,
                    volumeInitializationRate: number,
                    volumeType: text,
                }),
            ),
            name: required(text),
        }),
        vpcLatticeConfigurations: list(
            object({
                portName: required(text),
                roleArn: required(text),
                targetGroupArn: required(text),
            }),
        ),
        waitForSteadyState: flag,
    },
};
