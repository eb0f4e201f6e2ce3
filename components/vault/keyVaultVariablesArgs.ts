import type * as pulumi from "@pulumi/pulumi";

import type { DevOpsGroup, DevOpsPipeline } from "../shared/devOpsGroup";
import type { DevOpsChecks } from "../shared/protection/devOpsChecksArgs";

/** Arguments of `KeyVaultVariables`. */
export interface KeyVaultVariablesArgs {
    /** Id of the project. */
    projectId: pulumi.Input<string>;
    /** Name of the variable group, for example "shop-production". */
    groupName: string;
    /** Name of the vault. */
    vaultName: string;
    /** Names of the secrets that jobs get: at least one, each in full. */
    secrets: string[];
    /** Name of the service connection whose identity reads them, for example that of an `AzureServiceConnection`. */
    connection: string;
    /** Name of the agent pool whose agents reach the vault. */
    pool: string;
    /**
     * Name of the environment the job deploys to, so that its checks come before the secrets, too.
     * @default none: the template holds a plain job
     */
    environment?: string;
    /** What a run has to pass before it uses the variable group. */
    checks: DevOpsChecks;
    /**
     * Pipelines that may use the variable group.
     * @default none: no pipeline uses it
     */
    pipelines?: DevOpsPipeline[];
    /**
     * Groups that administer the variable group: whoever does can take its checks away.
     * @default none beside those who administer the library
     */
    administrators?: DevOpsGroup[];
    /**
     * Groups that may refer to the variable group in pipelines. Administering is denied to them, which
     * holds for whoever is in a group of administrators as well.
     * @default none beside those the project gives it to
     */
    users?: DevOpsGroup[];
}
