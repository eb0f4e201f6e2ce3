import { fixed, integer, list, number, object, oneOf, required, text } from "../../shape";
import type { TypeFields } from "../awsType";

export const ruleGroupFields: TypeFields = {
    token: "aws:networkfirewall/ruleGroup:RuleGroup",
    tagged: true,
    fields: {
        capacity: required(fixed(integer(1, 30000))),
        description: text,
        encryptionConfiguration: object({ keyId: text, type: required(text) }),
        name: fixed(text),
        ruleGroup: object({
            referenceSets: object({
                ipSetReferences: list(
                    object({
                        ipSetReferences: required(list(object({ referenceArn: required(text) }))),
                        key: required(text),
                    }),
                ),
            }),
            ruleVariables: object({
                ipSets: list(
                    object({
                        ipSet: required(object({ definitions: required(list(text)) })),
                        key: required(text),
                    }),
                ),
                portSets: list(
                    object({
                        key: required(text),
                        portSet: required(object({ definitions: required(list(text)) })),
                    }),
                ),
            }),
            rulesSource: required(
                object({
                    rulesSourceList: object({
                        generatedRulesType: required(
                            oneOf("ALLOWLIST", "DENYLIST", "REJECTLIST", "ALERTLIST"),
                        ),
                        targetTypes: required(list(oneOf("HTTP_HOST", "TLS_SNI"))),
                        targets: required(list(text)),
                    }),
                    rulesString: text,
                    statefulRules: list(
                        object({
                            action: required(oneOf("PASS", "DROP", "ALERT", "REJECT")),
                            header: required(
                                object({
                                    destination: required(text),
                                    destinationPort: required(text),
                                    direction: required(oneOf("FORWARD", "ANY")),
                                    protocol: required(text),
                                    source: required(text),
                                    sourcePort: required(text),
                                }),
                            ),
                            ruleOptions: required(
                                list(object({ keyword: required(text), settings: list(text) })),
                            ),
                        }),
                    ),
                    statelessRulesAndCustomActions: object({
                        customActions: list(
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
                        statelessRules: required(
                            list(
                                object({
                                    priority: required(number),
                                    ruleDefinition: required(
                                        object({
                                            actions: required(list(text)),
                                            matchAttributes: required(
                                                object({
                                                    destinationPorts: list(
                                                        object({
                                                            fromPort: required(number),
                                                            toPort: number,
                                                        }),
                                                    ),
                                                    destinations: list(
                                                        object({
                                                            addressDefinition: required(text),
                                                        }),
                                                    ),
                                                    protocols: list(number),
                                                    sourcePorts: list(
                                                        object({
                                                            fromPort: required(number),
                                                            toPort: number,
                                                        }),
                                                    ),
                                                    sources: list(
                                                        object({
                                                            addressDefinition: required(text),
                                                        }),
                                                    ),
                                                    tcpFlags: list(
                                                        object({
                                                            flags: required(list(text)),
                                                            masks: list(text),
                                                        }),
                                                    ),
                                                }),
                                            ),
                                        }),
                                    ),
                                }),
                            ),
                        ),
                    }),
                }),
            ),
            statefulRuleOptions: object({
                ruleOrder: required(oneOf("DEFAULT_ACTION_ORDER", "STRICT_ORDER")),
            }),
        }),
        rules: text,
        type: required(fixed(oneOf("STATEFUL", "STATELESS"))),
    },
};
