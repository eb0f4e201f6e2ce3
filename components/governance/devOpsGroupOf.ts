import type { DevOpsGroup } from "../shared/devOpsGroup";
import type { AzureDevOpsProject } from "./azureDevOpsProject";

/**
 * One of the groups of a project, as other components take it: approvers, reviewers, readers.
 *
 * @param project - The project that made the group.
 * @param name - Name of the group, as in the arguments of the project.
 */
export function devOpsGroup(project: AzureDevOpsProject, name: string): DevOpsGroup {
    const found = (values: Record<string, string>): string => {
        const value = values[name];
        if (value === undefined) {
            throw new Error(`the project has no group ${name}`);
        }
        return value;
    };
    return {
        name,
        descriptor: project.groupDescriptors.apply(found),
        originId: project.groupOriginIds.apply(found),
    };
}
