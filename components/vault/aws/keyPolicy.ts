import type { Statement } from "../../shared/awsDocument";
import { awsArn, type AwsPlace } from "../../shared/awsNaming";
import { kmsAdministration } from "../../shared/kmsAdministration";

/** A secret with everybody who has to do with it; all values known. */
export interface KeptSecret {
    name: string;
    readers: string[];
    writer: string;
}

/** Everything the documents of a vault are made of; all values known. */
export interface SecretVault extends AwsPlace {
    administrators: string[];
    organizationId?: string | undefined;
    secrets: KeptSecret[];
}

/**
 * The account itself is not named: with it, every policy of the account could give the key away. Readers
 * and writers reach the key through Secrets Manager only, and each only for its own secrets.
 */
export function keyPolicy(vault: SecretVault): Statement[] {
    return [
        {
            Sid: "Administrators",
            Effect: "Allow",
            Principal: { AWS: vault.administrators },
            Action: [...kmsAdministration],
            Resource: ["*"],
        },
        ...vault.secrets.flatMap((secret, i): Statement[] => {
            const through = throughSecret(secret, vault);
            const use = (Sid: string, AWS: string[], Action: string[]): Statement => ({
                Sid,
                Effect: "Allow",
                Principal: { AWS },
                Action,
                Resource: ["*"],
                Condition: through,
            });
            const writes = ["kms:Decrypt", "kms:GenerateDataKey"];
            return [
                ...(secret.readers.length === 0
                    ? []
                    : [use(`Readers${i}`, secret.readers, ["kms:Decrypt"])]),
                use(`Writer${i}`, [secret.writer], writes),
            ];
        }),
    ];
}

/** Secrets Manager adds a hyphen and six characters to a name; so many and no more are left open. */
function throughSecret({ name }: KeptSecret, vault: SecretVault): Statement["Condition"] {
    return {
        StringEquals: { "kms:ViaService": `secretsmanager.${vault.region}.amazonaws.com` },
        StringLike: {
            "kms:EncryptionContext:SecretARN": awsArn(
                "secretsmanager",
                vault,
                `secret:${name}-??????`,
            ),
        },
    };
}
