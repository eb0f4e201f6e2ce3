/**
 * Addresses that hand out credentials or configuration to whoever asks from inside a machine.
 *
 * source: "Azure Instance Metadata Service" and "What is IP address 168.63.129.16" (learn.microsoft.com),
 * "Use the Instance Metadata Service" (docs.aws.amazon.com). From memory of these pages.
 * date: 2026-11-21
 */
export const metadataAddresses = {
    azure: { ipv4: ["169.254.169.254", "168.63.129.16"], ipv6: [] as string[] },
    aws: { ipv4: ["169.254.169.254"], ipv6: ["fd00:ec2::254"] },
};

/** Azure's resolver is one of the closed addresses; names must still resolve through it. */
export const azureResolver = "168.63.129.16";

/**
 * What a cloud accepts as start-up data, in bytes before base64.
 *
 * source: "Custom data and cloud-init on Azure VMs" (65,535 bytes), "Run commands on your EC2
 * instance at launch" (16 KB, raw form). From memory of these pages. date: 2026-11-21
 */
export const longestStartupData = { azure: 65_535, aws: 16_384 };

/**
 * Resources an Azure machine asks tokens for.
 *
 * source: Key Vault REST reference; "Authenticate with service principals and managed identities"
 * (Azure DevOps). date: 2026-11-21
 */
export const tokenResources = {
    keyVault: "https://vault.azure.net",
    azureDevOps: "499b84ac-1321-427f-aa17-267ca6975798",
};

/**
 * Accounts of the clouds' own monitoring agents, which ask the metadata service for their tokens.
 * On Azure `mdsd` of the Azure Monitor agent does, as "syslog" on Ubuntu; what is written to
 * CloudWatch is written by root.
 *
 * source: log of mdsd in https://github.com/Azure/azure-linux-extensions/issues/1950 (uid 104, region "via
 * IMDS"). date: 2026-11-21
 */
export const monitorAccounts: Record<"azure" | "aws", string[]> = { azure: ["syslog"], aws: [] };
