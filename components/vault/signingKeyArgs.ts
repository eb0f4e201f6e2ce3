import type * as pulumi from "@pulumi/pulumi";

import type { VaultPrincipal } from "./vaultPrincipalArgs";

/** A signing key in Azure Key Vault. */
export interface SigningKeyAzure {
    /** Name of the key: 1 to 127 letters, digits and hyphens. */
    keyName: string;
    /** Name of the vault, which has to be of the premium tier. */
    vaultName: pulumi.Input<string>;
    /** Id of that vault. */
    vaultId: pulumi.Input<string>;
    /** Resource group of that vault. */
    resourceGroupName: pulumi.Input<string>;
    /** Subscription in which the two roles are defined, a GUID. */
    subscriptionId: string;
    /**
     * Last day of the first version, not included, as "2027-11-21", at most 730 days from now; later
     * versions live a year from the day rotation makes them. A change has no effect on a key that
     * stands. Needed, unless the key is `imported`.
     * @default none
     */
    expires?: string;
    /**
     * Who may sign.
     * @default nobody
     */
    signers?: VaultPrincipal[];
    /**
     * Who may let the vault verify a signature, and read the public key.
     * @default nobody
     */
    verifiers?: VaultPrincipal[];
}

/** A signing key in AWS KMS. */
export interface SigningKeyAws {
    /** Name of the key, without "alias/": 1 to 250 letters, digits and / _ -. */
    alias: string;
    /** Account that owns the key: twelve digits. */
    accountId: string;
    /** Region of the key, for example "eu-west-1". */
    region: string;
    /**
     * ARNs of the roles that manage the key. The one that deploys has to be among them: KMS refuses a
     * policy that locks it out.
     */
    administratorArns: pulumi.Input<string>[];
    /**
     * ARNs of the roles that may sign.
     * @default nobody
     */
    signerArns?: pulumi.Input<string>[];
    /**
     * ARNs of the roles that may let KMS verify a signature, and read the public key.
     * @default nobody
     */
    verifierArns?: pulumi.Input<string>[];
    /**
     * Number of the key in use. KMS does not rotate asymmetric keys: one more makes a new key and
     * moves the alias to it. The keys before it stay, and only verify.
     * @default 1
     */
    generation?: number;
}

/** Arguments of `SigningKey`. */
export interface SigningKeyArgs {
    /**
     * "ES256", "ES384", "RS256" or "PS256", as JWTs call them.
     * @default "ES384"
     */
    algorithm?: string;
    /**
     * Size of an RSA key in bits: 2048, 3072 or 4096.
     * @default 3072 for RSA
     */
    rsaBits?: number;
    /**
     * A person brings the key, because somebody else made it (a GitHub App, for example). In AWS the
     * key is made empty and waits for it; in Azure it begins with a version of Azure's own, never
     * rotates, and the import makes the version in use.
     * @default false
     */
    imported?: boolean;
    /**
     * The key in Azure. Exactly one of `azure` and `aws` is given.
     * @default none
     */
    azure?: SigningKeyAzure;
    /**
     * The key in AWS. Exactly one of `azure` and `aws` is given.
     * @default none
     */
    aws?: SigningKeyAws;
    /**
     * Day on which `expires` is judged, as "2026-11-21".
     * @default the day in UTC on which the program runs
     */
    today?: string;
    /**
     * Tags of the key.
     * @default none
     */
    tags?: Record<string, pulumi.Input<string>>;
    /**
     * Lets Pulumi delete the key. Otherwise it is a protected resource.
     * @default false
     */
    allowDestroy?: boolean;
}
