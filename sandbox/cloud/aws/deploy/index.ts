import type { ResourceType } from "../../resourceType";
import { application, deploymentConfig, deploymentGroup } from "./codedeploy";
import { lifecyclePolicy, repository, repositoryPolicy } from "./ecr";
import { cluster, ecsService, taskDefinition } from "./ecs";
import { codeSigningConfig, lambdaAlias, lambdaFunction, lambdaPermission } from "./lambda";

/** Emulated types of this folder. */
export const deployTypes: readonly ResourceType[] = [
    application,
    deploymentConfig,
    deploymentGroup,
    lifecyclePolicy,
    repository,
    repositoryPolicy,
    cluster,
    ecsService,
    taskDefinition,
    codeSigningConfig,
    lambdaAlias,
    lambdaFunction,
    lambdaPermission,
];
