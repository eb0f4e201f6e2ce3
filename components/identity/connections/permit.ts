import { ServiceendpointPermissions } from "@pulumi/azuredevops";
import type * as pulumi from "@pulumi/pulumi";

import type { DevOpsGroup } from "../../shared/devOpsGroup";
import type { ProtectedTarget } from "../../shared/protection/protect";

/**
 * What a group may do with one connection, by the names Azure DevOps has for it. What is denied here holds
 * whatever else the group is given.
 *
 * source: Microsoft Learn, "Security namespaces and permissions reference", ServiceEndpoints
 * date: 2026-11-21
 */
const permissions = {
    users: {
        Use: "Allow",
        ViewEndpoint: "Allow",
        Administer: "Deny",
        Create: "Deny",
        ViewAuthorization: "Deny",
    },
    administrators: {
        Use: "Allow",
        ViewEndpoint: "Allow",
        Administer: "Allow",
        Create: "NotSet",
        ViewAuthorization: "NotSet",
    },
} as const;

/** Lets groups use or administer one connection. */
export function permit(
    parent: pulumi.Resource,
    name: string,
    { projectId, id }: ProtectedTarget,
    groups: { users: DevOpsGroup[]; administrators: DevOpsGroup[] },
): ServiceendpointPermissions[] {
    return (["administrators", "users"] as const).flatMap((kind) =>
        groups[kind].map(
            (group) =>
                new ServiceendpointPermissions(
                    `${name}-${kind}/${group.name}`,
                    {
                        projectId,
                        serviceendpointId: id,
                        principal: group.descriptor,
                        permissions: permissions[kind],
                        replace: true,
                    },
                    { parent },
                ),
        ),
    );
}
