import { AwsSecretVault, type AwsSecretVaultArgs } from "../../../../components/index";
import { ask, type Answer } from "../../../support/iamSimulator";
import { record, type Recording } from "../../../support/mocks";

export const account = "123456789012";
export const region = "eu-west-1";
export const roleOf = (name: string, of = account): string => `arn:aws:iam::${of}:role/${name}`;
export const rotator = `arn:aws:lambda:${region}:${account}:function:rotate`;
export const secretArn = (name: string): string =>
    `arn:aws:secretsmanager:${region}:${account}:secret:${name}-AbCdEf`;
export const keyArn = `arn:aws:kms:${region}:${account}:key/11111111-2222-3333-4444-555555555555`;

export const args: AwsSecretVaultArgs = {
    vaultName: "acme/web",
    accountId: account,
    region,
    administrators: [roleOf("platform")],
    secrets: [
        {
            name: "web/token",
            readers: [roleOf("web"), roleOf("web-worker")],
            writer: roleOf("rotate"),
            rotationFunctionArn: rotator,
        },
        { name: "api/token", readers: [roleOf("api")], writer: roleOf("rotate-api") },
    ],
};

/** A vault as it came out, able to answer who may do what. */
export interface StandingVault {
    readonly recording: Recording;
    readonly key: string;
    /** Policies by name of the secret. */
    readonly secrets: ReadonlyMap<string, string>;
    /** What AWS would answer to a role: its own policies allow everything, unless told otherwise. */
    ofSecret(role: string, action: string, name?: string, more?: More): Promise<Answer>;
    ofKey(role: string, action: string, secret?: string, more?: More): Promise<Answer>;
}

interface More {
    readonly context?: Readonly<Record<string, string>>;
    /** Policies of the role. */
    readonly policies?: readonly string[];
}

/** The policy of an administrator of the account. */
const everything = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
});

export async function build(changed: Partial<AwsSecretVaultArgs> = {}): Promise<StandingVault> {
    const { recording } = await record(() => new AwsSecretVault("v", { ...args, ...changed }));
    const key = String(recording.one("Key").inputs.policy);
    const secrets = new Map(
        recording
            .all("SecretPolicy")
            .map(({ name, inputs }) => [name.replace("v-policy/", ""), String(inputs.policy)]),
    );
    const request = (role: string, action: string, more: More) => ({
        action,
        principal: role,
        account,
        identityPolicies: more.policies ?? [everything],
    });
    const who = (role: string) => ({
        "aws:PrincipalArn": role,
        "aws:PrincipalAccount": role.split(":")[4] ?? "",
        "aws:SecureTransport": "true",
    });
    return {
        recording,
        key,
        secrets,
        ofSecret: (role, action, name = "web/token", more = {}) =>
            ask({
                ...request(role, `secretsmanager:${action}`, more),
                resource: secretArn(name),
                resourcePolicy: secrets.get(name) ?? "",
                context: { ...who(role), ...more.context },
            }),
        ofKey: (role, action, secret = "web/token", more = {}) =>
            ask({
                ...request(role, `kms:${action}`, more),
                resource: keyArn,
                resourcePolicy: key,
                context: {
                    ...who(role),
                    "kms:ViaService": `secretsmanager.${region}.amazonaws.com`,
                    "kms:EncryptionContext:SecretARN": secretArn(secret),
                    ...more.context,
                },
            }),
    };
}
