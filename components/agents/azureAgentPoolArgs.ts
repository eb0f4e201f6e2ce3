import type * as pulumi from "@pulumi/pulumi";

/**
 * What a machine starts from: `galleryVersionId` alone, or `publisher`, `offer`, `sku` and `version`
 * together. A generation 2 image of Linux with cloud-init.
 */
export interface AgentImage {
    /**
     * Publisher of a marketplace image, for example "Canonical".
     * @default none
     */
    publisher?: string;
    /**
     * Offer of the marketplace image, for example "ubuntu-24_04-lts".
     * @default none
     */
    offer?: string;
    /**
     * SKU of the marketplace image, for example "server".
     * @default none
     */
    sku?: string;
    /**
     * Exact version of the marketplace image, as three numbers with dots. "latest" is refused.
     * @default none
     */
    version?: string;
    /**
     * Id of one version of an image in a compute gallery, ending with "/versions/" and three numbers
     * with dots.
     * @default none
     */
    galleryVersionId?: pulumi.Input<string>;
}

/** The machines of a scale set. */
export interface AgentMachines {
    /** Size, for example "Standard_D4ads_v5". It needs local disk space for the whole image. */
    size: string;
    /** What the machines start from. */
    image: AgentImage;
    /**
     * Local disk that holds the operating system: "ResourceDisk", "NvmeDisk" (sizes of version 6 and
     * later) or "CacheDisk".
     * @default "ResourceDisk"
     */
    diskPlacement?: string;
    /**
     * Availability zones, for example ["1", "2"].
     * @default Azure chooses
     */
    zones?: string[];
    /**
     * Lets Azure's guest proxy agent refuse requests to the metadata service and the wire server
     * from processes that are not allowed to make them. Not offered for every size and image.
     * @default false
     */
    metadataGuard?: boolean;
}

/** A pool whose machines Azure DevOps starts, registers and recycles. */
export interface ScaleSetPool {
    /** The machines. */
    machines: AgentMachines;
    /** Id of the Azure DevOps project that gets the pool; no other does. */
    projectId: pulumi.Input<string>;
    /** Id of the project's Azure service connection that may manage the scale set. */
    serviceEndpointId: pulumi.Input<string>;
    /**
     * Id of the project that owns the service connection.
     * @default `projectId`
     */
    serviceEndpointProjectId?: pulumi.Input<string>;
    /**
     * Machines that wait for work, 0 to `maximum`.
     * @default 0
     */
    idle?: number;
    /** Most machines at once, 1 to 1000. */
    maximum: number;
}

/** Registers the machines as runners of a GitHub organisation. */
export interface GitHubRunners {
    /** The organisation. */
    organization: string;
    /** Numeric ids of the repositories that may use the runners: at least one. */
    repositoryIds: pulumi.Input<number>[];
    /**
     * Workflows that may use the runners, each as "owner/repository/.github/workflows/file.yml@ref"
     * with a full ref ("refs/heads/main", "refs/tags/v1") or a commit of 40 hexadecimal digits. Needs
     * GitHub Enterprise Cloud. A production pool needs at least one.
     * @default any workflow of the repositories
     */
    workflows?: string[];
    /** Client id of the GitHub App that registers runners; it needs no other permission. */
    appClientId: string;
    /** Number of the app's installation in the organisation. */
    installationId: number;
    /** Azure id of the Key Vault key that is the app's private key: RSA, non-exportable. */
    appKeyId: pulumi.Input<string>;
    /**
     * Address of that key, "https://<vault>.vault.azure.net/keys/<name>"; with "/<version>" only that
     * version signs.
     */
    appKeyUri: pulumi.Input<string>;
}

/** Registers the machines as agents of an Azure DevOps organisation. */
export interface AzureDevOpsAgents {
    /** The organisation. */
    organization: string;
    /** Ids of the projects that get a queue of the pool: at least one, no project twice. */
    projectIds: pulumi.Input<string>[];
}

/** A pool whose machines register themselves, run one job and are replaced. */
export interface EphemeralPool {
    /** The machines. */
    machines: AgentMachines;
    /** Number of machines, 1 to 1000: waiting, working or being replaced. */
    instances: number;
    /**
     * Registers with GitHub; or else `azureDevOps` is needed.
     * @default none
     */
    github?: GitHubRunners;
    /**
     * Registers with Azure DevOps; or else `github` is needed.
     * @default none
     */
    azureDevOps?: AzureDevOpsAgents;
    /**
     * First window for patches, in UTC, for example "2026-12-06 03:00"; it returns every day and is
     * open for three hours. Azure refuses a date in the past.
     * @default 03:00 of the day after the pool's first deployment
     */
    patchFrom?: string;
}

/** A pool of machines in Microsoft's subscription: a Managed DevOps Pool. */
export interface ManagedPool {
    /** The Azure DevOps organisation. */
    organization: string;
    /** Names of the projects that may use the pool: at least one. */
    projects: string[];
    /** Most machines at once, 1 to 10000. */
    maximum: number;
    /** Size, for example "Standard_D4ads_v5". */
    size: string;
    /** An image that Microsoft keeps, for example "ubuntu-24.04", or the Azure id of an image version. */
    image: string;
    /**
     * Id of a dev center project.
     * @default a dev center and a project of the pool's own
     */
    devCenterProjectId?: pulumi.Input<string>;
    /**
     * Object id of the tenant's service principal "DevOpsInfrastructure". It gets a role of its own on
     * the subnet's virtual network: read, join and link subnets.
     * @default it has such a role already
     */
    infrastructurePrincipalId?: pulumi.Input<string>;
}

/** Arguments of `AzureAgentPool`: exactly one of `scaleSet`, `ephemeral` and `managed`. */
export interface AzureAgentPoolArgs {
    /** Name without the tier, which is added: 2 to 24 lower case letters, digits, single hyphens. */
    poolName: string;
    /**
     * What the pool's jobs may reach: "pullRequest", "development", "staging" or "production". A pool
     * has one tier, which is part of every name.
     */
    tier: string;
    /** Resource group of all Azure resources in the component. */
    resourceGroupName: pulumi.Input<string>;
    /** Azure region in its short form, for example "uksouth". */
    location: pulumi.Input<string>;
    /** Id of the subnet of the machines, which guards them; for `managed`, delegated to it. */
    subnetId: pulumi.Input<string>;
    /** Id of the Log Analytics workspace that receives the logs. */
    workspaceId: pulumi.Input<string>;
    /**
     * Tags of every Azure resource; the pool's name and tier are added.
     * @default only those two
     */
    tags?: Record<string, pulumi.Input<string>>;
    /**
     * Machines that Azure DevOps starts, registers and recycles after each job.
     * @default none
     */
    scaleSet?: ScaleSetPool;
    /**
     * Machines that register themselves with GitHub or Azure DevOps for one job.
     * @default none
     */
    ephemeral?: EphemeralPool;
    /**
     * Machines that Microsoft runs for Azure DevOps, in the given subnet.
     * @default none
     */
    managed?: ManagedPool;
}
