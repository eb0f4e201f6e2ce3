import { fixed, flag, list, map, number, object, oneOf, required, text } from "../../shape";
import type { TypeFields } from "../awsType";

export const firewallPolicyFields: TypeFields = {
    token: "aws:networkfirewall/firewallPolicy:FirewallPolicy",
    tagged: true,
    fields: {
        description: text,
        encryptionConfiguration: object({ keyId: text, type: required(text) }),
        firewallPolicy: required(
            object({
                enableTlsSessionHolding: flag,
                policyVariables: object({
                    ruleVariables: list(
                        object({
                            ipSet: required(object({ definitions: required(list(text)) })),
                            key: required(text),
                        }),
                    ),
                }),
                statefulDefaultActions: list(text),
                statefulEngineOptions: object({
                    flowTimeouts: object({ tcpIdleTimeoutSeconds: number }),
                    ruleOrder: oneOf("DEFAULT_ACTION_ORDER", "STRICT_ORDER"),
                    streamExceptionPolicy: oneOf("DROP", "CONTINUE", "REJECT"),
                }),
                statefulRuleGroupReferences: list(
                    object({
                        deepThreatInspection: text,
                        override: object({ action: text }),
                        priority: number,
                        resourceArn: required(text),
                    }),
                ),
                statelessCustomActions: list(
                    object({
                        actionDefinition: required(
                            object({
                                publishMetricAction: required(
                                    object({
                                        dimensions: required(
                                            list(object({ value: required(text) })),
                                        ),
                                    }),
                                ),
                            }),
                        ),
                        actionName: required(text),
                    }),
                ),
                statelessDefaultActions: required(list(text)),
                statelessFragmentDefaultActions: required(list(text)),
                statelessRuleGroupReferences: list(
                    object({ priority: required(number), resourceArn: required(text) }),
                ),
                tlsInspectionConfigurationArn: text,
            }),
        ),
        name: fixed(text),
    },
};

export const firewallFields: TypeFields = {
    token: "aws:networkfirewall/firewall:Firewall",
    tagged: true,
    fields: {
        availabilityZoneChangeProtection: flag,
        availabilityZoneMappings: list(object({ availabilityZoneId: required(text) })),
        deleteProtection: flag,
        description: text,
        enabledAnalysisTypes: list(oneOf("TLS_SNI", "HTTP_HOST")),
        encryptionConfiguration: object({ keyId: text, type: required(text) }),
        firewallPolicyArn: required(text),
        firewallPolicyChangeProtection: flag,
        name: fixed(text),
        subnetChangeProtection: flag,
        subnetMappings: list(object({ ipAddressType: text, subnetId: required(text) })),
        transitGatewayId: fixed(text),
        vpcId: fixed(text),
    },
};

export const loggingConfigurationFields: TypeFields = {
    token: "aws:networkfirewall/loggingConfiguration:LoggingConfiguration",
    fields: {
        enableMonitoringDashboard: flag,
        firewallArn: required(fixed(text)),
        loggingConfiguration: required(
            object({
                logDestinationConfigs: required(
                    list(
                        object({
                            logDestination: required(map(text)),
                            logDestinationType: required(
                                oneOf("S3", "CloudWatchLogs", "KinesisDataFirehose"),
                            ),
                            logType: required(oneOf("ALERT", "FLOW", "TLS")),
                        }),
                    ),
                ),
            }),
        ),
    },
};
