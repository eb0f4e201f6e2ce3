import type * as pulumi from "@pulumi/pulumi";

import { AzureDevOpsEnvironment } from "../environments/azureDevOpsEnvironment";
import { AzureServiceConnection } from "../identity/azureServiceConnection";
import { azureName } from "../shared/naming";
import type { DevOpsChecks } from "../shared/protection/devOpsChecksArgs";
import type { DevOpsGround } from "./devOpsRepository";
import { connectToAws } from "./devOpsToAws";
import type { Deployment } from "./ground";
import type { EstateEnvironment } from "./pipelineEstateArgs";
import { createTarget, deploymentTags, rolesOn, type TargetRole } from "./target";

/** What a connection is made for, whichever cloud it leads to. */
export interface ConnectionFacts {
    /** Name of the environment it belongs to. */
    environment: string;
    /** Stage, as in the tags. */
    tier: string;
    /** "apply" or "plan". */
    access: string;
    checks: DevOpsChecks;
    pipelines: DevOpsGround["gates"];
    /** What has to stand before anybody can use it. */
    after: pulumi.Resource[];
}

/**
 * The environment, and a service connection whose roles end at what it deploys to: a resource group of its
 * own, or what it names in AWS. A job can use a connection without the environment, so both have the same
 * checks.
 */
export function createDevOpsEnvironment(
    parent: pulumi.Resource,
    name: string,
    ground: DevOpsGround,
    environment: EstateEnvironment,
): Deployment {
    const { repository, devOps, guard, deploys } = ground;
    const checks = checksOf(ground, environment);
    const gate = new AzureDevOpsEnvironment(
        `${name}-gate`,
        {
            projectId: devOps.projectId,
            environment: `${repository.name}-${environment.name}`,
            checks,
            pipelines: [deploys],
        },
        { parent, dependsOn: [guard] },
    );
    const facts = {
        environment: environment.name,
        tier: environment.tier,
        access: "apply",
        checks,
        pipelines: [deploys],
        after: [guard, gate],
    };
    if (environment.aws !== undefined) {
        return connectToAws(parent, name, ground, { ...facts, targets: environment.aws });
    }
    const target = createTarget(parent, name, ground, environment);
    const deployment = createConnection(parent, name, ground, {
        ...facts,
        roles: rolesOn(target, environment),
        after: [...facts.after, target.group],
    });
    return { ...deployment, target };
}

/** A service connection to Azure, as a deployment. */
export function createConnection(
    parent: pulumi.Resource,
    name: string,
    ground: DevOpsGround,
    facts: ConnectionFacts & { roles: TargetRole[] },
): Deployment {
    const { estate, repository, platform, devOps } = ground;
    const { environment, access, roles, checks, pipelines } = facts;
    const connection = new AzureServiceConnection(
        name,
        {
            organization: devOps.devOps.organization,
            project: devOps.devOps.project,
            projectId: devOps.projectId,
            connection: `${repository.name}-${environment}`,
            tenantId: estate.azure.tenantId,
            subscriptionId: estate.azure.subscriptionId,
            identityName: azureName("id", repository.name, environment),
            resourceGroupName: platform.identities.name,
            location: estate.azure.location,
            access,
            roles,
            checks,
            pipelines,
            tags: deploymentTags(repository, facts.tier),
        },
        { parent, dependsOn: facts.after },
    );
    const { clientId, principalId, subject } = connection;
    return {
        key: `${repository.name}/${environment}`,
        subject,
        azure: { clientId, principalId },
        // A pipeline signs in by the connection's name.
        variables: {},
    };
}

function checksOf({ devOps }: DevOpsGround, environment: EstateEnvironment): DevOpsChecks {
    return {
        approvers: environment.reviewers.map(devOps.group),
        // As on GitHub, one of the teams is enough.
        ...(environment.reviewers.length > 0 ? { minimumApprovers: 1 } : {}),
        branches: environment.branches.map((branch) => `refs/heads/${branch}`),
        allowNoApproval: environment.reviewers.length === 0,
        allowSelfApproval: environment.allowSelfReview,
        allowAnyBranch: environment.allowAnyBranch,
    };
}
