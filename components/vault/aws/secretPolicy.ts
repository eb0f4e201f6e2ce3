import type { Statement } from "../../shared/awsDocument";
import type { KeptSecret, SecretVault } from "./keyPolicy";

const reading = ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"];
const writing = ["secretsmanager:PutSecretValue", "secretsmanager:UpdateSecretVersionStage"];

/** What changes the secret itself, its protection or where it is copied to. */
const administration = [
    "secretsmanager:CancelRotateSecret",
    "secretsmanager:DeleteResourcePolicy",
    "secretsmanager:DeleteSecret",
    "secretsmanager:PutResourcePolicy",
    "secretsmanager:RemoveRegionsFromReplication",
    "secretsmanager:ReplicateSecretToRegions",
    "secretsmanager:RestoreSecret",
    "secretsmanager:RotateSecret",
    "secretsmanager:StopReplicationToReplica",
    "secretsmanager:TagResource",
    "secretsmanager:UntagResource",
    "secretsmanager:UpdateSecret",
];

/**
 * Allows who is named, and denies everybody else: what the policies of the account allow an
 * administrator, or anybody, ends here. A request without a principal is one of the others.
 */
export function secretPolicy(secret: KeptSecret, vault: SecretVault): Statement[] {
    const { readers, writer } = secret;
    const { organizationId, accountId, administrators } = vault;
    const home: Record<string, string> =
        organizationId === undefined
            ? { "aws:PrincipalAccount": accountId }
            : { "aws:PrincipalOrgID": organizationId };
    return [
        ...(readers.length === 0 ? [] : [allow("Readers", readers, reading)]),
        allow("Writer", [writer], [...reading, ...writing]),
        denyOthers("OnlyReadersRead", ["secretsmanager:GetSecretValue"], [...readers, writer]),
        denyOthers("OnlyWriterWrites", writing, [writer]),
        denyOthers("OnlyAdministratorsChange", administration, administrators),
        deny("OnlyFromHome", ["secretsmanager:*"], { StringNotEquals: home }),
        deny("OnlyEncrypted", ["secretsmanager:*"], { Bool: { "aws:SecureTransport": "false" } }),
    ];
}

function allow(Sid: string, AWS: string[], Action: string[]): Statement {
    return { Sid, Effect: "Allow", Principal: { AWS }, Action, Resource: ["*"] };
}

function denyOthers(sid: string, actions: string[], named: string[]): Statement {
    return deny(sid, actions, { StringNotEquals: { "aws:PrincipalArn": named } });
}

function deny(Sid: string, Action: string[], under: Statement["Condition"]): Statement {
    return {
        Sid,
        Effect: "Deny",
        Principal: "*",
        Action,
        Resource: ["*"],
        ...(under === undefined ? {} : { Condition: under }),
    };
}
