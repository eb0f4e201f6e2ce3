import * as pulumi from "@pulumi/pulumi";

import { AzureDevOpsProject } from "../governance/azureDevOpsProject";
import type { DevOpsGroup } from "../shared/devOpsGroup";
import type { EstateAzureDevOps } from "./estateHostArgs";
import type { EstateRepository, PipelineEstateArgs } from "./pipelineEstateArgs";

/** What everything on Azure DevOps stands in. */
export interface DevOpsPlatform {
    devOps: EstateAzureDevOps;
    projectId: pulumi.Output<string>;
    /** The group that a team of the estate is there. */
    group: (team: string) => DevOpsGroup;
}

/** The project, and a group in it for each team that has to do with one of its repositories. */
export function createDevOpsProject(
    parent: pulumi.Resource,
    name: string,
    estate: PipelineEstateArgs,
): DevOpsPlatform | undefined {
    const { azureDevOps: devOps } = estate;
    if (!devOps) {
        return undefined;
    }
    const access = accessOf(estate);
    const project = new AzureDevOpsProject(
        `${name}-project`,
        {
            project: devOps.project,
            groups: estate.teams.flatMap((team) => {
                const given = access.get(team.name);
                return given === undefined || team.groupId === undefined
                    ? []
                    : [{ name: team.name, access: given, entraGroups: [team.groupId] }];
            }),
            authorEmails: devOps.authorEmails,
            adopt: devOps.adopt,
            allowDestroy: estate.allowDestroy,
        },
        { parent },
    );
    const of = (ids: pulumi.Output<Record<string, string>>, team: string) =>
        ids.apply((known) => named(known, team));
    return {
        devOps,
        projectId: project.projectId,
        group: (team) => ({
            name: team,
            descriptor: of(project.groupDescriptors, team),
            originId: of(project.groupOriginIds, team),
        }),
    };
}

/** Teams on Azure DevOps: who owns code there writes, who only approves reads. */
function accessOf({ repositories }: PipelineEstateArgs): Map<string, string> {
    const there = repositories.filter(({ host }) => host === "azureDevOps");
    const readers = there.flatMap(({ environments, leads }) => [
        ...environments.flatMap(({ reviewers }) => reviewers),
        ...(leads === undefined ? [] : [leads]),
    ]);
    const writers = there.flatMap(({ team, codeOwners }) => [team, codeOwners]);
    return new Map([
        ...readers.map((team) => [team, "read"] as const),
        ...writers.map((team) => [team, "write"] as const),
    ]);
}

/** The arguments were checked, so every group that is named stands. */
function named(groups: Record<string, string>, team: string): string {
    const found = groups[team];
    if (found === undefined) {
        throw new Error(`team ${team} is no group on Azure DevOps`);
    }
    return found;
}

/** The project that a repository stands in. The arguments were checked: there is one. */
export function devOpsOf(
    platform: DevOpsPlatform | undefined,
    { name }: EstateRepository,
): DevOpsPlatform {
    if (!platform) {
        throw new Error(`${name} is on Azure DevOps, of which the estate has nothing`);
    }
    return platform;
}
