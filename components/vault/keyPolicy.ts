import { kmsAdministration } from "../shared/kmsAdministration";

/** The keeper of a key that signs or keeps state also reads its public half and may stop its rotation. */
const administration = [...kmsAdministration, "kms:DisableKeyRotation", "kms:GetPublicKey"].sort();

/** What is needed besides to bring the key's material from outside. */
const importing = ["kms:GetParametersForImport", "kms:ImportKeyMaterial"];

/** Somebody's use of a key. */
export interface KeyUse {
    /** Name of the statement. */
    sid: string;
    /** ARNs of roles. A use by nobody is left out. */
    principals: string[];
    actions: string[];
    /** Conditions on the use, as in a policy document. */
    condition?: Record<string, Record<string, string>>;
}

/**
 * The policy of a key that its administrators manage and cannot use, and the others can use and not
 * manage. It names no account as a whole, therefore no policy in IAM opens the key to anybody else.
 */
export function keyPolicy(
    administrators: string[],
    uses: KeyUse[],
    options: { imported?: boolean } = {},
): string {
    const manage = options.imported === true ? [...administration, ...importing] : administration;
    return JSON.stringify({
        Version: "2012-10-17",
        Statement: [
            allow({ sid: "Administer", principals: administrators, actions: manage }),
            ...uses.filter(({ principals }) => principals.length > 0).map(allow),
            {
                Sid: "NoGrants",
                Effect: "Deny",
                Principal: "*",
                Action: "kms:CreateGrant",
                Resource: "*",
            },
        ],
    });
}

function allow({ sid, principals, actions, condition }: KeyUse): Record<string, unknown> {
    return {
        Sid: sid,
        Effect: "Allow",
        Principal: { AWS: principals },
        Action: actions,
        Resource: "*",
        ...(condition === undefined ? {} : { Condition: condition }),
    };
}
