import { fixed, flag, integer, list, number, object, required, secret, text } from "../../shape";
import type { TypeFields } from "../awsType";
import { document } from "../documents";

export const secretFields: TypeFields = {
    token: "aws:secretsmanager/secret:Secret",
    tagged: true,
    fields: {
        description: text,
        forceOverwriteReplicaSecret: flag,
        kmsKeyId: text,
        name: fixed(text),
        namePrefix: fixed(text),
        policy: document,
        recoveryWindowInDays: number,
        replicas: list(
            object({
                kmsKeyId: text,
                lastAccessedDate: text,
                region: required(text),
                status: text,
                statusMessage: text,
            }),
        ),
        type: fixed(text),
    },
};

export const secretVersionFields: TypeFields = {
    token: "aws:secretsmanager/secretVersion:SecretVersion",
    fields: {
        secretBinary: fixed(secret(text)),
        secretId: required(fixed(text)),
        secretString: fixed(secret(text)),
        secretStringWo: secret(text),
        secretStringWoVersion: fixed(number),
        versionStages: list(text),
    },
};

export const secretRotationFields: TypeFields = {
    token: "aws:secretsmanager/secretRotation:SecretRotation",
    fields: {
        externalSecretRotationMetadatas: list(
            object({ key: required(text), value: required(text) }),
        ),
        externalSecretRotationRoleArn: text,
        rotateImmediately: flag,
        rotationEnabled: flag,
        rotationLambdaArn: text,
        rotationRules: object({
            automaticallyAfterDays: integer(1, 1000),
            duration: text,
            scheduleExpression: text,
        }),
        secretId: required(fixed(text)),
    },
};

export const secretPolicyFields: TypeFields = {
    token: "aws:secretsmanager/secretPolicy:SecretPolicy",
    fields: {
        blockPublicPolicy: flag,
        policy: required(document),
        secretArn: required(fixed(text)),
    },
};
