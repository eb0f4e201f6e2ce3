import { ActionsRunnerGroup } from "@pulumi/github/actionsRunnerGroup";

import type { AwsRunnerPoolArgs } from "../awsRunnerPoolArgs";
import type { Placement } from "./placement";

/** Who may use the pool: the given repositories, and of those only the given workflows. */
export function createRunnerGroup(place: Placement, args: AwsRunnerPoolArgs): ActionsRunnerGroup {
    const { parent, name, prefix, dependsOn } = place;
    const workflows = args.workflows ?? [];
    return new ActionsRunnerGroup(
        `${name}-group`,
        {
            name: prefix,
            visibility: "selected",
            selectedRepositoryIds: args.repositories.map(({ repoId }) => repoId),
            allowsPublicRepositories: false,
            restrictedToWorkflows: workflows.length > 0,
            ...(workflows.length > 0 ? { selectedWorkflows: workflows } : {}),
        },
        { parent, dependsOn },
    );
}
