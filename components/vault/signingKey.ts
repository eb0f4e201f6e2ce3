import * as pulumi from "@pulumi/pulumi";

import { createAwsKey } from "./awsSigningKey";
import { createAzureKey, type MadeKey } from "./azureSigningKey";
import { checkSigningKey, type CheckedKey } from "./checkSigningKey";
import type { SigningKeyArgs } from "./signingKeyArgs";

/**
 * A key that signs and never leaves its vault: Azure Key Vault or AWS KMS.
 *
 * Guaranteed:
 * - the key is made inside the service, in hardware, and cannot be exported;
 * - the key signs and verifies, and does nothing else;
 * - a signer may sign and read the public key, of this key alone, and nothing else;
 * - a verifier may verify and read the public key, of this key alone, and never sign;
 * - in AWS an administrator of the key can neither sign nor verify nor hand out its use by a grant;
 * - in AWS no policy in IAM opens the key to anybody whom its own policy does not name;
 * - in AWS a signature has the algorithm of the key and no other;
 * - in Azure the key has an end, is replaced after ten months, and its next end is announced;
 * - in AWS the next generation takes over the alias, and the ones before it only verify;
 * - in AWS a deleted key can be taken back for 30 days;
 * - Pulumi refuses to delete the key, unless allowDestroy is given.
 *
 * Roles in Azure are custom ones: the narrowest that Azure has (Key Vault Crypto User) also decrypts,
 * unwraps, and changes the key. A tenant holds 5000 of them; this takes at most two.
 *
 * A key that is `imported` was outside once: that it is nowhere else, and when it ends, is up to the
 * person who brings it (in Azure imported as non-exportable, with sign and verify as its only
 * operations). In AWS it waits for its material: `aws kms get-parameters-for-import`, then
 * `aws kms import-key-material`.
 *
 * To take a signer or verifier away from a locked vault (`HardenedVault`): delete the lock "do-not-delete" in Azure, run
 * `pulumi up`, and after it `pulumi refresh` and `pulumi up`, which put the lock back. Azure removes no role
 * under a lock, and a refresh beforehand would only bring it back too early.
 *
 * Not covered: administrators who change the key's policy, or the role assignments of the vault
 * (both leave a trace: `AuditTrail`), who may take on a signer's role, what is signed, and how
 * verifiers learn of a new version.
 *
 * All unacceptable arguments are reported in one error.
 */
export class SigningKey extends pulumi.ComponentResource {
    /** In Azure the id of the key, in AWS the ARN of the key in use. */
    public readonly keyId: pulumi.Output<string>;
    /**
     * What a signing tool is given. In Azure the address of the newest version
     * ("https://kv-acme.vault.azure.net/keys/release"), in AWS the ARN of the alias.
     */
    public readonly keyUri: pulumi.Output<string>;
    /** The algorithm as JWTs call it, and Key Vault too, for example "ES384". */
    public readonly algorithm: pulumi.Output<string>;
    /** The algorithm as the service calls it, for example "ECDSA_SHA_384" in AWS. */
    public readonly serviceAlgorithm: pulumi.Output<string>;

    constructor(name: string, args: SigningKeyArgs, opts: pulumi.ComponentResourceOptions = {}) {
        super("gatehouse:index:SigningKey", name, args, opts);
        const checked = checkSigningKey(this, name, args);
        const { keyId, keyUri } = createKey(this, name, args, checked);

        this.keyId = keyId;
        this.keyUri = keyUri;
        this.algorithm = pulumi.output(checked.algorithm);
        this.serviceAlgorithm = pulumi.output(
            checked.aws ? checked.facts.awsAlgorithm : checked.algorithm,
        );
        this.registerOutputs({
            keyId: this.keyId,
            keyUri: this.keyUri,
            algorithm: this.algorithm,
            serviceAlgorithm: this.serviceAlgorithm,
        });
    }
}

function createKey(
    parent: SigningKey,
    name: string,
    args: SigningKeyArgs,
    checked: CheckedKey,
): MadeKey {
    if (checked.azure) {
        return createAzureKey(parent, name, args, checked, checked.azure);
    }
    if (checked.aws) {
        return createAwsKey(parent, name, args, checked, checked.aws);
    }
    throw new RangeError("neither azure nor aws");
}
