import { ActionsOrganizationOidcSubjectClaimCustomizationTemplate } from "@pulumi/github/actionsOrganizationOidcSubjectClaimCustomizationTemplate";
import { ActionsOrganizationPermissions } from "@pulumi/github/actionsOrganizationPermissions";
import { ActionsOrganizationWorkflowPermissions } from "@pulumi/github/actionsOrganizationWorkflowPermissions";
import { OrganizationRuleset } from "@pulumi/github/organizationRuleset";
import { RepositoryCustomProperty } from "@pulumi/github/repositoryCustomProperty";
import * as pulumi from "@pulumi/pulumi";
import { GitHubForkApproval } from "gatehouse-hosts";

import { refuse } from "../shared/validate";
import { organizationActionsProblems } from "./checkOrganizationActions";
import type { GitHubOrganizationActionsArgs } from "./githubOrganizationActionsArgs";
import { productionRules } from "./organizationRules";

/** Branch a required workflow is taken from when nothing else is said. */
const defaultRef = "refs/heads/main";

/**
 * What the repositories of an organisation may run, and what has to run before they change. It is made
 * after its repositories, because it names them by their ids.
 *
 * Guaranteed:
 * - no repository but the listed ones runs workflows;
 * - in all of them only GitHub's own and the listed actions run, each pinned to a commit;
 * - the token of a workflow only reads where the workflow asks for no more, and approves nothing;
 * - a stranger's pull request runs nothing before a member approves it, and nothing at all from a private fork;
 * - a change of the default branch of a listed repository, holders of required workflows aside, needs each of these to pass, and two fresh reviews;
 * - nobody bypasses a required workflow, owners included;
 * - a subject from the organisation's template names one repository and the context of the job;
 * - required workflows are not run on a plan that ignores them: they are refused before anything is made;
 * - the limits on Actions stay when the component goes.
 *
 * A repository that holds a required workflow need not pass one: the change that brings the file could never
 * be merged otherwise. Until the file is there, nobody merges in the others.
 *
 * Not covered: what the workflow itself does, and who may change it: guard its repository. GitHub runs
 * a required workflow only when its repository lets the others use it (`workflowAccess`
 * "organization" of its guard) and is as visible as they are; until then nobody can merge. The template of the
 * subject does nothing until a repository asks for it with `useDefault: false`; the identities of this
 * package trust the default one.
 *
 * What the component waits for (`dependsOn`) the ruleset of the required workflows and the values of
 * properties wait for as well: name the guards of the repositories, whose first files the rules would
 * refuse. The settings exist always, so there is nothing to adopt.
 *
 * All unacceptable arguments are reported in one error.
 */
export class GitHubOrganizationActions extends pulumi.ComponentResource {
    /** Names of the repositories that may run workflows, once the limits stand. */
    public readonly repositories: pulumi.Output<string[]>;

    constructor(
        name: string,
        args: GitHubOrganizationActionsArgs,
        opts: pulumi.ComponentResourceOptions = {},
    ) {
        super("gatehouse:index:GitHubOrganizationActions", name, args, opts);
        const problems = organizationActionsProblems(args);
        refuse(this, `GitHubOrganizationActions "${name}"`, problems);
        const permissions = createPermissions(this, name, args);
        createTokenPermissions(this, name, args);
        createForkApproval(this, name);
        createSubjectTemplate(this, name, args);
        createWorkflowRules(this, name, args, opts.dependsOn);
        createPropertyValues(this, name, args, opts.dependsOn);

        const names = args.repositories.map((repository) => repository.name);
        this.repositories = permissions.id.apply(() => names);
        this.registerOutputs({ repositories: this.repositories });
    }
}

type DependsOn = pulumi.ComponentResourceOptions["dependsOn"];

function createPermissions(
    parent: pulumi.Resource,
    name: string,
    { repositories, allowedActions = [] }: GitHubOrganizationActionsArgs,
): ActionsOrganizationPermissions {
    return new ActionsOrganizationPermissions(
        `${name}-permissions`,
        {
            enabledRepositories: "selected",
            enabledRepositoriesConfig: { repositoryIds: repositories.map(({ id }) => id) },
            allowedActions: "selected",
            allowedActionsConfig: {
                githubOwnedAllowed: true,
                verifiedAllowed: false,
                patternsAlloweds: allowedActions,
            },
            shaPinningRequired: true,
        },
        // The provider's deletion opens Actions to everything.
        { parent, retainOnDelete: true },
    );
}

function createTokenPermissions(
    parent: pulumi.Resource,
    name: string,
    { organization }: GitHubOrganizationActionsArgs,
): void {
    new ActionsOrganizationWorkflowPermissions(
        `${name}-workflow-token`,
        {
            organizationSlug: organization,
            defaultWorkflowPermissions: "read",
            canApprovePullRequestReviews: false,
        },
        { parent, retainOnDelete: true },
    );
}

/** No type of the GitHub provider sets this. Repositories begin with it and cannot loosen it. */
function createForkApproval(parent: pulumi.Resource, name: string): void {
    new GitHubForkApproval(
        `${name}-forks`,
        {
            approvalPolicy: "all_external_contributors",
            runWorkflowsFromForkPullRequests: false,
        },
        { parent, retainOnDelete: true },
    );
}

function createSubjectTemplate(
    parent: pulumi.Resource,
    name: string,
    { oidcClaims = ["repo", "context"] }: GitHubOrganizationActionsArgs,
): void {
    new ActionsOrganizationOidcSubjectClaimCustomizationTemplate(
        `${name}-subject`,
        { includeClaimKeys: oidcClaims },
        { parent },
    );
}

/** The workflows stand in a ruleset that is complete by itself: rulesets add up, and each is judged. */
function createWorkflowRules(
    parent: pulumi.Resource,
    name: string,
    { repositories, requiredWorkflows = [] }: GitHubOrganizationActionsArgs,
    dependsOn: DependsOn,
): void {
    if (requiredWorkflows.length === 0) {
        return;
    }
    new OrganizationRuleset(
        `${name}-required-workflows`,
        {
            name: "required-workflows",
            target: "branch",
            enforcement: "active",
            conditions: {
                refName: { includes: ["~DEFAULT_BRANCH"], excludes: [] },
                repositoryIds: pulumi
                    .all([
                        pulumi.all(repositories.map(({ id }) => id)),
                        pulumi.all(requiredWorkflows.map(({ repositoryId }) => repositoryId)),
                    ])
                    .apply(([ids, holders]) => ids.filter((id) => !holders.includes(id))),
            },
            bypassActors: [],
            rules: {
                ...productionRules,
                requiredWorkflows: {
                    requiredWorkflows: requiredWorkflows.map(({ repositoryId, path, ref }) => ({
                        repositoryId,
                        path,
                        ref: ref ?? defaultRef,
                    })),
                    // A branch that is just being created has no run yet.
                    doNotEnforceOnCreate: true,
                },
            },
        },
        { parent, dependsOn },
    );
}

function createPropertyValues(
    parent: pulumi.Resource,
    name: string,
    { repositories }: GitHubOrganizationActionsArgs,
    dependsOn: DependsOn,
): void {
    for (const { name: repository, id, properties = {} } of repositories) {
        for (const [propertyName, value] of Object.entries(properties)) {
            new RepositoryCustomProperty(
                `${name}-property/${repository}/${propertyName}`,
                {
                    // After the repository.
                    repository: pulumi.output(id).apply(() => repository),
                    propertyName,
                    propertyType: "single_select",
                    propertyValues: [value],
                },
                { parent, dependsOn },
            );
        }
    }
}
