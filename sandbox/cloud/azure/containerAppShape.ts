import { anything, choice, flag, list, number, object, required, text } from "../shape";

const daprShape = object({
    appHealth: object({
        enabled: flag,
        path: text,
        probeIntervalSeconds: number,
        probeTimeoutMilliseconds: number,
        threshold: number,
    }),
    appId: text,
    appPort: number,
    appProtocol: choice("http", "grpc"),
    enableApiLogging: flag,
    enabled: flag,
    httpMaxRequestSize: number,
    httpReadBufferSize: number,
    logLevel: choice("info", "debug", "warn", "error"),
    maxConcurrency: number,
});
const identitySettingsShape = object({
    identity: required(text),
    lifecycle: choice("Init", "Main", "None", "All"),
});
const ingressShape = object({
    additionalPortMappings: list(
        object({ exposedPort: number, external: required(flag), targetPort: required(number) }),
    ),
    allowInsecure: flag,
    clientCertificateMode: choice("ignore", "accept", "require"),
    corsPolicy: object({
        allowCredentials: flag,
        allowedHeaders: list(text),
        allowedMethods: list(text),
        allowedOrigins: required(list(text)),
        exposeHeaders: list(text),
        maxAge: number,
    }),
    customDomains: list(
        object({
            bindingType: choice("Disabled", "SniEnabled", "Auto"),
            certificateId: text,
            name: required(text),
        }),
    ),
    exposedPort: number,
    external: flag,
    ipSecurityRestrictions: list(
        object({
            action: required(choice("Allow", "Deny")),
            description: text,
            ipAddressRange: required(text),
            name: required(text),
        }),
    ),
    stickySessions: object({ affinity: choice("sticky", "none") }),
    targetPort: number,
    targetPortHttpScheme: choice("http", "https"),
    traffic: list(
        object({ label: text, latestRevision: flag, revisionName: text, weight: number }),
    ),
    transport: choice("auto", "http", "http2", "tcp"),
});
const registryCredentialsShape = object({
    identity: text,
    passwordSecretRef: text,
    server: text,
    username: text,
});
const secretShape = object({ identity: text, keyVaultUrl: text, name: text, value: text });

export const configurationShape = object({
    activeRevisionsMode: choice("Multiple", "Single", "Labels"),
    dapr: daprShape,
    identitySettings: list(identitySettingsShape),
    ingress: ingressShape,
    maxInactiveRevisions: number,
    registries: list(registryCredentialsShape),
    revisionTransitionThreshold: number,
    runtime: object({
        dotnet: object({ autoConfigureDataProtection: flag }),
        java: object({
            enableMetrics: flag,
            javaAgent: object({
                enabled: flag,
                logging: object({
                    loggerSettings: list(
                        object({
                            level: required(
                                choice("off", "error", "info", "debug", "trace", "warn"),
                            ),
                            logger: required(text),
                        }),
                    ),
                }),
            }),
        }),
    }),
    secrets: list(secretShape),
    service: object({ type: required(text) }),
    targetLabel: text,
});
const containerAppProbeShape = object({
    failureThreshold: number,
    httpGet: object({
        host: text,
        httpHeaders: list(object({ name: required(text), value: required(text) })),
        path: text,
        port: required(number),
        scheme: choice("HTTP", "HTTPS"),
    }),
    initialDelaySeconds: number,
    periodSeconds: number,
    successThreshold: number,
    tcpSocket: object({ host: text, port: required(number) }),
    terminationGracePeriodSeconds: number,
    timeoutSeconds: number,
    type: choice("Liveness", "Readiness", "Startup"),
});

export const containerShape = object({
    args: list(text),
    command: list(text),
    env: list(object({ name: text, secretRef: text, value: text })),
    image: text,
    imageType: choice("CloudBuild", "ContainerImage"),
    name: text,
    probes: list(containerAppProbeShape),
    resources: object({ cpu: number, gpu: number, memory: text }),
    volumeMounts: list(object({ mountPath: text, subPath: text, volumeName: text })),
});

export const initContainerShape = object({
    args: list(text),
    command: list(text),
    env: list(object({ name: text, secretRef: text, value: text })),
    image: text,
    imageType: choice("CloudBuild", "ContainerImage"),
    name: text,
    resources: object({ cpu: number, gpu: number, memory: text }),
    volumeMounts: list(object({ mountPath: text, subPath: text, volumeName: text })),
});

export const volumeShape = object({
    mountOptions: text,
    name: text,
    secrets: list(object({ path: text, secretRef: text })),
    storageName: text,
    storageType: choice("AzureFile", "EmptyDir", "Secret", "NfsAzureFile", "Smb"),
});

export const jobConfigurationShape = object({
    eventTriggerConfig: object({
        parallelism: number,
        replicaCompletionCount: number,
        scale: object({
            maxExecutions: number,
            minExecutions: number,
            pollingInterval: number,
            rules: list(
                object({
                    auth: list(object({ secretRef: text, triggerParameter: text })),
                    identity: text,
                    metadata: anything,
                    name: text,
                    type: text,
                }),
            ),
        }),
    }),
    identitySettings: list(identitySettingsShape),
    manualTriggerConfig: object({ parallelism: number, replicaCompletionCount: number }),
    registries: list(registryCredentialsShape),
    replicaRetryLimit: number,
    replicaTimeout: required(number),
    scheduleTriggerConfig: object({
        cronExpression: required(text),
        parallelism: number,
        replicaCompletionCount: number,
    }),
    secrets: list(secretShape),
    triggerType: required(choice("Schedule", "Event", "Manual")),
});
