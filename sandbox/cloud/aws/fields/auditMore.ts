import { fixed, flag, list, object, oneOf, required, text } from "../../shape";
import type { TypeFields } from "../awsType";

export const ruleFields: TypeFields = {
    token: "aws:cfg/rule:Rule",
    tagged: true,
    fields: {
        description: text,
        evaluationModes: list(object({ mode: oneOf("DETECTIVE", "PROACTIVE") })),
        inputParameters: text,
        maximumExecutionFrequency: oneOf(
            "One_Hour",
            "Three_Hours",
            "Six_Hours",
            "Twelve_Hours",
            "TwentyFour_Hours",
        ),
        name: fixed(text),
        scope: object({
            complianceResourceId: text,
            complianceResourceTypes: list(text),
            tagKey: text,
            tagValue: text,
        }),
        source: required(
            object({
                customPolicyDetails: object({
                    enableDebugLogDelivery: flag,
                    policyRuntime: required(text),
                    policyText: required(text),
                }),
                owner: required(oneOf("AWS", "CUSTOM_LAMBDA", "CUSTOM_POLICY")),
                sourceDetails: list(
                    object({
                        eventSource: text,
                        maximumExecutionFrequency: text,
                        messageType: text,
                    }),
                ),
                sourceIdentifier: text,
            }),
        ),
    },
};
