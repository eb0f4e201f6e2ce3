import { ResourceGroup } from "@pulumi/azure-native/resources";
import type * as pulumi from "@pulumi/pulumi";

import { azureName } from "../shared/naming";
import { estateTags } from "../shared/tags";
import type { DeploymentTarget } from "./ground";
import type { EstateEnvironment, EstateRepository, PipelineEstateArgs } from "./pipelineEstateArgs";

/** A role of a deployment's identity. */
export interface TargetRole {
    name: string;
    role: string;
    scope: string;
}

/** Tags of what a deployment has in Azure, by its stage. */
export function deploymentTags({ team }: EstateRepository, tier: string): Record<string, string> {
    return estateTags({ owner: team, environment: tier, classification: "internal" });
}

/** The resource group that an environment deploys to, whichever host its repository is on. */
export function createTarget(
    parent: pulumi.Resource,
    name: string,
    { estate, repository }: { estate: PipelineEstateArgs; repository: EstateRepository },
    environment: EstateEnvironment,
): DeploymentTarget {
    const { location, subscriptionId } = estate.azure;
    const { tier } = environment;
    const resourceGroupName = azureName(
        "rg",
        estate.organization,
        repository.name,
        environment.name,
    );
    const group = new ResourceGroup(
        `${name}-group`,
        { resourceGroupName, location, tags: deploymentTags(repository, tier) },
        // With the group goes all that was ever deployed to it, whoever owns that.
        { parent, protect: estate.allowDestroy !== true },
    );
    // Spelt out, not taken from the group's id: policies can judge it before it exists.
    const scope = `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroupName}`;
    return { scope, tier, group };
}

/** Roles of an environment's identity, which end at its resource group. */
export function rolesOn({ scope }: DeploymentTarget, { roles }: EstateEnvironment): TargetRole[] {
    return roles.map(({ role }) => ({
        name: role.toLowerCase().replace(/\s+/g, "-"),
        role,
        scope,
    }));
}

/** Roles of a plan's identity: it reads each resource group, and no more. */
export function readersOf(scopes: string[]): TargetRole[] {
    return scopes.map((scope) => ({
        name: `reader-${scope.split("/").at(-1) ?? ""}`,
        role: "Reader",
        scope,
    }));
}
