import { anything, choice, list, map, number, object, required, text } from "../shape";

const syslogDataSourceShape = object({
    facilityNames: list(
        choice(
            "alert",
            "audit",
            "auth",
            "authpriv",
            "clock",
            "cron",
            "daemon",
            "ftp",
            "kern",
            "lpr",
            "mail",
            "mark",
            "news",
            "nopri",
            "ntp",
            "syslog",
            "user",
            "uucp",
            "local0",
            "local1",
            "local2",
            "local3",
            "local4",
            "local5",
            "local6",
            "local7",
            "*",
        ),
    ),
    logLevels: list(
        choice(
            "Debug",
            "Info",
            "Notice",
            "Warning",
            "Error",
            "Critical",
            "Alert",
            "Emergency",
            "*",
        ),
    ),
    name: text,
    streams: list(text),
});

export const dataCollectionRuleDataSourcesShape = object({
    dataImports: object({ eventHub: object({ consumerGroup: text, name: text, stream: text }) }),
    extensions: list(
        object({
            extensionName: required(text),
            extensionSettings: anything,
            inputDataSources: list(text),
            name: text,
            streams: list(text),
        }),
    ),
    iisLogs: list(
        object({ logDirectories: list(text), name: text, streams: required(list(text)) }),
    ),
    logFiles: list(
        object({
            filePatterns: required(list(text)),
            format: required(choice("text")),
            name: text,
            settings: object({
                text: object({
                    recordStartTimestampFormat: required(
                        choice(
                            "ISO 8601",
                            "YYYY-MM-DD HH:MM:SS",
                            "M/D/YYYY HH:MM:SS AM/PM",
                            "Mon DD, YYYY HH:MM:SS",
                            "yyMMdd HH:mm:ss",
                            "ddMMyy HH:mm:ss",
                            "MMM d hh:mm:ss",
                            "dd/MMM/yyyy:HH:mm:ss zzz",
                            "yyyy-MM-ddTHH:mm:ssK",
                        ),
                    ),
                }),
            }),
            streams: required(list(text)),
        }),
    ),
    performanceCounters: list(
        object({
            counterSpecifiers: list(text),
            name: text,
            samplingFrequencyInSeconds: number,
            streams: list(text),
        }),
    ),
    platformTelemetry: list(object({ name: text, streams: required(list(text)) })),
    prometheusForwarder: list(
        object({
            labelIncludeFilter: map(text),
            name: text,
            streams: list(text),
        }),
    ),
    syslog: list(syslogDataSourceShape),
    windowsEventLogs: list(
        object({
            name: text,
            streams: list(text),
            xPathQueries: list(text),
        }),
    ),
    windowsFirewallLogs: list(object({ name: text, streams: required(list(text)) })),
});
const storageBlobDestinationShape = object({
    containerName: text,
    name: text,
    storageAccountResourceId: text,
});

export const dataCollectionRuleDestinationsShape = object({
    azureMonitorMetrics: object({ name: text }),
    eventHubs: list(object({ eventHubResourceId: text, name: text })),
    eventHubsDirect: list(object({ eventHubResourceId: text, name: text })),
    logAnalytics: list(object({ name: text, workspaceResourceId: text })),
    monitoringAccounts: list(object({ accountResourceId: text, name: text })),
    storageAccounts: list(storageBlobDestinationShape),
    storageBlobsDirect: list(storageBlobDestinationShape),
    storageTablesDirect: list(
        object({ name: text, storageAccountResourceId: text, tableName: text }),
    ),
});
