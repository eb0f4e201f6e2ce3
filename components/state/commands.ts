import type * as pulumi from "@pulumi/pulumi";

/** Where state is kept and what encrypts its secrets, as URLs of Pulumi. */
export interface StatePlace {
    backendUrl: pulumi.Output<string>;
    secretsProvider: pulumi.Output<string>;
}

/**
 * The URLs, read in the sources that parse them and given to the CLI (3.260), which refused every
 * other query parameter.
 *
 * source: gocloud.dev, blob/azureblob, blob/s3blob, secrets/azurekeyvault, secrets/awskms
 * date: 2026-11-21
 */
export const urls = {
    azureBackend: (container: string, account: string): string =>
        `azblob://${container}?storage_account=${account}`,
    awsBackend: (bucket: string, region: string): string =>
        `s3://${bucket}?region=${region}&awssdk=v2`,
    /**
     * With the version: without one the newest decrypts, and after a rotation that is not the one that
     * encrypted.
     */
    azureSecrets: (keyUriWithVersion: string): string =>
        keyUriWithVersion.replace(/^https:/, "azurekeyvault:"),
    /** What KMS encrypted names its key, so rotation needs no version here. */
    awsSecrets: (alias: string, region: string): string => `awskms://${alias}?region=${region}`,
};

/** The line that chooses the backend. Quoted, because a shell would read the URL's signs. */
export function loginCommand(backendUrl: string): string {
    return `pulumi login '${backendUrl}'`;
}

/** The line that makes a stack whose secrets the provider encrypts. */
export function stackInitCommand(stack: string, secretsProvider: string): string {
    return `pulumi stack init '${stack}' --secrets-provider='${secretsProvider}'`;
}
