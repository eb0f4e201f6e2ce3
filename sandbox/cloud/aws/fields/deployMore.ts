import { fixed, flag, list, number, object, oneOf, required, text } from "../../shape";
import type { TypeFields } from "../awsType";

export const lambdaPermissionFields: TypeFields = {
    token: "aws:lambda/permission:Permission",
    fields: {
        action: required(fixed(text)),
        eventSourceToken: fixed(text),
        function: required(fixed(text)),
        functionUrlAuthType: fixed(oneOf("AWS_IAM", "NONE")),
        invokedViaFunctionUrl: fixed(flag),
        principal: required(fixed(text)),
        principalOrgId: fixed(text),
        qualifier: fixed(text),
        sourceAccount: fixed(text),
        sourceArn: fixed(text),
        statementId: fixed(text),
        statementIdPrefix: fixed(text),
    },
};

export const codeSigningConfigFields: TypeFields = {
    token: "aws:lambda/codeSigningConfig:CodeSigningConfig",
    tagged: true,
    fields: {
        allowedPublishers: required(
            object({ signingProfileVersionArns: required(list(text, { min: 1, max: 20 })) }),
        ),
        description: text,
        policies: object({ untrustedArtifactOnDeployment: required(oneOf("Warn", "Enforce")) }),
    },
};

export const applicationFields: TypeFields = {
    token: "aws:codedeploy/application:Application",
    tagged: true,
    fields: { computePlatform: fixed(oneOf("Server", "Lambda", "ECS")), name: text },
};

export const deploymentConfigFields: TypeFields = {
    token: "aws:codedeploy/deploymentConfig:DeploymentConfig",
    fields: {
        computePlatform: fixed(oneOf("Server", "Lambda", "ECS")),
        deploymentConfigName: fixed(text),
        minimumHealthyHosts: fixed(
            object({ type: oneOf("HOST_COUNT", "FLEET_PERCENT"), value: number }),
        ),
        trafficRoutingConfig: fixed(
            object({
                timeBasedCanary: object({ interval: number, percentage: number }),
                timeBasedLinear: object({ interval: number, percentage: number }),
                type: oneOf("AllAtOnce", "TimeBasedCanary", "TimeBasedLinear"),
            }),
        ),
        zonalConfig: fixed(
            object({
                firstZoneMonitorDurationInSeconds: number,
                minimumHealthyHostsPerZone: object({ type: text, value: number }),
                monitorDurationInSeconds: number,
            }),
        ),
    },
};

export const deploymentGroupFields: TypeFields = {
    token: "aws:codedeploy/deploymentGroup:DeploymentGroup",
    tagged: true,
    fields: {
        alarmConfiguration: object({
            alarms: list(text),
            enabled: flag,
            ignorePollAlarmFailure: flag,
        }),
        appName: required(text),
        autoRollbackConfiguration: object({
            enabled: flag,
            events: list(
                oneOf(
                    "DEPLOYMENT_FAILURE",
                    "DEPLOYMENT_STOP_ON_ALARM",
                    "DEPLOYMENT_STOP_ON_REQUEST",
                ),
            ),
        }),
        autoscalingGroups: list(text),
        blueGreenDeploymentConfig: object({
            deploymentReadyOption: object({ actionOnTimeout: text, waitTimeInMinutes: number }),
            greenFleetProvisioningOption: object({ action: text }),
            terminateBlueInstancesOnDeploymentSuccess: object({
                action: text,
                terminationWaitTimeInMinutes: number,
            }),
        }),
        deploymentConfigName: text,
        deploymentGroupName: required(fixed(text)),
        deploymentStyle: object({
            deploymentOption: oneOf("WITH_TRAFFIC_CONTROL", "WITHOUT_TRAFFIC_CONTROL"),
            deploymentType: oneOf("IN_PLACE", "BLUE_GREEN"),
        }),
        ec2TagFilters: list(object({ key: text, type: text, value: text })),
        ec2TagSets: list(
            object({ ec2TagFilters: list(object({ key: text, type: text, value: text })) }),
        ),
        ecsService: object({ clusterName: required(text), serviceName: required(text) }),
        loadBalancerInfo: object({
            elbInfos: list(object({ name: text })),
            targetGroupInfos: list(object({ name: text })),
            targetGroupPairInfo: object({
                prodTrafficRoute: required(object({ listenerArns: required(list(text)) })),
                targetGroups: required(list(object({ name: required(text) }))),
                testTrafficRoute: object({ listenerArns: required(list(text)) }),
            }),
        }),
        onPremisesInstanceTagFilters: list(object({ key: text, type: text, value: text })),
        outdatedInstancesStrategy: oneOf("UPDATE", "IGNORE"),
        serviceRoleArn: required(text),
        terminationHookEnabled: flag,
        triggerConfigurations: list(
            object({
                triggerEvents: required(list(text)),
                triggerName: required(text),
                triggerTargetArn: required(text),
            }),
        ),
    },
};
