import {
    BuildDefinitionPermissions,
    BuildFolderPermissions,
    type BuildFolder,
} from "@pulumi/azuredevops";

import type { CreatedGate } from "./devOpsGates";
import { pipelineEditPermissions } from "./devOpsGuardFacts";
import { all, namedGroups, projectGroup } from "./devOpsGuardGroups";
import type { DevOpsGuardParts } from "./devOpsGuardParts";

/** Nobody changes a pipeline but by the estate's configuration. */
const nobody = all(pipelineEditPermissions, "Deny");

/** Who sees, queues and edits the gates. */
export function createPipelinePermissions(
    parts: DevOpsGuardParts,
    folder: BuildFolder,
    gates: CreatedGate[],
): void {
    const { parent, name, repository } = parts;
    const groups = namedGroups(parts);
    for (const { gate, definition } of gates) {
        for (const { key, descriptor, role } of groups) {
            new BuildDefinitionPermissions(
                `${name}-pipeline/${gate.name}/${key}`,
                {
                    projectId: repository.projectId,
                    buildDefinitionId: definition.id,
                    principal: descriptor,
                    permissions: {
                        ...all(["ViewBuildDefinition", "ViewBuilds"], "Allow"),
                        ...(role === "author" ? all(["QueueBuilds", "StopBuilds"], "Allow") : {}),
                        EditPipelineQueueConfigurationPermission: "Deny",
                        ...nobody,
                    },
                    replace: true,
                },
                { parent },
            );
        }
    }
    // Groups that have rights on every pipeline of the project.
    for (const group of ["contributors", "buildAdministrators"] as const) {
        new BuildFolderPermissions(
            `${name}-pipelines/${group}`,
            {
                projectId: repository.projectId,
                path: folder.path,
                principal: projectGroup(parts, group),
                permissions: { CreateBuildDefinition: "Deny", ...nobody },
                replace: true,
            },
            { parent },
        );
    }
}
