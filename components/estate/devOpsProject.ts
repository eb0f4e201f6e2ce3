import * as pulumi from "@pulumi/pulumi";

import { AzureDevOpsProject } from "../governance/azureDevOpsProject";
import type { DevOpsGroup } from "../shared/devOpsGroup";
import { createDevOpsAudit } from "./devOpsAudit";
import type { EstateAzureDevOps } from "./estateHostArgs";
import { known } from "./known";
import type { PipelineEstateArgs } from "./pipelineEstateArgs";
import type { EstatePlatform } from "./platform";

/** What everything on Azure DevOps stands in. */
export interface DevOpsPlatform {
    devOps: EstateAzureDevOps;
    projectId: pulumi.Output<string>;
    /** Descriptor of the identity of its jobs. */
    jobs: pulumi.Output<string>;
    /** The group that a team of the estate is there. */
    group: (team: string) => DevOpsGroup;
}

/** The project, and a group in it for each team that has to do with one of its repositories. */
export function createDevOpsProject(
    parent: pulumi.Resource,
    name: string,
    estate: PipelineEstateArgs,
    platform: EstatePlatform,
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
            ...(devOps.audit ? { audit: devOps.audit } : {}),
            ...(devOps.auditStream === true
                ? { auditStream: createDevOpsAudit(parent, name, estate, platform) }
                : {}),
            adopt: devOps.adopt,
            allowDestroy: estate.allowDestroy,
        },
        { parent },
    );
    const of = (ids: pulumi.Output<Record<string, string>>, team: string) =>
        ids.apply((groups) => known(groups[team], `the group on Azure DevOps that ${team} is`));
    return {
        devOps,
        projectId: project.projectId,
        jobs: project.buildServiceDescriptor,
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
