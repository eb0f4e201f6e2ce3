import { Alias, Key } from "@pulumi/aws/kms";
import { Permission } from "@pulumi/aws/lambda";
import { Secret, SecretPolicy, SecretRotation } from "@pulumi/aws/secretsmanager";
import * as pulumi from "@pulumi/pulumi";

import { awsName } from "../shared/awsNaming";
import { checkSecretVault } from "./aws/checkSecretVault";
import type { AwsSecretVaultArgs, AwsVaultSecret } from "./awsSecretVaultArgs";

/** The longest time AWS offers, for keys and for secrets. */
const recoveryDays = 30;

const rotationDays = 30;

/**
 * Secrets in AWS Secrets Manager under a key of their own, each for the roles it names and nobody
 * else, not even the account's administrators.
 *
 * Guaranteed:
 * - no value of a secret is in the program, in its state or in an output;
 * - a secret's readers, and its writer, can read its value, and nobody else: no matter what policies of the account allow;
 * - only a secret's writer can write its value through Secrets Manager's calls for values;
 * - only administrators can change, delete, copy or rotate a secret, or change who may use it;
 * - roles of another account, or with an organisation of another organisation, are refused;
 * - requests that are not encrypted are refused, and so is a policy that opens a secret to the public;
 * - the key encrypts nothing but the vault's secrets, for each role only those it reads or writes, and only through Secrets Manager;
 * - the key's policy names administrators and users and nothing like everybody, not even the account;
 * - administrators of the key cannot use it;
 * - the key rotates every year;
 * - a secret with a rotation function is rotated every 30 days, unless rotationDays says otherwise;
 * - a rotation function can be called by Secrets Manager for its own secrets only;
 * - a deleted secret stays recoverable for 30 days, and so does the key;
 * - Pulumi protects key and secrets, unless allowDestroy is given.
 *
 * Not covered: what readers do with a value; what the rotation function does, and that it writes the
 * first value: until then a secret is empty; administrators who change a policy to let themselves
 * in, or write a value while they update a secret, which the audit trail has to show; copies in other
 * regions; AWS's public partition only. Whoever applies the program has to be an administrator, or AWS
 * refuses the key's policy. Secrets that are deleted keep their names for the 30 days.
 *
 * All unacceptable arguments are reported in one error.
 */
export class AwsSecretVault extends pulumi.ComponentResource {
    /** ARN of the key. */
    public readonly keyArn: pulumi.Output<string>;
    /** ARN by name of the secret. */
    public readonly secretArns: pulumi.Output<Record<string, string>>;

    constructor(
        name: string,
        args: AwsSecretVaultArgs,
        opts: pulumi.ComponentResourceOptions = {},
    ) {
        super("gatehouse:index:AwsSecretVault", name, args, opts);
        const documents = checkSecretVault(this, name, args);
        const key = createKey(this, name, args, documents.key);
        createAlias(this, name, args, key);
        const arns = args.secrets.map((secret, i) => {
            const made = createSecret(this, name, args, secret, key);
            const policy = createPolicy(this, name, args, secret, made, documents.secrets[i] ?? "");
            const rotator = documents.functions[i];
            if (rotator !== undefined) {
                const permission = createPermission(this, name, args, secret, made, rotator);
                createRotation(this, name, args, secret, made, rotator, [policy, permission]);
            }
            return [secret.name, made.arn] as const;
        });

        this.keyArn = key.arn;
        this.secretArns = pulumi.output(Object.fromEntries(arns));
        this.registerOutputs({ keyArn: this.keyArn, secretArns: this.secretArns });
    }
}

function createKey(
    parent: AwsSecretVault,
    name: string,
    args: AwsSecretVaultArgs,
    policy: pulumi.Input<string>,
): Key {
    return new Key(
        `${name}-key`,
        {
            description: `Secrets of ${args.vaultName}. Managed by Gatehouse.`,
            region: args.region,
            policy,
            enableKeyRotation: true,
            rotationPeriodInDays: 365,
            deletionWindowInDays: recoveryDays,
            tags: args.tags,
        },
        { parent, protect: args.allowDestroy !== true },
    );
}

function createAlias(
    parent: AwsSecretVault,
    name: string,
    args: AwsSecretVaultArgs,
    key: Key,
): void {
    new Alias(
        `${name}-alias`,
        { name: `alias/${args.vaultName}`, region: args.region, targetKeyId: key.keyId },
        { parent },
    );
}

/** Without a value: whoever rotates writes the first one, too. */
function createSecret(
    parent: AwsSecretVault,
    name: string,
    args: AwsSecretVaultArgs,
    secret: AwsVaultSecret,
    key: Key,
): Secret {
    return new Secret(
        `${name}-secret/${secret.name}`,
        {
            name: secret.name,
            description: secret.description,
            region: args.region,
            kmsKeyId: key.arn,
            recoveryWindowInDays: recoveryDays,
            tags: { ...args.tags, ...secret.tags },
        },
        { parent, protect: args.allowDestroy !== true },
    );
}

function createPolicy(
    parent: AwsSecretVault,
    name: string,
    { region }: AwsSecretVaultArgs,
    secret: AwsVaultSecret,
    { arn: secretArn }: Secret,
    policy: pulumi.Input<string>,
): SecretPolicy {
    return new SecretPolicy(
        `${name}-policy/${secret.name}`,
        { secretArn, region, policy, blockPublicPolicy: true },
        { parent },
    );
}

/** Names the secret, so that nobody else's secret can have the function called. */
function createPermission(
    parent: AwsSecretVault,
    name: string,
    args: AwsSecretVaultArgs,
    secret: AwsVaultSecret,
    { arn: sourceArn }: Secret,
    rotator: pulumi.Input<string>,
): Permission {
    return new Permission(
        `${name}-permission/${secret.name}`,
        {
            statementId: awsName("statement", args.vaultName, secret.name),
            action: "lambda:InvokeFunction",
            function: rotator,
            principal: "secretsmanager.amazonaws.com",
            sourceAccount: args.accountId,
            sourceArn,
            region: args.region,
        },
        { parent },
    );
}

function createRotation(
    parent: AwsSecretVault,
    name: string,
    { region }: AwsSecretVaultArgs,
    secret: AwsVaultSecret,
    { arn: secretId }: Secret,
    rotationLambdaArn: pulumi.Input<string>,
    dependsOn: pulumi.Resource[],
): void {
    new SecretRotation(
        `${name}-rotation/${secret.name}`,
        {
            secretId,
            region,
            rotationLambdaArn,
            rotationRules: { automaticallyAfterDays: secret.rotationDays ?? rotationDays },
        },
        { parent, dependsOn },
    );
}
