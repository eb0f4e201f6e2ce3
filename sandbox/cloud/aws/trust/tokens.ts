/** Types of signing and certificates that others refer to. */
export const profileVersionToken = "aws:signer/signingProfile:SigningProfile";
export const authorityToken = "aws:acmpca/certificateAuthority:CertificateAuthority";
