import { choice, flag, list, map, number, object, required, text } from "../shape";

export const cloningInfoShape = object({
    appSettingsOverrides: map(text),
    cloneCustomHostNames: flag,
    cloneSourceControl: flag,
    configureLoadBalancing: flag,
    correlationId: text,
    hostingEnvironment: text,
    overwrite: flag,
    sourceWebAppId: required(text),
    sourceWebAppLocation: text,
    trafficManagerProfileId: text,
    trafficManagerProfileName: text,
});

export const daprConfigShape = object({
    appId: text,
    appPort: number,
    enableApiLogging: flag,
    enabled: flag,
    httpMaxRequestSize: number,
    httpReadBufferSize: number,
    logLevel: choice("info", "debug", "warn", "error"),
});

export const siteDnsConfigShape = object({
    dnsAltServer: text,
    dnsMaxCacheTimeout: number,
    dnsRetryAttemptCount: number,
    dnsRetryAttemptTimeout: number,
    dnsServers: list(text),
});

export const functionAppConfigShape = object({
    deployment: object({
        storage: object({
            authentication: object({
                storageAccountConnectionStringName: text,
                type: choice(
                    "SystemAssignedIdentity",
                    "UserAssignedIdentity",
                    "StorageAccountConnectionString",
                ),
                userAssignedIdentityResourceId: text,
            }),
            type: choice("blobContainer"),
            value: text,
        }),
    }),
    runtime: object({
        name: choice("dotnet-isolated", "node", "java", "powershell", "python", "custom"),
        version: text,
    }),
    scaleAndConcurrency: object({
        alwaysReady: list(object({ instanceCount: number, name: text })),
        instanceMemoryMB: number,
        maximumInstanceCount: number,
        triggers: object({ http: object({ perInstanceConcurrency: number }) }),
    }),
    siteUpdateStrategy: object({ type: choice("Recreate", "RollingUpdate") }),
});

export const hostNameSslStateShape = object({
    hostType: choice("Standard", "Repository"),
    name: text,
    sslState: choice("Disabled", "SniEnabled", "IpBasedEnabled"),
    thumbprint: text,
    toUpdate: flag,
    virtualIP: text,
});

export const outboundVnetRoutingShape = object({
    allTraffic: flag,
    applicationTraffic: flag,
    backupRestoreTraffic: flag,
    contentShareTraffic: flag,
    imagePullTraffic: flag,
});
