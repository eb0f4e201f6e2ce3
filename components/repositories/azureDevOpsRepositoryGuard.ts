import {
    getGitRepository,
    Git,
    GitRepositoryBranch,
    type GetGitRepositoryResult,
} from "@pulumi/azuredevops";
import * as pulumi from "@pulumi/pulumi";

import { adoption, announceHardening } from "../shared/adoption";
import { refuse } from "../shared/validate";
import type { AzureDevOpsRepositoryGuardArgs } from "./azureDevOpsRepositoryGuardArgs";
import { devOpsGuardProblems } from "./checkDevOpsGuard";
import { defaultBranchOf } from "./devOpsBranches";
import { createBranchPolicies } from "./devOpsBranchPolicies";
import {
    createGates,
    createPipelineFiles,
    createPipelineFolder,
    type CreatedGate,
} from "./devOpsGates";
import { createGitPermissions } from "./devOpsGitPermissions";
import type { DevOpsGuardParts } from "./devOpsGuardParts";
import { createPipelinePermissions } from "./devOpsPipelinePermissions";
import { createPushPolicies } from "./devOpsPushPolicies";

/**
 * An Azure DevOps repository that no single person can change, and whose gates nobody can rewrite.
 *
 * Guaranteed unless an `allow…` argument says otherwise:
 * - a change of a production branch needs two approving votes of others than its author and its last pusher, and all votes end with the next push;
 * - pipelines and policies change on a production branch only when one of the guarding group approves;
 * - each change of a production branch is approved by one of the leads, when there are leads;
 * - comments are resolved, a work item is linked and history stays linear before a production branch changes;
 * - a change of an integration branch needs a pull request, the vote of another person and green gates;
 * - a change of a guarded branch needs every gate green on the newest state of both branches, and every status from the identity named for it;
 * - nobody in the project pushes or merges past the policies, rewrites or deletes a guarded branch, or moves or deletes a tag;
 * - no group named here or born with the project, project administrators included, and no pipeline changes the policies, the permissions or the name of the repository;
 * - people create branches in feature folders only, never one that is guarded;
 * - pipelines read the repository, write nothing to it and do not vote;
 * - gates run what stands in the repository, with the rights of their project, and hold no variables that could be set or stolen;
 * - nobody edits, deletes or creates a gate by hand, or decides over its result;
 * - files with private keys, files that are too large and names that some system cannot hold are refused when pushed;
 * - a push that holds a secret is refused, when secretProtection is on;
 * - the text of a pipeline is written before the policies stand, which would refuse the write;
 * - the repository is protected from deletion;
 * - an adopted repository is imported as it is, and what hardening will change is said beforehand.
 *
 * Not covered: commits need not be signed, the host has no such policy: verify signatures in a gate.
 * Without secretProtection run a secret scanner as a gate. Administrators of the organisation can
 * change the policies, and whoever deploys has to be one: keep nobody else in that group, and send the
 * audit log away. Whoever belongs to the project's Contributors may push feature branches, and its
 * Readers may vote, in every repository of the project: one with people of its own wants a project of
 * its own. Forks stand in the same organisation and are built like branches; whether there are any is
 * a setting of the project. A later change of a pipeline's text has to pass the policies as well:
 * merge the new text by pull request, then let Pulumi take note.
 *
 * All unacceptable arguments are reported in one error.
 */
export class AzureDevOpsRepositoryGuard extends pulumi.ComponentResource {
    /** Id of the repository, a GUID. */
    public readonly repositoryId: pulumi.Output<string>;
    /** Name of the repository. */
    public readonly repositoryName: pulumi.Output<string>;
    /** "project/repository". */
    public readonly fullName: pulumi.Output<string>;
    /** Ids of the build definitions, as text, by the names of the pipelines. */
    public readonly pipelineIds: pulumi.Output<Record<string, string>>;
    /** Default branch, as "refs/heads/main". */
    public readonly defaultBranch: pulumi.Output<string>;

    constructor(
        name: string,
        args: AzureDevOpsRepositoryGuardArgs,
        opts: pulumi.ComponentResourceOptions = {},
    ) {
        super("gatehouse:index:AzureDevOpsRepositoryGuard", name, args, opts);
        refuse(this, `AzureDevOpsRepositoryGuard "${name}"`, devOpsGuardProblems(args));
        const repository = createRepository(this, name, args, opts.dependsOn);
        const parts = { parent: this, name, args, repository };
        const files = createPipelineFiles(parts);
        const folder = createPipelineFolder(parts);
        const gates = createGates(parts, folder, files);
        const content = [...files, ...createBranches(parts, files)];
        createBranchPolicies(
            parts,
            gates.filter(({ judges }) => judges),
            content,
        );
        createPushPolicies(parts, content);
        createGitPermissions(parts, content);
        createPipelinePermissions(parts, folder, gates);

        this.repositoryId = repository.id;
        this.repositoryName = repository.name;
        this.fullName = pulumi.interpolate`${args.project}/${repository.name}`;
        this.pipelineIds = idsOf(gates);
        this.defaultBranch = repository.defaultBranch;
        this.registerOutputs({
            repositoryId: this.repositoryId,
            repositoryName: this.repositoryName,
            fullName: this.fullName,
            pipelineIds: this.pipelineIds,
            defaultBranch: this.defaultBranch,
        });
    }
}

function createRepository(
    parent: pulumi.Resource,
    name: string,
    args: AzureDevOpsRepositoryGuardArgs,
    dependsOn: pulumi.ComponentResourceOptions["dependsOn"],
): Git {
    const fullName = `${args.project}/${args.repository}`;
    const hardened = { defaultBranch: `refs/heads/${defaultBranchOf(args)}`, disabled: false };
    const found = args.adopt === true ? standing(parent, args) : undefined;
    if (found) {
        announceHardening(`repository ${fullName}`, found, hardened);
    }
    return new Git(
        `${name}-repository`,
        {
            // Of what was found: so nothing is imported before it is known to be there.
            projectId: found?.projectId ?? args.projectId,
            name: args.repository,
            ...hardened,
            // The default branch must exist before a pipeline can be written to it. An adopted
            // repository does not say how it began; one that has content is not begun again.
            initialization: { initType: "Clean" },
        },
        {
            parent,
            dependsOn,
            protect: args.allowDestroy !== true,
            ...adoption(args.adopt, fullName, Object.keys(hardened)),
        },
    );
}

/** What is taken over; the provider's own words for what is not there name neither it nor `adopt`. */
function standing(
    parent: pulumi.Resource,
    { project, projectId, repository: name }: AzureDevOpsRepositoryGuardArgs,
): pulumi.Output<GetGitRepositoryResult> {
    return pulumi.output(projectId).apply((id) =>
        getGitRepository({ projectId: id, name }, { parent }).catch((error: unknown) => {
            const said = error instanceof Error ? error.message : String(error);
            const message = `${project}/${name} cannot be adopted: no such repository can be read there. Leave adopt out where it is to be made. (${said})`;
            throw new pulumi.ResourceError(message, parent, true);
        }),
    );
}

/** Guarded branches that people cannot create, from the default branch with the pipelines in it. */
function createBranches(
    { parent, name, args, repository }: DevOpsGuardParts,
    files: pulumi.Resource[],
): pulumi.Resource[] {
    const wanted = (args.branches ?? []).filter(({ create }) => create === true);
    return wanted.map(
        ({ pattern }) =>
            new GitRepositoryBranch(
                `${name}-branch/${pattern}`,
                {
                    repositoryId: repository.id,
                    name: pattern,
                    refBranch: defaultBranchOf(args),
                },
                // Work ends by taking the branch off the list: what was pushed to it stays.
                { parent, dependsOn: files, retainOnDelete: args.allowDestroy !== true },
            ),
    );
}

function idsOf(gates: CreatedGate[]): pulumi.Output<Record<string, string>> {
    const pairs = gates.map(({ gate, definition }) => [gate.name, definition.id] as const);
    return pulumi.output(Object.fromEntries(pairs));
}
