import { getProjectOutput, Project } from "@pulumi/azuredevops";
import * as pulumi from "@pulumi/pulumi";

import { adoption, announceHardening } from "../shared/adoption";
import { judged, refuse } from "../shared/validate";
import type { AzureDevOpsProjectArgs, DevOpsAuditHook } from "./azureDevOpsProjectArgs";
import { projectProblems, sinkProblems } from "./checkProject";
import { projectFeatures } from "./projectFacts";
import { createGroups, createMemberships, type StandingGroup } from "./projectGroups";
import { createAuditHooks } from "./projectHooks";
import { createPermissions } from "./projectPermissions";
import { createRepositoryPolicies } from "./projectPolicies";
import { findPrincipals } from "./projectPrincipals";
import { createPaidSettings, createPipelineSettings } from "./projectSettings";

/**
 * An Azure DevOps project in which nobody passes over a rule, and nothing counts for a person but a
 * person.
 *
 * Guaranteed unless an `allow…` argument says otherwise:
 * - the project is private, offers only the features listed, and Pulumi does not delete it;
 * - each group holds the Entra groups and the people listed, and the built-in groups Readers,
 *   Contributors, Build Administrators and Project Administrators hold these groups and nobody else;
 * - nobody bypasses a policy, edits policies or permissions of repositories, or rewrites history of
 *   branches others made, project administrators included;
 * - the identity of jobs writes nothing to repositories, votes on nothing, and neither edits nor
 *   starts pipelines;
 * - only groups that write or operate start pipelines, and only groups that operate edit them;
 * - only groups that operate create service connections and variable groups, and nobody administers
 *   them or reads the secrets in them;
 * - nobody may make environments and agent queues, whose maker could edit their checks;
 * - nobody but the administrators of the organisation renames the project, deletes it, makes it
 *   public or stops its events;
 * - a job's token reaches this project only, and in it the repositories its YAML names, and only
 *   variables meant for it can be set when a run is started;
 * - nobody makes a classic pipeline, and a pull request from a fork starts nothing and gets no secret;
 * - a push with an author, a path, a file name, a size or a credential that is not allowed is refused
 *   in every repository;
 * - with `audit`, every push, step of a pull request, run and change of a repository or connection is
 *   sent to the sink, over TLS, with a password that is kept as a secret;
 * - with `adopt`, an existing project is taken over without a change to it, and a preview names what
 *   hardening will change.
 *
 * Not covered: Project Collection Administrators, to whom no refusal applies: the deploying identity
 * is one, and so should be nobody else for good. Branches somebody made: Azure DevOps gives their
 * maker the right to rewrite them and, by the project's setting "Permissions management", which no
 * interface offers, to give others rights on them; so patterns of protected branches should not be
 * ones people can make. A job that comments on a pull request or reports a status with its token:
 * that is refused together with its vote. Licences: a group gives access to people who have one.
 * Permissions given by hand to one person or group directly. That groups are changed by hand is found
 * by `pulumi refresh`. The check for credentials in pushes is Azure DevOps' old one, which knows few
 * forms; Advanced Security knows more.
 *
 * All unacceptable arguments are reported in one error.
 */
export class AzureDevOpsProject extends pulumi.ComponentResource {
    /** Id of the project, a GUID. */
    public readonly projectId: pulumi.Output<string>;
    /** Name of the project. */
    public readonly projectName: pulumi.Output<string>;
    /** Descriptors of the groups, by name: what permissions are given to. */
    public readonly groupDescriptors: pulumi.Output<Record<string, string>>;
    /** Ids of the groups, by name: what approvals and automatic reviewers know them by. */
    public readonly groupOriginIds: pulumi.Output<Record<string, string>>;
    /** Descriptor of the identity of the project's jobs. */
    public readonly buildServiceDescriptor: pulumi.Output<string>;

    constructor(
        name: string,
        args: AzureDevOpsProjectArgs,
        opts: pulumi.ComponentResourceOptions = {},
    ) {
        super("gatehouse:index:AzureDevOpsProject", name, withSecrets(args), opts);
        const audit = checked(this, name, args);
        const project = createProject(this, name, args, opts.dependsOn);
        createPipelineSettings(this, name, project);
        createPaidSettings(this, name, args, project);
        const principals = findPrincipals(this, project);
        const groups = createGroups(this, name, args, project);
        createMemberships(this, name, args, principals, groups);
        createPermissions(this, name, args, project, principals, groups);
        createRepositoryPolicies(this, name, args, project);
        if (audit) {
            createAuditHooks(this, name, audit, project);
        }

        this.projectId = project.id;
        this.projectName = project.name;
        this.groupDescriptors = byName(groups, ({ descriptor }) => descriptor);
        this.groupOriginIds = byName(groups, ({ originId }) => originId);
        this.buildServiceDescriptor = principals.buildService;
        this.registerOutputs({
            projectId: this.projectId,
            projectName: this.projectName,
            groupDescriptors: this.groupDescriptors,
            groupOriginIds: this.groupOriginIds,
            buildServiceDescriptor: this.buildServiceDescriptor,
        });
    }
}

/** The arguments as the state keeps them: password and key came in clear, perhaps. */
function withSecrets(args: AzureDevOpsProjectArgs): AzureDevOpsProjectArgs {
    const { audit, auditStream } = args;
    return {
        ...args,
        ...(audit ? { audit: { ...audit, password: pulumi.secret(audit.password) } } : {}),
        ...(auditStream
            ? { auditStream: { ...auditStream, sharedKey: pulumi.secret(auditStream.sharedKey) } }
            : {}),
    };
}

/** Refuses the arguments, or gives the audit sink with an address that is judged once it is known. */
function checked(
    owner: pulumi.Resource,
    name: string,
    args: AzureDevOpsProjectArgs,
): DevOpsAuditHook | undefined {
    const what = `AzureDevOpsProject "${name}"`;
    const problems = projectProblems(args);
    const { audit } = args;
    const url =
        audit &&
        judged(owner, what, audit.url, (value) => sinkProblems("audit.url", value), problems);
    refuse(owner, what, problems);
    return audit && url !== undefined ? { ...audit, url } : undefined;
}

function createProject(
    parent: pulumi.Resource,
    name: string,
    args: AzureDevOpsProjectArgs,
    dependsOn: pulumi.ComponentResourceOptions["dependsOn"],
): Project {
    const offered = args.features ?? ["repositories", "pipelines"];
    const hardened = {
        visibility: "private",
        ...(args.description === undefined ? {} : { description: args.description }),
        features: Object.fromEntries(
            projectFeatures.map((one) => [one, offered.includes(one) ? "enabled" : "disabled"]),
        ),
    };
    const taken = adoption(args.adopt, args.project, Object.keys(hardened));
    if (args.adopt === true) {
        const found = getProjectOutput({ name: args.project }, { parent });
        announceHardening(`project ${args.project}`, found, hardened);
    }
    return new Project(
        `${name}-project`,
        {
            name: args.project,
            ...hardened,
            versionControl: "Git",
            workItemTemplate: args.process ?? "Agile",
        },
        {
            parent,
            protect: args.allowDestroy !== true,
            ...taken,
            dependsOn,
            // A project taken over keeps its own description, and another process is no other project.
            ignoreChanges: [
                ...(taken.ignoreChanges ?? []),
                ...(args.description === undefined ? ["description"] : []),
                "versionControl",
                "workItemTemplate",
            ],
        },
    );
}

function byName(
    groups: StandingGroup[],
    value: (group: StandingGroup) => pulumi.Output<string>,
): pulumi.Output<Record<string, string>> {
    return pulumi.output(Object.fromEntries(groups.map((group) => [group.name, value(group)])));
}
