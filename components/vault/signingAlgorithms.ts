/** How one signature algorithm is had from each cloud. */
export interface SigningAlgorithm {
    /** Curve of Key Vault; absent for RSA. */
    azureCurve?: string;
    /** Key spec of KMS, without the size for RSA. */
    awsSpec: string;
    /** What KMS calls the algorithm. Key Vault calls it as JWTs do, which is the name in this table. */
    awsAlgorithm: string;
}

/**
 * Signature algorithms by their name in JWTs.
 *
 * source: RFC 7518, 3.1 (names); azure-native 3.28, JsonWebKeyCurveName; AWS KMS Developer Guide,
 * "Key spec reference"
 * date: 2026-11-21
 */
export const signingAlgorithms: Record<string, SigningAlgorithm> = {
    ES256: { azureCurve: "P-256", awsSpec: "ECC_NIST_P256", awsAlgorithm: "ECDSA_SHA_256" },
    ES384: { azureCurve: "P-384", awsSpec: "ECC_NIST_P384", awsAlgorithm: "ECDSA_SHA_384" },
    RS256: { awsSpec: "RSA_", awsAlgorithm: "RSASSA_PKCS1_V1_5_SHA_256" },
    PS256: { awsSpec: "RSA_", awsAlgorithm: "RSASSA_PSS_SHA_256" },
};

/** Sizes of RSA keys that both clouds have. */
export const rsaSizes: readonly number[] = [2048, 3072, 4096];
