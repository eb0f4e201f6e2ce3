import { ProjectPermissions } from "@pulumi/azuredevops";
import type * as pulumi from "@pulumi/pulumi";

import { AzureDevOpsProject } from "../governance/azureDevOpsProject";
import { devOpsGroup } from "../governance/devOpsGroupOf";
import { AzureDevOpsFeed } from "../supplyChain/azureDevOpsFeed";
import type { DevOpsPlatform } from "./devOpsProject";
import type { EstateFeed } from "./estateHostArgs";
import type { PipelineEstateArgs } from "./pipelineEstateArgs";

/**
 * The feeds, in a project in which nobody writes: Azure DevOps lets all who do publish in its feeds. The
 * pipelines of the estate's own project install from them; new packages are let in by people.
 */
export function createDevOpsPackages(
    parent: pulumi.Resource,
    name: string,
    estate: PipelineEstateArgs,
    platform: DevOpsPlatform | undefined,
): void {
    const packages = platform?.devOps.packages;
    if (!packages) {
        return;
    }
    const { authorEmails } = platform.devOps;
    const named = new Set(packages.feeds.flatMap(teamsOf));
    const project = new AzureDevOpsProject(
        `${name}-packages`,
        {
            project: packages.project,
            features: ["artifacts"],
            groups: estate.teams.flatMap(({ name: team, groupId }) =>
                named.has(team) && groupId !== undefined
                    ? [{ name: team, access: "read", entraGroups: [groupId] }]
                    : [],
            ),
            authorEmails,
            allowDestroy: estate.allowDestroy,
        },
        { parent },
    );
    const seen = letJobsSee(parent, name, project, platform);
    const groups = (teams: string[]) => teams.map((team) => devOpsGroup(project, team));
    for (const feed of packages.feeds) {
        new AzureDevOpsFeed(
            `${name}-feed/${feed.name}`,
            {
                feed: feed.name,
                projectId: project.projectId,
                readers: groups(feed.readers),
                collectors: groups(feed.collectors),
                publishers: groups(feed.publishers),
                jobs: [platform.jobs],
                sources: feed.sources,
                allowDestroy: estate.allowDestroy,
            },
            { parent, dependsOn: [seen] },
        );
    }
}

/** Teams that have to do with a feed. */
export function teamsOf({ readers, collectors, publishers }: EstateFeed): string[] {
    return [...readers, ...collectors, ...publishers];
}

/**
 * Jobs of another project reach a feed only if they may see that there is its project.
 *
 * source: Microsoft Learn, "Manage permissions" of Azure Artifacts, pipelines in a different project
 * date: 2026-11-21
 */
function letJobsSee(
    parent: pulumi.Resource,
    name: string,
    { projectId }: AzureDevOpsProject,
    { jobs }: DevOpsPlatform,
): ProjectPermissions {
    return new ProjectPermissions(
        `${name}-packages-jobs`,
        { projectId, principal: jobs, permissions: { GENERIC_READ: "Allow" }, replace: false },
        { parent },
    );
}
