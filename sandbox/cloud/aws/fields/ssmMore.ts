import { fixed, flag, list, number, object, oneOf, required, text } from "../../shape";
import type { TypeFields } from "../awsType";

export const maintenanceWindowTaskFields: TypeFields = {
    token: "aws:ssm/maintenanceWindowTask:MaintenanceWindowTask",
    fields: {
        cutoffBehavior: oneOf("CONTINUE_TASK", "CANCEL_TASK"),
        description: text,
        maxConcurrency: text,
        maxErrors: text,
        name: text,
        priority: number,
        serviceRoleArn: text,
        targets: list(object({ key: required(text), values: required(list(text)) })),
        taskArn: required(text),
        taskInvocationParameters: object({
            automationParameters: object({
                documentVersion: text,
                parameters: list(object({ name: required(text), values: required(list(text)) })),
            }),
            lambdaParameters: object({ clientContext: text, payload: text, qualifier: text }),
            runCommandParameters: object({
                cloudwatchConfig: object({
                    cloudwatchLogGroupName: text,
                    cloudwatchOutputEnabled: flag,
                }),
                comment: text,
                documentHash: text,
                documentHashType: text,
                documentVersion: text,
                notificationConfig: object({
                    notificationArn: text,
                    notificationEvents: list(text),
                    notificationType: text,
                }),
                outputS3Bucket: text,
                outputS3KeyPrefix: text,
                parameters: list(object({ name: required(text), values: required(list(text)) })),
                serviceRoleArn: text,
                timeoutSeconds: number,
            }),
            stepFunctionsParameters: object({ input: text, name: text }),
        }),
        taskType: required(fixed(oneOf("RUN_COMMAND", "AUTOMATION", "STEP_FUNCTIONS", "LAMBDA"))),
        windowId: required(fixed(text)),
    },
};
