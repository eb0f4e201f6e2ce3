import { PipelineAuthorization, SecurityroleAssignment } from "@pulumi/azuredevops";
import * as pulumi from "@pulumi/pulumi";

import type { DevOpsGroup, DevOpsPipeline } from "../devOpsGroup";
import type { ProtectedTarget } from "./protect";

/**
 * Lets the listed pipelines use a resource, each by its own number: without one all of them could. They are
 * let in after everything in `after` stands. The pipelines are judged before: `judgedPipelines`.
 */
export function authorize(
    parent: pulumi.Resource,
    name: string,
    { kind, projectId, id }: ProtectedTarget,
    pipelines: DevOpsPipeline[],
    after: pulumi.Resource[],
): PipelineAuthorization[] {
    return pipelines.map(
        (pipeline) =>
            new PipelineAuthorization(
                `${name}-pipeline/${pipeline.name}`,
                {
                    projectId,
                    resourceId: id,
                    type: kind,
                    pipelineId: pulumi.output(pipeline.id).apply(Number),
                },
                { parent, dependsOn: after },
            ),
    );
}

/** A resource on which roles are given, as the roles' own service names it. */
export interface RoleTarget {
    /** Kind of resource, for example "distributedtask.environmentreferencerole". */
    scope: string;
    resourceId: pulumi.Input<string>;
}

/** Gives one role on a resource to groups. */
export function giveRoles(
    parent: pulumi.Resource,
    name: string,
    { scope, resourceId }: RoleTarget,
    roleName: string,
    groups: DevOpsGroup[],
): SecurityroleAssignment[] {
    return groups.map(
        (group) =>
            new SecurityroleAssignment(
                `${name}-${roleName.toLowerCase()}/${group.name}`,
                { scope, resourceId, identityId: group.originId, roleName },
                { parent },
            ),
    );
}

/**
 * Scopes of roles.
 *
 * source: Azure DevOps REST, "Security roles", definitions of a scope; environments in
 * terraform-provider-azuredevops, website/docs/r/securityrole_assignment.html.markdown; queues and the form
 * of their ids in Microsoft's AzSK ADOScanner, which reads them; pools from memory
 * date: 2026-11-21
 */
export const roleScopes = {
    environment: "distributedtask.environmentreferencerole",
    queue: "distributedtask.agentqueuerole",
    pool: "distributedtask.agentpoolrole",
} as const;
