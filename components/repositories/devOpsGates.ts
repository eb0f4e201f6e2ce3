import { BuildDefinition, BuildFolder, GitRepositoryFile } from "@pulumi/azuredevops";
import * as pulumi from "@pulumi/pulumi";

import type { AzureDevOpsRepositoryGuardArgs, DevOpsGate } from "./azureDevOpsRepositoryGuardArgs";
import { pipelineFileOf } from "./checkDevOpsGuard";
import { defaultBranchOf } from "./devOpsBranches";
import type { DevOpsGuardParts } from "./devOpsGuardParts";

/** A pipeline and the build definition that runs it. */
export interface CreatedGate {
    gate: DevOpsGate;
    /** Whether a change has to pass it. */
    judges: boolean;
    definition: BuildDefinition;
}

/** Every pipeline of the repository. */
export function pipelinesOf({ checks, pipelines }: AzureDevOpsRepositoryGuardArgs): DevOpsGate[] {
    return [...checks, ...(pipelines ?? [])];
}

/** The texts of the pipelines that were given one. A write is a push: nothing may refuse it yet. */
export function createPipelineFiles({
    parent,
    name,
    args,
    repository,
}: DevOpsGuardParts): pulumi.Resource[] {
    return pipelinesOf(args).flatMap((gate) =>
        gate.pipeline === undefined
            ? []
            : [
                  new GitRepositoryFile(
                      `${name}-pipeline-file/${gate.name}`,
                      {
                          repositoryId: repository.id,
                          file: pipelineFileOf(gate),
                          content: gate.pipeline,
                          branch: `refs/heads/${defaultBranchOf(args)}`,
                          commitMessage: `Add pipeline ${gate.name}`,
                          overwriteOnCreate: false,
                      },
                      { parent },
                  ),
              ],
    );
}

/** Folder of all definitions of the repository. */
export function createPipelineFolder({
    parent,
    name,
    args,
    repository,
}: DevOpsGuardParts): BuildFolder {
    return new BuildFolder(
        `${name}-pipelines`,
        {
            projectId: repository.projectId,
            path: `\\${args.pipelineFolder ?? args.repository}`,
            description: `Pipelines of ${args.repository}. Managed by Gatehouse.`,
        },
        { parent },
    );
}

/**
 * One build definition for each pipeline. There is no trigger for pull requests among its settings:
 * Azure Repos starts it by the branch policy alone, and refuses such a trigger (issue 158 of the
 * provider). Forks stand in the same organisation and are built like branches.
 */
export function createGates(
    { parent, name, args, repository }: DevOpsGuardParts,
    folder: BuildFolder,
    files: pulumi.Resource[],
): CreatedGate[] {
    return pipelinesOf(args).map((gate) => {
        const definition = new BuildDefinition(
            `${name}-pipeline/${gate.name}`,
            {
                projectId: repository.projectId,
                name: `${args.repository}-${gate.name}`,
                path: folder.path,
                agentPoolName: args.agentPool ?? "Azure Pipelines",
                repository: {
                    repoType: "TfsGit",
                    repoId: repository.id,
                    branchName: `refs/heads/${defaultBranchOf(args)}`,
                    ymlPath: pipelineFileOf(gate),
                    reportBuildStatus: true,
                },
                ciTrigger: { useYaml: true },
                jobAuthorizationScope: "project",
                queueStatus: "enabled",
                variables: [],
            },
            { parent, dependsOn: files },
        );
        return { gate, definition, judges: args.checks.includes(gate) };
    });
}
