import { AzureAgentPool } from "../../../../components/agents/azureAgentPool";
import type { AzureAgentPoolArgs } from "../../../../components/agents/azureAgentPoolArgs";
import { record, type Recorded, type Recording } from "../../../support/mocks";

export const subscription = "/subscriptions/11111111-2222-3333-4444-555555555555";
export const group = `${subscription}/resourceGroups/rg-agents`;
export const project = "22222222-2222-4222-8222-222222222222";
export const keyId = `${group}/providers/Microsoft.KeyVault/vaults/kv-runners/keys/github-app`;

export const machines = {
    size: "Standard_D4ads_v5",
    image: {
        publisher: "Canonical",
        offer: "ubuntu-24_04-lts",
        sku: "server",
        version: "24.04.202611010",
    },
};

const common = {
    poolName: "web",
    resourceGroupName: "rg-agents",
    location: "uksouth",
    subnetId: `${group}/providers/Microsoft.Network/virtualNetworks/vnet/subnets/agents`,
    workspaceId: `${group}/providers/Microsoft.OperationalInsights/workspaces/log`,
};

export const github = {
    organization: "acme",
    repositoryIds: [101, 102],
    workflows: ["acme/web/.github/workflows/deploy.yml@refs/heads/main"],
    appClientId: "Iv23liABCDEFGHIJKLMN",
    installationId: 4711,
    appKeyId: keyId,
    appKeyUri:
        "https://kv-runners.vault.azure.net/keys/github-app/0123456789abcdef0123456789abcdef",
};

/** One pool of each kind and host, by a name for it. */
export const pools = {
    scaleSet: {
        ...common,
        tier: "staging",
        scaleSet: { machines, projectId: project, serviceEndpointId: project, maximum: 4 },
    },
    github: { ...common, tier: "production", ephemeral: { machines, instances: 3, github } },
    azureDevOps: {
        ...common,
        tier: "development",
        ephemeral: {
            machines,
            instances: 2,
            azureDevOps: { organization: "acme", projectIds: [project] },
        },
    },
    managed: {
        ...common,
        tier: "production",
        managed: {
            organization: "acme",
            projects: ["web"],
            maximum: 4,
            size: "Standard_D4ads_v5",
            image: "ubuntu-24.04",
        },
    },
} satisfies Record<string, AzureAgentPoolArgs>;

/** Pools whose machines stand in a scale set of ours. */
export const scaleSets = [pools.scaleSet, pools.github, pools.azureDevOps] as const;

export function build(
    args: AzureAgentPoolArgs,
): Promise<{ recording: Recording; result: AzureAgentPool }> {
    return record(() => new AzureAgentPool("pool", args));
}

/** The one scale set of a recording. */
export function scaleSetOf(recording: Recording): Recorded {
    return recording.one("compute:VirtualMachineScaleSet");
}

/** How its machines are made. */
export function profileOf(recording: Recording): Record<string, Record<string, unknown>> {
    return scaleSetOf(recording).inputs.virtualMachineProfile as Record<
        string,
        Record<string, unknown>
    >;
}

/** The boot program in clear. */
export function bootOf(recording: Recording): string {
    const { customData } = profileOf(recording).osProfile as { customData: string };
    return Buffer.from(customData, "base64").toString("utf8");
}
