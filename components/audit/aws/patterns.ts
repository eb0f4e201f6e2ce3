/** Whom the patterns speak of. */
export interface PatternFacts {
    /** ARNs of roles that deploy. */
    apply: readonly string[];
    /** ARNs of roles for emergencies. */
    breakGlass: readonly string[];
}

/** A pattern of EventBridge. */
export type EventPattern = Record<string, unknown>;

const viaCloudTrail = "AWS API Call via CloudTrail";
const missing = [{ exists: false }];
const issuerIs = (arn: unknown[]) => ({
    userIdentity: { sessionContext: { sessionIssuer: { arn } } },
});

/** Calls that were carried out: a refused one carries an error code. */
function calls(sources: readonly string[], names: readonly string[], more: EventPattern = {}) {
    return {
        "detail-type": [viaCloudTrail],
        detail: {
            eventSource: sources.map((source) => `${source}.amazonaws.com`),
            eventName: names,
            errorCode: missing,
            ...more,
        },
    };
}

/**
 * By anybody but a session of the given roles. Users and the root user have no session issuer, and
 * "anything but" does not match what is not there: hence the first half.
 */
function outside(roles: readonly string[]): EventPattern {
    return roles.length === 0
        ? {}
        : { $or: [issuerIs(missing), issuerIs([{ "anything-but": roles }])] };
}

/**
 * Who may do what: roles, users, and the policies of keys and secrets.
 *
 * source: AWS Service Authorization Reference, actions of IAM, KMS and Secrets Manager; event names of
 * CloudTrail are those of the API
 * date: 2026-11-21
 */
export const trustChanged = ({ apply }: PatternFacts): EventPattern =>
    calls(
        ["iam", "kms", "secretsmanager"],
        [
            "AddUserToGroup",
            "AttachGroupPolicy",
            "AttachRolePolicy",
            "AttachUserPolicy",
            "CreateAccessKey",
            "CreateLoginProfile",
            "CreatePolicyVersion",
            "CreateRole",
            "CreateUser",
            "DeleteResourcePolicy",
            "DeleteRole",
            "DeleteRolePermissionsBoundary",
            "DeleteRolePolicy",
            "DetachRolePolicy",
            "PutGroupPolicy",
            "PutKeyPolicy",
            "PutResourcePolicy",
            "PutRolePermissionsBoundary",
            "PutRolePolicy",
            "PutUserPolicy",
            "SetDefaultPolicyVersion",
            "UpdateAssumeRolePolicy",
            "UpdateLoginProfile",
        ],
        outside(apply),
    );

/** Whose tokens are believed. */
export const providerChanged = (): EventPattern =>
    calls(
        ["iam"],
        [
            "AddClientIDToOpenIDConnectProvider",
            "CreateOpenIDConnectProvider",
            "CreateSAMLProvider",
            "DeleteOpenIDConnectProvider",
            "DeleteSAMLProvider",
            "RemoveClientIDFromOpenIDConnectProvider",
            "UpdateOpenIDConnectProviderThumbprint",
            "UpdateSAMLProvider",
        ],
    );

/** What is encrypted with a key is lost with it. */
export const keyDisabled = (): EventPattern =>
    calls(["kms"], ["DisableKey", "DisableKeyRotation", "ScheduleKeyDeletion"]);

export const secretDeleted = (): EventPattern => calls(["secretsmanager"], ["DeleteSecret"]);

/** The trail, the detector or a flow log ends. */
export const auditStopped = (): EventPattern =>
    calls(
        ["cloudtrail", "guardduty", "ec2"],
        ["DeleteDetector", "DeleteFlowLogs", "DeleteTrail", "StopLogging"],
    );

/** A trail can be blinded without being stopped. */
export const auditChanged = ({ apply }: PatternFacts): EventPattern =>
    calls(
        ["cloudtrail", "events", "guardduty", "logs", "monitoring", "sns", "s3"],
        [
            "DeleteAlarms",
            "DeleteBucketPolicy",
            "DeleteLogGroup",
            "DeleteMetricFilter",
            "DeleteRule",
            "DeleteTopic",
            "DisableAlarmActions",
            "DisableRule",
            "PutEventSelectors",
            "PutRetentionPolicy",
            "PutRule",
            "RemoveTargets",
            "Unsubscribe",
            "UpdateDetector",
            "UpdateTrail",
        ],
        outside(apply),
    );

/** The root user does or signs in; what AWS does in its name does not count. */
export const rootUsed = (): EventPattern => ({
    "detail-type": [viaCloudTrail, "AWS Console Sign In via CloudTrail"],
    detail: {
        userIdentity: { type: ["Root"], invokedBy: missing },
        eventType: [{ "anything-but": "AwsServiceEvent" }],
    },
});

/** A role for emergencies is taken on, or used by a session that began elsewhere. */
export const breakGlassUsed = ({ breakGlass }: PatternFacts): EventPattern => ({
    "detail-type": [viaCloudTrail],
    detail: { $or: [{ requestParameters: { roleArn: breakGlass } }, issuerIs([...breakGlass])] },
});

/**
 * From "medium" upwards.
 *
 * source: Amazon GuardDuty User Guide, "Severity levels of GuardDuty findings"; date: 2026-11-21
 */
export const threatFound = (): EventPattern => ({
    source: ["aws.guardduty"],
    "detail-type": ["GuardDuty Finding"],
    detail: { severity: [{ numeric: [">=", 4] }] },
});

/**
 * What other regions hand on: everything an alarm of the home region could ask for there. Its own
 * pattern, because theirs together are longer than EventBridge takes.
 */
export function worthForwarding({ breakGlass }: PatternFacts): EventPattern {
    const sources = ["iam", "kms", "secretsmanager", "cloudtrail", "guardduty", "events", "sns"];
    return {
        "detail-type": [viaCloudTrail, "AWS Console Sign In via CloudTrail"],
        detail: {
            $or: [
                {
                    eventSource: sources.map((source) => `${source}.amazonaws.com`),
                    readOnly: [false],
                },
                { userIdentity: { type: ["Root"] } },
                ...(breakGlass.length === 0
                    ? []
                    : [{ requestParameters: { roleArn: breakGlass } }, issuerIs([...breakGlass])]),
            ],
        },
    };
}
