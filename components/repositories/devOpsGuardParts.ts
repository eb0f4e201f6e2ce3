import type { Git } from "@pulumi/azuredevops";
import type * as pulumi from "@pulumi/pulumi";

import type { AzureDevOpsRepositoryGuardArgs } from "./azureDevOpsRepositoryGuardArgs";

/** What the parts of a guard are made from. */
export interface DevOpsGuardParts {
    parent: pulumi.Resource;
    /** Name of the guard; the names of its children begin with it. */
    name: string;
    args: AzureDevOpsRepositoryGuardArgs;
    repository: Git;
}
