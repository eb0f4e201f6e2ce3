import type * as pulumi from "@pulumi/pulumi";

import { estateAwsName } from "../shared/awsNaming";
import { AwsSecretVault } from "../vault/awsSecretVault";
import { SigningKey } from "../vault/signingKey";
import { VaultSecret } from "../vault/vaultSecret";
import type { AwsPlatform } from "./awsPlatform";
import type { EstateSecret, EstateSigningKey } from "./estateCloudArgs";
import type { Deployment } from "./ground";
import { known } from "./known";
import type { PipelineEstateArgs } from "./pipelineEstateArgs";
import type { EstatePlatform } from "./platform";

/** What keys and secrets are made of, and for whom. */
export interface KeyGround {
    estate: PipelineEstateArgs;
    platform: EstatePlatform;
    aws: AwsPlatform | undefined;
    /** Every deployment of the estate, by "repository/environment". */
    deployments: Map<string, Deployment>;
}

/** One signing key for each that is named. */
export function createSigningKeys(
    parent: pulumi.Resource,
    name: string,
    ground: KeyGround,
): SigningKey[] {
    return (ground.estate.signingKeys ?? []).map((key) => {
        const made = new SigningKey(
            `${name}-key/${key.name}`,
            {
                ...(key.cloud === "aws" ? keyInAws(key, ground) : keyInAzure(key, ground)),
                tags: ground.platform.tags,
                allowDestroy: ground.estate.allowDestroy,
            },
            { parent },
        );
        if (key.cloud !== "aws") ground.platform.vault.lockAfter(made);
        return made;
    });
}

function keyInAzure(key: EstateSigningKey, ground: KeyGround) {
    const { vault, group } = ground.platform;
    return {
        azure: {
            keyName: key.name,
            vaultName: vault.vaultName,
            vaultId: vault.vaultId,
            resourceGroupName: group.name,
            subscriptionId: ground.estate.azure.subscriptionId,
            expires: key.expires,
            signers: principals(key.signers, ground),
            verifiers: principals(key.verifiers, ground),
        },
    };
}

function keyInAws(key: EstateSigningKey, ground: KeyGround) {
    const { accountId, region } = inAws(ground);
    const { organization, appliedBy } = ground.estate;
    return {
        aws: {
            alias: estateAwsName(organization, key.name),
            accountId,
            region,
            administratorArns: appliedBy?.aws ?? [],
            signerArns: roles(key.signers, ground),
            verifierArns: roles(key.verifiers, ground),
        },
    };
}

/** The secrets that are named: each by itself in the vault, all of AWS in one. */
export function createSecrets(parent: pulumi.Resource, name: string, ground: KeyGround): void {
    const secrets = ground.estate.secrets ?? [];
    for (const secret of secrets.filter(({ cloud }) => cloud === "azure")) {
        createVaultSecret(parent, name, secret, ground);
    }
    const rest = secrets.filter(({ cloud }) => cloud === "aws");
    if (rest.length > 0) {
        createAwsSecrets(parent, name, rest, ground);
    }
}

function createVaultSecret(
    parent: pulumi.Resource,
    name: string,
    secret: EstateSecret,
    ground: KeyGround,
): void {
    const { vault, group, tags } = ground.platform;
    const made = new VaultSecret(
        `${name}-secret/${secret.name}`,
        {
            secretName: secret.name,
            vaultName: vault.vaultName,
            vaultId: vault.vaultId,
            resourceGroupName: group.name,
            owner: secret.owner,
            contentType: `secret of ${secret.owner}`,
            expires: secret.expires,
            rotationFunctionId: secret.rotation,
            readers: principals(secret.readers, ground),
            subscriptionId: ground.estate.azure.subscriptionId,
            tags,
            allowDestroy: ground.estate.allowDestroy,
        },
        { parent },
    );
    vault.lockAfter(made);
}

function createAwsSecrets(
    parent: pulumi.Resource,
    name: string,
    secrets: EstateSecret[],
    ground: KeyGround,
): void {
    const { accountId, region, tags } = inAws(ground);
    const { organization, appliedBy, allowDestroy } = ground.estate;
    new AwsSecretVault(
        `${name}-aws-secrets`,
        {
            vaultName: estateAwsName(organization, "secrets"),
            accountId,
            region,
            administrators: appliedBy?.aws ?? [],
            secrets: secrets.map((secret) => ({
                name: estateAwsName(organization, secret.name),
                description: `Secret of ${secret.owner}.`,
                readers: roles(secret.readers, ground),
                writer: known(secret.writer, `who writes the secret ${secret.name}`),
                ...(secret.rotation === undefined ? {} : { rotationFunctionArn: secret.rotation }),
                tags: { "owner-team": secret.owner, expires: secret.expires },
            })),
            tags,
            allowDestroy,
        },
        { parent },
    );
}

/** Deployments as principals of Azure. The configuration was checked: each of them is in Azure. */
export function principals(keys: string[], { deployments }: KeyGround) {
    return keys.flatMap((key) => {
        const principalId = deployments.get(key)?.azure?.principalId;
        return principalId ? [{ name: key.replace(/[^A-Za-z0-9-]+/g, "--"), principalId }] : [];
    });
}

function roles(keys: string[], { deployments }: KeyGround): pulumi.Output<string>[] {
    return keys.flatMap((key) => deployments.get(key)?.aws?.roleArn ?? []);
}

/** The account of whatever is in AWS. The configuration was checked: there is one. */
export function inAws({ aws }: KeyGround): AwsPlatform {
    if (!aws) {
        throw new Error("something is in AWS, of which the estate has no account");
    }
    return aws;
}
