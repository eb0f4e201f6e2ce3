import type * as pulumi from "@pulumi/pulumi";

import type { DevOpsGroup, DevOpsPipeline } from "../shared/devOpsGroup";
import type { DevOpsChecks } from "../shared/protection/devOpsChecksArgs";

/** Arguments of `AzureDevOpsEnvironment`. */
export interface AzureDevOpsEnvironmentArgs {
    /** Id of the project. */
    projectId: pulumi.Input<string>;
    /** Name of the environment, for example "production". */
    environment: string;
    /**
     * What it is for.
     * @default nothing
     */
    description?: string;
    /** What a run has to pass before it deploys. */
    checks: DevOpsChecks;
    /**
     * Pipelines that may deploy.
     * @default none: nobody deploys
     */
    pipelines?: DevOpsPipeline[];
    /**
     * Groups that administer the environment: whoever does can take its checks away.
     * @default none beside those who administer the project
     */
    administrators?: DevOpsGroup[];
    /**
     * Groups that may refer to the environment in pipelines, and see it.
     * @default none beside those the project gives it to
     */
    users?: DevOpsGroup[];
}
