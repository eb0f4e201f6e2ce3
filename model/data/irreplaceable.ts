/**
 * Types whose deletion takes away what no deployment brings back, and what that is. Judgement of
 * this project; date: 2026-11-21
 */
export const irreplaceable: Readonly<Record<string, string>> = {
    "aws:cloudtrail:Trail": "the account's record of who did what",
    "aws:iam:OpenIdConnectProvider": "the trust that every deployment signs in by",
    "aws:kms:Key": "everything it encrypted",
    "aws:s3:Bucket": "what is stored in it",
    "aws:secretsmanager:Secret": "its values",
    "azure-native:keyvault:Key": "everything it encrypted",
    "azure-native:keyvault:Secret": "its values",
    "azure-native:keyvault:Vault": "the keys and secrets in it",
    "azure-native:network:PublicIPAddress":
        "the address that others let in, which the next customer gets",
    "azure-native:operationalinsights:Workspace": "the logs in it",
    "azure-native:storage:StorageAccount": "what is stored in it",
    "azure:keyvault:Key": "everything it encrypted",
    "azure:keyvault:KeyVault": "the keys and secrets in it",
    "azure:keyvault:Secret": "its values",
    "azure:network:PublicIp": "the address that others let in, which the next customer gets",
    "azure:operationalinsights:AnalyticsWorkspace": "the logs in it",
    "azure:storage:Account": "what is stored in it",
    "azuredevops:index:Feed": "the packages in it",
    "azuredevops:index:Git": "the history of the code",
    "azuredevops:index:Project": "every repository, pipeline and connection in it",
    "github:index:Repository": "the history of the code",
};
