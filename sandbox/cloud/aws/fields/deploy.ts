import {
    anything,
    fixed,
    flag,
    integer,
    list,
    map,
    number,
    object,
    oneOf,
    required,
    text,
} from "../../shape";
import type { TypeFields } from "../awsType";
import { document } from "../documents";

export const ecrRepositoryFields: TypeFields = {
    token: "aws:ecr/repository:Repository",
    tagged: true,
    fields: {
        encryptionConfigurations: fixed(
            list(object({ encryptionType: oneOf("AES256", "KMS", "KMS_DSSE"), kmsKey: text })),
        ),
        forceDelete: flag,
        imageScanningConfiguration: object({ scanOnPush: required(flag) }),
        imageTagMutability: oneOf(
            "MUTABLE",
            "IMMUTABLE",
            "MUTABLE_WITH_EXCLUSION",
            "IMMUTABLE_WITH_EXCLUSION",
        ),
        imageTagMutabilityExclusionFilters: list(
            object({ filter: required(text), filterType: required(text) }),
        ),
        name: fixed(text),
    },
};

export const lifecyclePolicyFields: TypeFields = {
    token: "aws:ecr/lifecyclePolicy:LifecyclePolicy",
    fields: { policy: required(fixed(document)), repository: required(fixed(text)) },
};

export const repositoryPolicyFields: TypeFields = {
    token: "aws:ecr/repositoryPolicy:RepositoryPolicy",
    fields: { policy: required(document), repository: required(fixed(text)) },
};

export const clusterFields: TypeFields = {
    token: "aws:ecs/cluster:Cluster",
    tagged: true,
    fields: {
        configuration: object({
            executeCommandConfiguration: object({
                kmsKeyId: text,
                logConfiguration: object({
                    cloudWatchEncryptionEnabled: flag,
                    cloudWatchLogGroupName: text,
                    s3BucketEncryptionEnabled: flag,
                    s3BucketName: text,
                    s3KeyPrefix: text,
                }),
                logging: oneOf("NONE", "DEFAULT", "OVERRIDE"),
            }),
            managedStorageConfiguration: object({
                fargateEphemeralStorageKmsKeyId: text,
                kmsKeyId: text,
            }),
        }),
        name: fixed(text),
        serviceConnectDefaults: object({ namespace: required(text) }),
        settings: list(
            object({ name: required(oneOf("containerInsights")), value: required(text) }),
        ),
    },
};

export const taskDefinitionFields: TypeFields = {
    token: "aws:ecs/taskDefinition:TaskDefinition",
    tagged: true,
    fields: {
        containerDefinitions: required(fixed(text)),
        cpu: fixed(text),
        enableFaultInjection: fixed(flag),
        ephemeralStorage: fixed(object({ sizeInGib: required(number) })),
        executionRoleArn: fixed(text),
        family: required(fixed(text)),
        ipcMode: fixed(oneOf("host", "none", "task")),
        memory: fixed(text),
        networkMode: fixed(oneOf("bridge", "host", "awsvpc", "none")),
        pidMode: fixed(oneOf("host", "task")),
        placementConstraints: fixed(list(object({ expression: text, type: required(text) }))),
        proxyConfiguration: fixed(
            object({ containerName: required(text), properties: map(text), type: text }),
        ),
        requiresCompatibilities: fixed(
            list(oneOf("EC2", "FARGATE", "EXTERNAL", "MANAGED_INSTANCES")),
        ),
        runtimePlatform: fixed(object({ cpuArchitecture: text, operatingSystemFamily: text })),
        skipDestroy: flag,
        taskRoleArn: fixed(text),
        trackLatest: flag,
        volumes: fixed(
            list(
                object({
                    configureAtLaunch: flag,
                    dockerVolumeConfiguration: object({
                        autoprovision: flag,
                        driver: text,
                        driverOpts: map(text),
                        labels: map(text),
                        scope: text,
                    }),
                    efsVolumeConfiguration: object({
                        authorizationConfig: object({ accessPointId: text, iam: text }),
                        fileSystemId: required(text),
                        rootDirectory: text,
                        transitEncryption: text,
                        transitEncryptionPort: number,
                    }),
                    fsxWindowsFileServerVolumeConfiguration: object({
                        authorizationConfig: required(
                            object({
                                credentialsParameter: required(text),
                                domain: required(text),
                            }),
                        ),
                        fileSystemId: required(text),
                        rootDirectory: required(text),
                    }),
                    hostPath: text,
                    name: required(text),
                    s3filesVolumeConfiguration: object({
                        accessPointArn: text,
                        fileSystemArn: required(text),
                        rootDirectory: text,
                        transitEncryptionPort: number,
                    }),
                }),
            ),
        ),
    },
};

export const functionFields: TypeFields = {
    token: "aws:lambda/function:Function",
    tagged: true,
    fields: {
        architectures: list(oneOf("x86_64", "arm64"), { min: 1, max: 1 }),
        capacityProviderConfig: object({
            lambdaManagedInstancesCapacityProviderConfig: required(
                object({
                    capacityProviderArn: required(text),
                    executionEnvironmentMemoryGibPerVcpu: number,
                    perExecutionEnvironmentMaxConcurrency: number,
                }),
            ),
        }),
        code: anything,
        codeSha256: text,
        codeSigningConfigArn: text,
        deadLetterConfig: object({ targetArn: required(text) }),
        description: text,
        durableConfig: object({ executionTimeout: required(number), retentionPeriod: number }),
        environment: object({ variables: map(text) }),
        ephemeralStorage: object({ size: number }),
        fileSystemConfig: object({ arn: required(text), localMountPath: required(text) }),
        handler: text,
        imageConfig: object({
            commands: list(text),
            entryPoints: list(text),
            workingDirectory: text,
        }),
        imageUri: text,
        kmsKeyArn: text,
        layers: list(text, { max: 5 }),
        loggingConfig: object({
            applicationLogLevel: text,
            logFormat: required(oneOf("JSON", "Text")),
            logGroup: text,
            systemLogLevel: text,
        }),
        memorySize: integer(128, 32768),
        name: fixed(text),
        packageType: fixed(oneOf("Zip", "Image")),
        publish: flag,
        publishTo: text,
        replaceSecurityGroupsOnDestroy: flag,
        replacementSecurityGroupIds: list(text),
        reservedConcurrentExecutions: integer(-1),
        role: required(text),
        runtime: text,
        s3Bucket: text,
        s3Key: text,
        s3ObjectVersion: text,
        skipDestroy: flag,
        snapStart: object({ applyOn: required(text), optimizationStatus: text }),
        sourceCodeHash: text,
        sourceKmsKeyArn: text,
        tenancyConfig: fixed(object({ tenantIsolationMode: required(text) })),
        timeout: integer(1, 900),
        tracingConfig: object({ mode: required(oneOf("Active", "PassThrough")) }),
        useResourceTimeoutForPropagation: flag,
        vpcConfig: object({
            ipv6AllowedForDualStack: flag,
            securityGroupIds: required(list(text)),
            subnetIds: required(list(text)),
            vpcId: text,
        }),
    },
};

export const lambdaAliasFields: TypeFields = {
    token: "aws:lambda/alias:Alias",
    fields: {
        description: text,
        functionName: required(fixed(text)),
        functionVersion: required(text),
        name: fixed(text),
        routingConfig: object({ additionalVersionWeights: map(number) }),
    },
};
