/**
 * One Azure type appears under many tokens: pinned to an API version, from a parameterised package,
 * from a predecessor. Rules name one normalised type; this module maps every token to it.
 *
 *     azure-native:keyvault/v20230701:Vault                              azure-native:keyvault:Vault
 *     azure-native_keyvault_v20240401:keyvault/v20240401:Vault           azure-native:keyvault:Vault
 *     azure-nextgen:keyvault/latest:Vault                                azure-native:keyvault:Vault
 *     github:index/branchProtectionV3:BranchProtectionV3                 github:index:BranchProtectionV3
 *     azure:keyvault/keyVault:KeyVault                                   azure:keyvault:KeyVault
 *
 * Types of one thing with different properties (azure-native and classic azure) stay apart: a view
 * reads both. A token that has not three parts is returned as it is.
 */
export function normaliseType(token: string): string {
    const cached = normalised.get(token);
    if (cached !== undefined) return cached;
    const type = normalise(token);
    normalised.set(token, type);
    return type;
}

/** Tokens repeat thousands of times in a run; there are few of them. */
const normalised = new Map<string, string>();

function normalise(token: string): string {
    const parts = token.split(":");
    const [packageName, module, name] = parts;
    if (parts.length !== 3 || !packageName || !module || !name) return token;
    const family = packageFamily(packageName);
    const plainModule = module.split("/")[0] ?? module;
    const type = `${family}:${plainModule}:${name}`;
    return successors[type] ?? type;
}

/** `azure-native_keyvault_v20240401` (parameterised) and `azure-nextgen` (predecessor) are azure-native. */
function packageFamily(packageName: string): string {
    if (/^azure-native_[a-z0-9]+_v\d{8}[a-z0-9]*$/i.test(packageName)) return "azure-native";
    return packageName === "azure-nextgen" ? "azure-native" : packageName;
}

/** Types that another one replaces without changing the properties rules read. */
const successors: Readonly<Record<string, string>> = {
    "aws:s3:BucketAclV2": "aws:s3:BucketAcl",
    "aws:s3:BucketObjectLockConfigurationV2": "aws:s3:BucketObjectLockConfiguration",
    "aws:s3:BucketV2": "aws:s3:Bucket",
};
