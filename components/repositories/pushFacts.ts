/**
 * What has no place in a repository: files that are keys by their name. The form of the patterns is
 * GitHub's (fnmatch; an extension as "*.pfx"); the choice is this project's, a certificate that holds
 * no key is caught where its extension is one that keys have as well.
 *
 * source: GitHub Docs, "Available rules for rulesets" (limits: 200 entries of 200 characters) and
 * "Creating rulesets for a repository" (fnmatch); OpenSSH, PuTTY, AWS, Google Cloud, Azure and Java
 * documentation for the names their tools write
 * date: 2026-11-21 (names from memory)
 */
export const blockedPaths: readonly string[] = [
    "**/id_rsa",
    "**/id_dsa",
    "**/id_ecdsa",
    "**/id_ed25519",
    "**/.aws/credentials",
    "**/.azure/accessTokens.json",
    "**/.config/gcloud/credentials.db",
    "**/.kube/config",
    "**/.git-credentials",
    "**/.netrc",
];

/** See {@link blockedPaths}. */
export const blockedExtensions: readonly string[] = [
    "*.pem",
    "*.key",
    "*.pfx",
    "*.p12",
    "*.ppk",
    "*.jks",
    "*.keystore",
];

/** Megabytes; GitHub itself stops at 100. A larger file belongs into a release or Git LFS. */
export const largestFile = 10;

/** Characters; what Windows takes without being told otherwise, less the folder of a checkout. */
export const longestPath = 200;

/** What GitHub takes. */
export const pushLimits = { entries: 200, characters: 200, megabytes: 100, path: 32_767 } as const;
