/** A version of the agent software and the checksums of its archives. */
export interface AgentRelease {
    /** Version as in the archive's name, for example "2.338.0". */
    version: string;
    /** SHA-256 of the archive for x86-64, 64 hexadecimal digits. */
    sha256X64: string;
    /** SHA-256 of the archive for 64-bit ARM, 64 hexadecimal digits. */
    sha256Arm64: string;
}

/** How a machine registers itself as a runner of a GitHub organization. */
export interface GitHubBootFacts {
    /** Organization that owns the runner group. */
    organization: string;
    /** Numeric id of the runner group; the id of a `github.ActionsRunnerGroup`. */
    runnerGroupId: number;
    /** Labels a workflow asks for, 1 to 100: all of them, "self-hosted" too where it is asked for. */
    labels: string[];
    /** App id or client id of the GitHub App that may write self-hosted runners of the organization. */
    appId: string;
    /** Numeric id of the App's installation in the organization. */
    installationId: number;
    /**
     * Key that signs the App's token: its private key, imported, which cannot be read back. On
     * Azure the id of a Key Vault key (`https://<vault>.vault.azure.net/keys/<name>`, which means
     * the version in use, or that with `/<version>`), on AWS the ARN of a KMS key.
     * The machine's identity needs to sign with it and nothing else.
     */
    signingKey: string;
}

/** How a machine registers itself as an agent of an Azure DevOps organization. */
export interface AzureDevOpsBootFacts {
    /** `https://dev.azure.com/<organization>` */
    organizationUrl: string;
    /** Name of the agent pool; the machine's identity is an administrator of this pool only. */
    pool: string;
}

/** How the platform that replaces machines learns that one has done its job. */
export interface HealthBootFacts {
    /** Port of the loopback where the machine says that it is healthy, from registration to the end of its job. */
    port: number;
    /** Minutes it stays up after that, silent, to be replaced; then it powers off. 0 to 120. */
    restMinutes: number;
}

/**
 * Everything a machine needs to know to boot as a build agent. Plain values, none of them secret:
 * they travel in customData or userData, which anyone on the machine may be able to read.
 */
export interface BootFacts {
    /** Cloud the machine runs in. */
    cloud: "azure" | "aws";
    /** Who sends the jobs. */
    host: "github" | "azureDevOps";
    /**
     * "ephemeral": the machine registers itself, takes one job and powers off. "hardenOnly": the
     * machine is hardened and the agent is installed by somebody else, as Azure DevOps does it for
     * scale-set pools.
     */
    mode: "ephemeral" | "hardenOnly";
    /** Start of the agent's name, 1 to 30 letters, digits and hyphens; host name and a random part follow. */
    namePrefix: string;
    /** Required for an ephemeral GitHub runner. */
    github?: GitHubBootFacts;
    /** Required for an ephemeral Azure DevOps agent, which exists on Azure only. */
    azureDevOps?: AzureDevOpsBootFacts;
    /** Azure, ephemeral: client id of the user-assigned managed identity that registers the agent. */
    managedIdentityClientId?: string;
    /** AWS: region of the machine, its key and its log group. */
    region?: string;
    /**
     * AWS: log group that gets the agent's log before the machine powers off. On Azure the log goes
     * to syslog with the tag "gatehouse-agent", from where the Azure Monitor agent takes it.
     */
    logGroupName?: string;
    /**
     * Azure: seconds left to the Azure Monitor agent to send the log before power-off, 0 to 600.
     * @default 60
     */
    logSettleSeconds?: number;
    /**
     * Azure, ephemeral: what a scale set goes by that replaces machines which fall silent. The image
     * needs Python 3.
     * @default nobody asks; the machine powers off right after its job
     */
    health?: HealthBootFacts;
    /**
     * Memory the job's folder may use, in MiB: home, agent and work folder all lie in it. 2048 to
     * 1048576.
     * @default 8192
     */
    workFolderMegabytes?: number;
    /**
     * Minutes after which the machine powers off whatever it does, counted from the start of this
     * program: waiting for a job and the job itself. 10 to 10080.
     * @default 1440
     */
    lifetimeMinutes?: number;
    /**
     * System accounts besides root that may reach the metadata service: those of monitoring agents,
     * which ask it for their tokens. An account which does not exist on the machine is left out.
     * @default "syslog" on Azure, as which the Azure Monitor agent runs; none on AWS
     */
    metadataUsers?: string[];
    /**
     * Agent software to install instead of the one this version of Gatehouse knows. GitHub gives no
     * jobs to a runner that is too old, so a pool outlives a pin only with a newer one.
     * @default the release in agentReleases.ts
     */
    release?: AgentRelease;
}
