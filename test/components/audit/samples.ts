import type { Row } from "./kql";

/** Ids in the samples. */
export const apply = "22222222-3333-4444-5555-666666666666";
export const breakGlass = "33333333-4444-5555-6666-777777777777";
export const someone = "44444444-5555-6666-7777-888888888888";
export const account = "123456789012";
export const applyRole = `arn:aws:iam::${account}:role/pipeline/deploy`;
export const breakGlassRole = `arn:aws:iam::${account}:role/break-glass`;
const otherRole = `arn:aws:iam::${account}:role/developer`;

/**
 * Columns of the tables the queries read.
 *
 * source: Azure Monitor Logs reference; date: 2026-11-21
 */
export const tableSchemas: Readonly<Record<string, string>> = {
    AzureActivity:
        "(TimeGenerated:datetime, Caller:string, CallerIpAddress:string, CategoryValue:string, OperationNameValue:string, ActivityStatusValue:string, Claims_d:dynamic, _ResourceId:string)",
    SigninLogs:
        "(TimeGenerated:datetime, UserId:string, UserPrincipalName:string, IPAddress:string)",
    NTANetAnalytics:
        "(TimeGenerated:datetime, SrcIp:string, SrcSubnet:string, DestIp:string, DestPublicIps:string, DestPort:int, FlowStatus:string, FlowDirection:string)",
    AZFWNetworkRule:
        "(TimeGenerated:datetime, Action:string, SourceIp:string, DestinationIp:string, DestinationPort:int)",
    AZFWApplicationRule: "(TimeGenerated:datetime, Action:string, SourceIp:string, Fqdn:string)",
};

/** An entry of the activity log as the workspace holds it: operations in capitals. */
export function activity(operation: string, actor: string, more: Row = {}): Row {
    return {
        TimeGenerated: "2026-11-21T10:00:00Z",
        CategoryValue: "Administrative",
        OperationNameValue: operation.toUpperCase(),
        ActivityStatusValue: "Success",
        // A program is named by its object id, a person by address.
        Caller: actor === apply ? actor : "person@acme.example",
        CallerIpAddress: "203.0.113.7",
        Claims_d: { "http://schemas.microsoft.com/identity/claims/objectidentifier": actor },
        ...more,
    };
}

type Event = Readonly<Record<string, unknown>>;

/** Who may stand in an event of CloudTrail. */
export const callers = {
    apply: session(applyRole),
    other: session(otherRole),
    breakGlass: session(breakGlassRole),
    user: { type: "IAMUser", arn: `arn:aws:iam::${account}:user/alice`, userName: "alice" },
    root: { type: "Root", arn: `arn:aws:iam::${account}:root`, accountId: account },
} satisfies Record<string, Event>;

function session(role: string): Event {
    const name = role.split("/").at(-1) ?? "";
    return {
        type: "AssumedRole",
        arn: `arn:aws:sts::${account}:assumed-role/${name}/job`,
        sessionContext: { sessionIssuer: { type: "Role", arn: role, userName: name } },
    };
}

/** A call as CloudTrail tells it to EventBridge. */
export function call(source: string, eventName: string, by: Event, more: Event = {}): Event {
    return {
        source: `aws.${source}`,
        "detail-type": "AWS API Call via CloudTrail",
        account,
        detail: {
            eventVersion: "1.11",
            eventType: "AwsApiCall",
            eventSource: `${source}.amazonaws.com`,
            eventName,
            awsRegion: source === "iam" ? "us-east-1" : "eu-west-1",
            sourceIPAddress: "203.0.113.7",
            readOnly: /^(Get|List|Describe|Assume|Decrypt)/.test(eventName),
            managementEvent: true,
            userIdentity: by,
            ...more,
        },
    };
}

/** The root user at the console. */
export const rootSignIn: Event = {
    ...call("signin", "ConsoleLogin", callers.root, { eventType: "AwsConsoleSignIn" }),
    "detail-type": "AWS Console Sign In via CloudTrail",
};

/** What happens every day and worries nobody. */
export const harmless: Readonly<Record<string, Event>> = {
    "the apply role creates a role": call("iam", "CreateRole", callers.apply),
    "the apply role changes a trust": call("iam", "UpdateAssumeRolePolicy", callers.apply),
    "the apply role changes a key policy": call("kms", "PutKeyPolicy", callers.apply),
    "the apply role changes a rule": call("events", "PutRule", callers.apply),
    "somebody looks at a role": call("iam", "GetRole", callers.other),
    "somebody reads a secret": call("secretsmanager", "GetSecretValue", callers.other),
    "somebody uses a key": call("kms", "Decrypt", callers.other),
    "somebody takes on another role": call("sts", "AssumeRole", callers.user, {
        requestParameters: { roleArn: otherRole },
    }),
    "somebody is refused": call("iam", "CreateRole", callers.other, { errorCode: "AccessDenied" }),
    "somebody is refused at the trail": call("cloudtrail", "StopLogging", callers.other, {
        errorCode: "AccessDenied",
    }),
    "AWS rotates in the root's name": call("kms", "RotateKey", {
        ...callers.root,
        invokedBy: "kms.amazonaws.com",
    }),
    "a machine starts": {
        source: "aws.ec2",
        "detail-type": "EC2 Instance State-change Notification",
    },
    "GuardDuty finds something small": {
        source: "aws.guardduty",
        "detail-type": "GuardDuty Finding",
        detail: { severity: 2 },
    },
};
