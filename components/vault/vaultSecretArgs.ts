import type * as pulumi from "@pulumi/pulumi";

import type { VaultPrincipal } from "./vaultPrincipalArgs";

/** Arguments of `VaultSecret`. */
export interface VaultSecretArgs {
    /** Name of the secret: 1 to 127 letters, digits and hyphens. */
    secretName: string;
    /** Name of the vault that holds it. */
    vaultName: pulumi.Input<string>;
    /** Id of that vault. */
    vaultId: pulumi.Input<string>;
    /** Resource group of that vault. */
    resourceGroupName: pulumi.Input<string>;
    /** Team that answers for the secret. */
    owner: string;
    /** What the secret is, for example "GitHub webhook secret": 1 to 255 characters. */
    contentType: string;
    /**
     * Last day of the secret, not included, as "2027-03-31": at most 365 days after `today`. Without a
     * `value` it is that of the placeholder; what rotation writes has an expiry of its own, and a
     * renewed date here says that somebody looked after it.
     */
    expires: string;
    /**
     * The value, as a secret output (`config.requireSecret`, `RandomPassword.result`). It then stands
     * in the state, encrypted, and every change of this resource writes it again: for values that
     * something else rotates leave it out.
     * @default none: a placeholder is written once, switched off, until rotation writes a value
     */
    value?: pulumi.Input<string>;
    /**
     * Id of the Azure Function (".../sites/<app>/functions/<name>") that is called 30 days before
     * the secret expires, to write a new one.
     * @default nobody is called: the owner rotates by hand
     */
    rotationFunctionId?: pulumi.Input<string>;
    /**
     * Who may read the value.
     * @default nobody
     */
    readers?: VaultPrincipal[];
    /**
     * Subscription in which the readers' roles are given, a GUID. Needed with `readers`.
     * @default none
     */
    subscriptionId?: string;
    /**
     * Day on which `expires` is judged, as "2026-11-21".
     * @default the day in UTC on which the program runs
     */
    today?: string;
    /**
     * Further tags of the secret.
     * @default none
     */
    tags?: Record<string, pulumi.Input<string>>;
    /**
     * Lets Pulumi remove the secret. Otherwise it is a protected resource.
     * @default false
     */
    allowDestroy?: boolean;
}
