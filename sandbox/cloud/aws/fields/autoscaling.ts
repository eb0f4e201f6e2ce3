import { fixed, integer, oneOf, required, text } from "../../shape";
import type { TypeFields } from "../awsType";

export const lifecycleHookFields: TypeFields = {
    token: "aws:autoscaling/lifecycleHook:LifecycleHook",
    fields: {
        autoscalingGroupName: required(fixed(text)),
        defaultResult: oneOf("CONTINUE", "ABANDON"),
        heartbeatTimeout: integer(30, 7200),
        lifecycleTransition: required(
            oneOf("autoscaling:EC2_INSTANCE_LAUNCHING", "autoscaling:EC2_INSTANCE_TERMINATING"),
        ),
        name: fixed(text),
        notificationMetadata: text,
        notificationTargetArn: text,
        roleArn: text,
    },
};
