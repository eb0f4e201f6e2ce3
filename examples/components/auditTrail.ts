// A platform team's audit stack: one trail for its Azure subscription and one for its AWS account. It
// also keeps the log of a vault that somebody else made.
import { ResourceGroup } from "@pulumi/azure-native/resources";
import { Vault } from "@pulumi/azure-native/keyvault";
import { AuditTrail, logToTrail } from "gatehouse";

const location = "uksouth";
const group = new ResourceGroup("audit", { resourceGroupName: "rg-audit", location });

const azureTrail = new AuditTrail("azure-audit", {
    organization: "acme",
    emails: ["security@acme.example"],
    tags: { owner: "security" },
    azure: {
        subscriptionId: "11111111-2222-3333-4444-555555555555",
        resourceGroupName: group.name,
        location,
        applyPrincipalIds: ["22222222-3333-4444-5555-666666666666"],
        breakGlassPrincipalIds: ["33333333-4444-5555-6666-777777777777"],
        agentRanges: ["10.20.1.0/24"],
        archiveAccountName: "stacmeaudit",
        defenderPlans: ["Arm", "KeyVaults", "VirtualMachines"],
    },
});

const vault = new Vault("legacy", {
    vaultName: "kv-acme-legacy",
    resourceGroupName: group.name,
    location,
    properties: {
        tenantId: "99999999-8888-7777-6666-555555555555",
        sku: { family: "A", name: "standard" },
        enableRbacAuthorization: true,
        enableSoftDelete: true,
        softDeleteRetentionInDays: 90,
        enablePurgeProtection: true,
        publicNetworkAccess: "disabled",
        networkAcls: { defaultAction: "Deny", bypass: "None" },
    },
});
logToTrail(azureTrail, "legacy-vault-log", vault.id, azureTrail.workspaceId);

const awsTrail = new AuditTrail("aws-audit", {
    organization: "acme",
    emails: ["security@acme.example"],
    tags: { owner: "security" },
    aws: {
        accountId: "123456789012",
        region: "eu-west-1",
        bucketName: "acme-audit-trail",
        applyRoleArns: ["arn:aws:iam::123456789012:role/pipeline/deploy"],
        breakGlassRoleArns: ["arn:aws:iam::123456789012:role/break-glass"],
        dataBucketArns: ["arn:aws:s3:::acme-pulumi-state"],
        // Log files that nobody can delete cost what they cost; try it with
        // allowGovernanceMode: true,
    },
});

export const workspaceId = azureTrail.workspaceId;
export const trailArn = awsTrail.trailArn;
